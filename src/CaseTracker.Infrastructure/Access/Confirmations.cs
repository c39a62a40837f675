using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Audit;
using Microsoft.AspNetCore.Identity;

namespace CaseTracker.Infrastructure.Access;

internal sealed class Confirmations(
    UserManager<SignIn> users, SecondFactors factors, SecondSteps steps, PasswordCheck passwords, IPasskeys passkeys, ISessions sessions, CurrentSession session, ITrailWriter trail) : IConfirmations
{
    public async Task<bool> WithCodeAsync(string code, CancellationToken cancellationToken) =>
        session.Open is { } open && await DoneAsync(open, await steps.TakesAsync(open.Member, code, recoveryToo: false, cancellationToken), cancellationToken);

    public async Task<bool> WithPasswordAsync(string password, CancellationToken cancellationToken) =>
        session.Open is { } open
        && (await factors.FindAsync(open.Member, cancellationToken)).Count == 0
        && await users.FindByIdAsync(open.Member.Value.ToString()) is { } signIn
        && await DoneAsync(open, await passwords.IsRightAsync(signIn.Id.ToString("N"), signIn, password, cancellationToken), cancellationToken);

    public async Task<bool> WithPasskeyAsync(string state, string credential, CancellationToken cancellationToken) =>
        session.Open is { } open && await DoneAsync(open, await passkeys.UseAsync(open.Member, state, credential, cancellationToken) is not null, cancellationToken);

    public async Task<bool> KnowsPasswordAsync(string password, CancellationToken cancellationToken)
    {
        if (session.Open is not { } open || await users.FindByIdAsync(open.Member.Value.ToString()) is not { } signIn)
        {
            return false;
        }

        if (await passwords.IsRightAsync(signIn.Id.ToString("N"), signIn, password, cancellationToken))
        {
            return true;
        }

        await trail.WriteAsync(open.Member, nameof(ChangeOwnPassword), AuditOutcome.Denied, open.Member.Value.ToString("N"), detail: null, cancellationToken);
        return false;
    }

    private async Task<bool> DoneAsync(OpenSession open, bool right, CancellationToken cancellationToken)
    {
        if (right)
        {
            await sessions.ConfirmAsync(open.Id, open.Assurance, cancellationToken);
        }

        await trail.WriteAsync(open.Member, "ConfirmPresence", right ? AuditOutcome.Done : AuditOutcome.Denied, open.Member.Value.ToString("N"), detail: null, cancellationToken);
        return right;
    }
}
