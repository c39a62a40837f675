using System.Buffers.Binary;
using System.Security.Cryptography;
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
    IPasswordHasher<SignIn> hasher,
    Actors actors,
    CurrentActor current,
    ITrailWriter trail,
    TimeProvider time) : ISignIns
{
    public const int Iterations = 210_000;

    /// <summary>A refusal takes no less, so that the extra write for a known address does not show in the time.</summary>
    private static readonly TimeSpan RefusalTakes = TimeSpan.FromSeconds(1);

    private static readonly SignIn Decoy = new();
    private static readonly string DecoyHash = HashOfNothing();

    public async Task<bool> IsTakenAsync(string email, CancellationToken cancellationToken) => await users.FindByEmailAsync(email) is not null;

    public async Task<string> CreateAsync(Member member, CancellationToken cancellationToken)
    {
        // The name is the id: an address may hold characters that Identity does not take in names.
        var signIn = new SignIn { Id = member.Id.Value, UserName = member.Id.Value.ToString("N"), Email = member.Email, EmailConfirmed = true };
        Expect(await users.CreateAsync(signIn));
        return await users.GeneratePasswordResetTokenAsync(signIn);
    }

    public async Task<string?> InviteAgainAsync(MemberId member, CancellationToken cancellationToken) =>
        await FindAsync(member) is { } signIn ? await users.GeneratePasswordResetTokenAsync(signIn) : null;

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
        Expect(await users.SetLockoutEndDateAsync(signIn, null));
        Expect(await users.ResetAccessFailedCountAsync(signIn));
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
        await sessions.RefreshSignInAsync(signIn);
        return Result.Success;
    }

    public async Task<MemberId?> SignInAsync(string email, string password, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var address = CleanText.Line(email, Member.EmailLimit, nameof(Member.Email));
        var signIn = address is { IsSuccess: true, Value: { } known } ? await users.FindByEmailAsync(known) : null;
        var member = signIn is null ? null : await actors.FindAsync(new MemberId(signIn.Id), cancellationToken);
        if (!await IsRightAsync(signIn, member is not null, password))
        {
            await trail.WriteAsync(actor: null, "SignInRefused", AuditOutcome.Denied, signIn?.Id.ToString("N"), detail: null, cancellationToken);
            var left = RefusalTakes - time.GetElapsedTime(started);
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, time, cancellationToken);
            }

            return null;
        }

        await sessions.SignInAsync(signIn!, isPersistent: false);
        await trail.WriteAsync(member!.Id, "SignIn", AuditOutcome.Done, signIn!.Id.ToString("N"), detail: null, cancellationToken);
        return member.Id;
    }

    public async Task SignOutAsync(CancellationToken cancellationToken)
    {
        await sessions.SignOutAsync();
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
        }
    }

    public async Task CloseAsync(MemberId member, CancellationToken cancellationToken)
    {
        if (await FindAsync(member) is { PasswordHash: not null } signIn)
        {
            Expect(await users.RemovePasswordAsync(signIn));
            await trail.WriteAsync(actor: null, "CloseSignIn", AuditOutcome.Done, member.Value.ToString("N"), detail: null, cancellationToken);
        }
    }

    // The work of one hash is done on every path, so that the time does not tell whether the address is known.
    private async Task<bool> IsRightAsync(SignIn? signIn, bool isActive, string password)
    {
        if (signIn?.PasswordHash is null || !isActive || password.Length > SignInErrors.PasswordLimit || await users.IsLockedOutAsync(signIn))
        {
            hasher.VerifyHashedPassword(Decoy, DecoyHash, password.Length > SignInErrors.PasswordLimit ? "" : password);
            return false;
        }

        return (await sessions.CheckPasswordSignInAsync(signIn, password, lockoutOnFailure: true)).Succeeded;
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

    // Identity's version 3 layout: marker, PRF (2 = SHA-512), iterations, salt length, salt, subkey. No password has it.
    private static string HashOfNothing()
    {
        var hash = RandomNumberGenerator.GetBytes(13 + 16 + 32);
        hash[0] = 0x01;
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(1), 2);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(5), Iterations);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(9), 16);
        return Convert.ToBase64String(hash);
    }
}
