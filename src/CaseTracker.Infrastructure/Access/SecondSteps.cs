using System.Text;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace CaseTracker.Infrastructure.Access;

/// <summary>What comes after the right password: a code, counted like the password before it.</summary>
internal sealed class SecondSteps(UserManager<SignIn> users, SecondFactors factors, SealedAnswers answers, Attempts attempts, ITrailWriter trail, IHttpContextAccessor context)
{
    /// <summary>
    /// Wrong codes of an authenticator within an hour, from wherever: only somebody who knows the password gets to try, so
    /// this locks out no owner but one whose password is known, who still has their passkey and their recovery codes.
    /// </summary>
    private const int MostFromAnywhere = 20;

    private const string Kind = "code";
    private const string Proof = "password";

    private string Source => RequestSource.Of(context.HttpContext);

    /// <summary>That the password was right, for some minutes, and until it or the second factors are changed.</summary>
    public string Prove(SignIn signIn) => answers.Close(Proof, member: null, Encoding.UTF8.GetBytes($"{signIn.Id:N}{signIn.SecurityStamp}"));

    public async Task<SignIn?> ProvedAsync(string proof)
    {
        var content = answers.Open(Proof, member: null, proof) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
        const int IdLength = 32;
        return content.Length > IdLength && await users.FindByIdAsync(content[..IdLength]) is { PasswordHash: not null } signIn && signIn.SecurityStamp == content[IdLength..] ? signIn : null;
    }

    /// <summary>A code of the app, or a recovery code.</summary>
    public async Task<bool> TakesAsync(MemberId member, string code, bool recoveryToo, CancellationToken cancellationToken)
    {
        var account = member.Value.ToString("N");
        var isRecovery = recoveryToo && SecondFactors.LooksLikeRecoveryCode(code);
        var open = await attempts.TryAsync(Kind, account, Source, cancellationToken)
            && (isRecovery || await attempts.FailuresAsync(Kind, account, cancellationToken) < MostFromAnywhere);
        if (open && (isRecovery ? await RecoversAsync(member, code, cancellationToken) : await factors.SpendCodeAsync(member, code, cancellationToken)))
        {
            await attempts.ForgetAsync(Kind, account, Source, cancellationToken);
            return true;
        }

        await attempts.FailedAsync(Kind, account, cancellationToken);
        await trail.WriteAsync(actor: null, "SecondFactorRefused", AuditOutcome.Denied, account, detail: null, cancellationToken);
        return false;
    }

    private async Task<bool> RecoversAsync(MemberId member, string code, CancellationToken cancellationToken)
    {
        if (await factors.SpendRecoveryCodeAsync(member, code, cancellationToken) is not { } left)
        {
            return false;
        }

        await trail.WriteAsync(member, "UseRecoveryCode", AuditOutcome.Done, member.Value.ToString("N"), $"left:{left}", cancellationToken);
        return true;
    }
}
