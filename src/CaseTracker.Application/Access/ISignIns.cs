using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Access;

/// <summary>Passwords and sessions. A sign-in has the id of its member; everything else about a person is the member's.</summary>
public interface ISignIns
{
    Task<bool> IsTakenAsync(string email, CancellationToken cancellationToken);

    /// <summary>Adds a sign-in without a password to the running transaction.</summary>
    /// <returns>The code of a one-time set-up link.</returns>
    Task<string> CreateAsync(Member member, CancellationToken cancellationToken);

    /// <summary>A new set-up link. Links given before stop working at once, and open sessions within a minute.</summary>
    /// <returns>Null if there is no such sign-in.</returns>
    Task<string?> InviteAgainAsync(MemberId member, CancellationToken cancellationToken);

    /// <summary>Takes the password away, ends every session and gives a new set-up link.</summary>
    /// <returns>Null if there is no such sign-in.</returns>
    Task<string?> StartOverAsync(MemberId member, CancellationToken cancellationToken);

    /// <summary>Sets the password against the code of a set-up link, which is then spent.</summary>
    Task<Result> SetUpAsync(MemberId member, string code, string password, CancellationToken cancellationToken);

    /// <summary>Counts nothing: <see cref="IConfirmations.KnowsPasswordAsync"/> is asked first, outside the transaction.</summary>
    Task<Result> ChangePasswordAsync(MemberId member, string current, string password, CancellationToken cancellationToken);

    /// <summary>
    /// Opens a session in the current request, or asks for the second factor. Unknown, wrong, locked and inactive take the
    /// same work and give the same answer.
    /// </summary>
    /// <returns>Null if it was refused.</returns>
    Task<FirstStep?> SignInAsync(string email, string password, CancellationToken cancellationToken);

    /// <summary>Opens a session with the proof of the password and a code of the app, or one of the recovery codes.</summary>
    /// <returns>Who signed in, or null.</returns>
    Task<MemberId?> FinishSignInAsync(string proof, string code, CancellationToken cancellationToken);

    /// <summary>Opens a session with the browser's answer to <see cref="IPasskeys.OfferToUseAsync"/>.</summary>
    /// <returns>Who signed in, or null.</returns>
    Task<MemberId?> SignInWithPasskeyAsync(string state, string credential, CancellationToken cancellationToken);

    Task SignOutAsync(CancellationToken cancellationToken);

    /// <summary>Ends every session of the member at once.</summary>
    Task RevokeAsync(MemberId member, CancellationToken cancellationToken);

    /// <summary>Takes the password away and ends every session; only a new set-up link opens the sign-in again.</summary>
    Task CloseAsync(MemberId member, CancellationToken cancellationToken);
}

/// <param name="Member">Who knows the password.</param>
/// <param name="Proof">That they do, for some minutes, to be handed in with the second factor; null if the session is open already.</param>
public sealed record FirstStep(MemberId Member, string? Proof);

public static class SignInErrors
{
    /// <summary>NIST SP 800-63B-4 asks for 15 when a password stands alone and 8 with a second factor; 12 is what people type on phones.</summary>
    public const int PasswordMinimum = 12;

    public const int PasswordLimit = 200;

    public static readonly Refusal PasswordTooShort = new("sign_in.password_too_short", Field: "Password");
    public static readonly Refusal PasswordTooEasy = new("sign_in.password_too_easy", Field: "Password");
    public static readonly Refusal PasswordsDiffer = new("sign_in.passwords_differ", Field: "Repeated");
    public static readonly Refusal CurrentPasswordWrong = new("sign_in.current_password_wrong", Field: "Current");
    public static readonly Refusal LinkSpent = new("sign_in.link_spent");
    public static readonly Refusal NotRecognised = new("sign_in.not_recognised");
    public static readonly Refusal CodeNotRecognised = new("sign_in.code_not_recognised", Field: "Code");
    public static readonly Refusal PasskeyNotRecognised = new("sign_in.passkey_not_recognised");
    public static readonly Refusal FirstRunLinkSpent = new("sign_in.first_run_link_spent");
}
