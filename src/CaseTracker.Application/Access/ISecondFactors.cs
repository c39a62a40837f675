using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Access;

/// <summary>Authenticator apps and recovery codes of members, and what there is of passkeys.</summary>
public interface ISecondFactors
{
    Task<SecondFactorsView> FindAsync(MemberId member, CancellationToken cancellationToken);

    /// <summary>A key, stored nowhere until a code proves that the app has it.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="state">Of an offer that the app may have already; a new key is made if it is null or too old.</param>
    AppOffer OfferApp(MemberId member, string? state);

    /// <summary>Takes the place of the app that was there before.</summary>
    Task<Result> SetUpAppAsync(MemberId member, string state, string code, CancellationToken cancellationToken);

    /// <returns>False if there was none.</returns>
    Task<bool> RemoveAppAsync(MemberId member, CancellationToken cancellationToken);

    /// <summary>Earlier ones stop working.</summary>
    /// <returns>The new codes, to be shown once: only hashes are stored.</returns>
    Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(MemberId member, CancellationToken cancellationToken);

    /// <summary>Takes away the app, the passkeys and the recovery codes.</summary>
    Task ResetAsync(MemberId member, CancellationToken cancellationToken);
}

public sealed record SecondFactorsView(bool HasApp, IReadOnlyList<PasskeyView> Passkeys, int RecoveryCodesLeft)
{
    public int Count => Passkeys.Count + (HasApp ? 1 : 0);
}

/// <param name="Id">Of the credential, in base64url.</param>
public sealed record PasskeyView(string Id, string Name, DateTimeOffset AddedAt);

/// <param name="Key">In base 32, for those who type it.</param>
/// <param name="State">The key sealed for this member and some minutes, to come back with the first code.</param>
public sealed record AppOffer(string Key, string State)
{
    /// <summary>Records print their members; this one must not, wherever it ends up.</summary>
    public override string ToString() => nameof(AppOffer);
}

public static class SecondFactorErrors
{
    public static readonly Refusal CodeWrong = new("second_factor.code_wrong", Field: "Code");
    public static readonly Refusal OfferExpired = new("second_factor.offer_expired");
    public static readonly Refusal PasskeyRefused = new("second_factor.passkey_refused");
    public static readonly Refusal LastOne = new("second_factor.last_one");
    public static readonly Refusal NotConfirmed = new("second_factor.not_confirmed");
}
