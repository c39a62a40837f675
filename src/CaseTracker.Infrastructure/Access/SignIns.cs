using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Shared;
using Microsoft.AspNetCore.Identity;

namespace CaseTracker.Infrastructure.Access;

internal sealed class SignIns(
    UserManager<SignIn> users,
    SignInManager<SignIn> sessions,
    PasswordCheck passwords,
    SecondFactors factors,
    SecondSteps steps,
    IPasskeys passkeys,
    SessionOpening opening,
    ISessions register,
    Actors actors,
    CurrentActor current,
    CurrentSession session,
    ITrailWriter trail,
    TimeProvider time) : ISignIns
{
    /// <summary>A refusal takes no less, so that the extra write for a known address does not show in the time.</summary>
    private static readonly TimeSpan RefusalTakes = TimeSpan.FromSeconds(1);

    public async Task<bool> IsTakenAsync(string email, CancellationToken cancellationToken) => await users.FindByEmailAsync(email) is not null;

    public async Task<string> CreateAsync(Member member, CancellationToken cancellationToken)
    {
        // The name is the id: an address may hold characters that Identity does not take in names.
        var signIn = new SignIn { Id = member.Id.Value, UserName = member.Id.Value.ToString("N"), Email = member.Email, EmailConfirmed = true };
        Expect(await users.CreateAsync(signIn));
        return await users.GeneratePasswordResetTokenAsync(signIn);
    }

    public async Task<string?> InviteAgainAsync(MemberId member, CancellationToken cancellationToken) =>
        await FindAsync(member) is { } signIn ? await LinkAsync(signIn) : null;

    public async Task<string?> StartOverAsync(MemberId member, CancellationToken cancellationToken)
    {
        if (await FindAsync(member) is not { } signIn)
        {
            return null;
        }

        await TakePasswordAsync(signIn, cancellationToken);
        return await users.GeneratePasswordResetTokenAsync(signIn);
    }

    public async Task<Result> SetUpAsync(MemberId member, string code, string password, CancellationToken cancellationToken)
    {
        var signIn = await FindAsync(member);
        if (signIn is null || !await users.VerifyUserTokenAsync(signIn, users.Options.Tokens.PasswordResetTokenProvider, UserManager<SignIn>.ResetPasswordTokenPurpose, code))
        {
            return SignInErrors.LinkSpent;
        }

        if (PasswordRules.Check(password, signIn.Email!) is { } refusal)
        {
            return refusal;
        }

        Expect(await users.ResetPasswordAsync(signIn, code, password));
        await passwords.ForgetAsync(AccountOf(signIn), cancellationToken);
        await register.EndAllAsync(member, except: null, cancellationToken);
        await trail.WriteAsync(member, "ChoosePassword", AuditOutcome.Done, member.Value.ToString("N"), detail: null, cancellationToken);
        return Result.Success;
    }

    public async Task<Result> ChangePasswordAsync(MemberId member, string current, string password, CancellationToken cancellationToken)
    {
        var signIn = await FindAsync(member);
        if (signIn is null || !await users.CheckPasswordAsync(signIn, current))
        {
            return SignInErrors.CurrentPasswordWrong;
        }

        if (PasswordRules.Check(password, signIn.Email!) is { } refusal)
        {
            return refusal;
        }

        // The new stamp ends every other session; this one is given it.
        Expect(await users.ChangePasswordAsync(signIn, current, password));
        await register.EndAllAsync(member, session.Open?.Id, cancellationToken);
        if (session.Open is { } open)
        {
            await opening.RefreshAsync(signIn, open.Id);
        }

        return Result.Success;
    }

    public async Task<FirstStep?> SignInAsync(string email, string password, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var address = CleanText.Line(email, Member.EmailLimit, nameof(Member.Email)) is { IsSuccess: true, Value: { } clean } ? clean : null;
        var signIn = address is null ? null : await users.FindByEmailAsync(address);
        var member = signIn is null ? null : await actors.FindAsync(new MemberId(signIn.Id), cancellationToken);

        // Under its id, so that another way of writing the same address is no fresh start; and of one that nobody has, under what
        // would have been looked up, or counting would tell the two apart.
        if (!await passwords.IsRightAsync(signIn is null ? users.NormalizeEmail(address) ?? email : AccountOf(signIn), member is null ? null : signIn, password, cancellationToken))
        {
            await RefuseAsync("SignInRefused", signIn?.Id, started, cancellationToken);
            return null;
        }

        var id = new MemberId(signIn!.Id);
        if ((await factors.FindAsync(id, cancellationToken)).Count > 0)
        {
            return new FirstStep(id, steps.Prove(signIn));
        }

        await OpenAsync(signIn, Assurance.Password, WayIn.Password, cancellationToken);
        return new FirstStep(id, Proof: null);
    }

    public async Task<MemberId?> FinishSignInAsync(string proof, string code, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var signIn = await steps.ProvedAsync(proof);
        var member = signIn is null ? null : await actors.FindAsync(new MemberId(signIn.Id), cancellationToken);
        if (member?.Id is not { } id || !await steps.TakesAsync(id, code, recoveryToo: true, cancellationToken))
        {
            await PassAsync(started, cancellationToken);
            return null;
        }

        await OpenAsync(signIn!, Assurance.SecondFactor, SecondFactors.LooksLikeRecoveryCode(code) ? WayIn.RecoveryCode : WayIn.App, cancellationToken);
        return id;
    }

    public async Task<MemberId?> SignInWithPasskeyAsync(string state, string credential, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var whose = await passkeys.UseAsync(member: null, state, credential, cancellationToken);
        var signIn = whose is { } holder ? await FindAsync(holder) : null;

        // Closed by an administrator, or no longer working here: the key alone opens nothing.
        if (signIn?.PasswordHash is null || await actors.FindAsync(whose!.Value, cancellationToken) is null)
        {
            await RefuseAsync("SecondFactorRefused", signIn?.Id, started, cancellationToken);
            return null;
        }

        await OpenAsync(signIn, Assurance.SecondFactor, WayIn.Passkey, cancellationToken);
        return whose;
    }

    public async Task SignOutAsync(CancellationToken cancellationToken)
    {
        await sessions.SignOutAsync();
        if (session.Open is { } open)
        {
            await register.EndAsync(open.Member, open.Id, cancellationToken);
        }

        if (current.Actor.Id is { } member)
        {
            await trail.WriteAsync(member, "SignOut", AuditOutcome.Done, member.Value.ToString("N"), detail: null, cancellationToken);
        }
    }

    public async Task RevokeAsync(MemberId member, CancellationToken cancellationToken)
    {
        if (await FindAsync(member) is { } signIn)
        {
            Expect(await users.UpdateSecurityStampAsync(signIn));
            await register.EndAllAsync(member, except: null, cancellationToken);
        }
    }

    public async Task CloseAsync(MemberId member, CancellationToken cancellationToken)
    {
        if (await FindAsync(member) is { PasswordHash: not null } signIn)
        {
            await TakePasswordAsync(signIn, cancellationToken);
            await trail.WriteAsync(actor: null, "CloseSignIn", AuditOutcome.Done, member.Value.ToString("N"), detail: null, cancellationToken);
        }
    }

    // Under a new stamp: a link given before, which may be lost or in wrong hands, opens nothing any more.
    private async Task<string> LinkAsync(SignIn signIn)
    {
        Expect(await users.UpdateSecurityStampAsync(signIn));
        return await users.GeneratePasswordResetTokenAsync(signIn);
    }

    // Taking the password away also renews the stamp.
    private async Task TakePasswordAsync(SignIn signIn, CancellationToken cancellationToken)
    {
        Expect(await users.RemovePasswordAsync(signIn));
        await register.EndAllAsync(new MemberId(signIn.Id), except: null, cancellationToken);
    }

    private static string AccountOf(SignIn signIn) => signIn.Id.ToString("N");

    private async Task OpenAsync(SignIn signIn, Assurance assurance, WayIn with, CancellationToken cancellationToken)
    {
        await opening.OpenAsync(signIn, assurance, cancellationToken);
        await trail.WriteAsync(new MemberId(signIn.Id), "SignIn", AuditOutcome.Done, signIn.Id.ToString("N"), with.ToString(), cancellationToken);
    }

    private async Task RefuseAsync(string action, Guid? whose, long started, CancellationToken cancellationToken)
    {
        await trail.WriteAsync(actor: null, action, AuditOutcome.Denied, whose?.ToString("N"), detail: null, cancellationToken);
        await PassAsync(started, cancellationToken);
    }

    private async Task PassAsync(long started, CancellationToken cancellationToken)
    {
        var left = RefusalTakes - time.GetElapsedTime(started);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, cancellationToken);
        }
    }

    private async Task<SignIn?> FindAsync(MemberId member) => await users.FindByIdAsync(member.Value.ToString());

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            // Codes only: the descriptions repeat addresses.
            throw new InvalidOperationException($"Identity refused: {string.Join(", ", result.Errors.Select(e => e.Code))}");
        }
    }
}
