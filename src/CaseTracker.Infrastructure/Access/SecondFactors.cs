using System.Security.Cryptography;
using System.Text;
using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Access;

internal sealed class SecondFactors(CaseTrackerDbContext db, UserManager<SignIn> users, ISecretBox box, SealedAnswers answers, TimeProvider time) : ISecondFactors
{
    /// <summary>Of a recovery code; half of it could not be guessed either.</summary>
    private const int CodeBytes = 10;

    private const int CodeLetters = 16;
    private const int Codes = 10;
    private const string Offered = "app";

    public async Task<SecondFactorsView> FindAsync(MemberId member, CancellationToken cancellationToken)
    {
        var id = member.Value;
        var passkeys = await users.FindByIdAsync(id.ToString()) is { } signIn ? await users.GetPasskeysAsync(signIn) : [];
        return new SecondFactorsView(
            await db.Apps.AnyAsync(a => a.SignInId == id, cancellationToken),
            [.. passkeys.OrderBy(p => p.CreatedAt).Select(p => new PasskeyView(WebEncoders.Base64UrlEncode(p.CredentialId), p.Name ?? "", p.CreatedAt))],
            await db.RecoveryCodes.CountAsync(c => c.SignInId == id, cancellationToken));
    }

    public AppOffer OfferApp(MemberId member, string? state)
    {
        if (answers.Open(Offered, member, state) is { } offered)
        {
            return new AppOffer(Base32.Write(offered), state!);
        }

        var key = RandomNumberGenerator.GetBytes(OneTimeCode.KeyLength);
        return new AppOffer(Base32.Write(key), answers.Close(Offered, member, key));
    }

    public async Task<Result> SetUpAppAsync(MemberId member, string state, string code, CancellationToken cancellationToken)
    {
        if (answers.Open(Offered, member, state) is not { } key)
        {
            return SecondFactorErrors.OfferExpired;
        }

        if (OneTimeCode.StepOf(code, key, time.GetUtcNow()) is not { } step)
        {
            return SecondFactorErrors.CodeWrong;
        }

        await RemoveAppAsync(member, cancellationToken);
        db.Apps.Add(new AuthenticatorApp { SignInId = member.Value, SealedKey = box.Seal(PurposeOf(member), key), LastStep = step });
        return Result.Success;
    }

    public async Task<bool> RemoveAppAsync(MemberId member, CancellationToken cancellationToken)
    {
        var id = member.Value;
        return await db.Apps.Where(a => a.SignInId == id).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(MemberId member, CancellationToken cancellationToken)
    {
        var id = member.Value;
        await db.RecoveryCodes.Where(c => c.SignInId == id).ExecuteDeleteAsync(cancellationToken);
        var codes = Enumerable.Range(0, Codes).Select(_ => Base32.Write(RandomNumberGenerator.GetBytes(CodeBytes))).ToList();
        db.RecoveryCodes.AddRange(codes.Select(c => new RecoveryCode { SignInId = id, Hash = HashOf(member, c) }));
        return [.. codes.Select(c => Base32.Grouped(c, '-'))];
    }

    public async Task ResetAsync(MemberId member, CancellationToken cancellationToken)
    {
        var id = member.Value;
        await RemoveAppAsync(member, cancellationToken);
        await db.RecoveryCodes.Where(c => c.SignInId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == id).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The step is taken in one statement: of two requests with the same code at once, one is refused.</summary>
    /// <returns>False if the code is wrong, or it or a later one was taken before.</returns>
    public async Task<bool> SpendCodeAsync(MemberId member, string code, CancellationToken cancellationToken)
    {
        var id = member.Value;
        var app = await db.Apps.AsNoTracking().SingleOrDefaultAsync(a => a.SignInId == id, cancellationToken);
        if (app is null)
        {
            return false;
        }

        var key = box.Open(PurposeOf(member), app.SealedKey);
        return OneTimeCode.StepOf(code, key, time.GetUtcNow()) is { } step
            && await db.Apps.Where(a => a.SignInId == id && a.LastStep < step).ExecuteUpdateAsync(s => s.SetProperty(a => a.LastStep, step), cancellationToken) == 1;
    }

    /// <returns>How many are left; null if it is none of the member's, or was used before.</returns>
    public async Task<int?> SpendRecoveryCodeAsync(MemberId member, string code, CancellationToken cancellationToken)
    {
        var (id, hash) = (member.Value, HashOf(member, Base32.Clean(code)));
        return await db.RecoveryCodes.Where(c => c.SignInId == id && c.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 1
            ? await db.RecoveryCodes.CountAsync(c => c.SignInId == id, cancellationToken)
            : null;
    }

    public static bool LooksLikeRecoveryCode(string code) => Base32.Clean(code).Length == CodeLetters;

    private static string PurposeOf(MemberId member) => $"totp|{member.Value:N}";

    // Eighty random bits need no slow hash; the member's id keeps one table of hashes from serving for all.
    private static string HashOf(MemberId member, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{member.Value:N}|{code}")));
}
