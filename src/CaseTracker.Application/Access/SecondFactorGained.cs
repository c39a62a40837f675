using CaseTracker.Domain.Access;

namespace CaseTracker.Application.Access;

/// <summary>What follows when somebody adds a way to prove who they are.</summary>
public sealed class SecondFactorGained(ISecondFactors factors, ISessions sessions, CurrentSession current)
{
    /// <returns>Recovery codes to be shown once, with the first factor; null if there are some already.</returns>
    public async Task<IReadOnlyList<string>?> AsideAsync(MemberId member, CancellationToken cancellationToken)
    {
        if (current.Open is { } session)
        {
            // Somebody else who knows the password and came in before there was a factor must not stay, or add one of theirs.
            await sessions.EndAllAsync(member, session.Id, cancellationToken);
            await sessions.ConfirmAsync(session.Id, Assurance.SecondFactor, cancellationToken);
        }

        var now = await factors.FindAsync(member, cancellationToken);
        return now.RecoveryCodesLeft > 0 ? null : await factors.RenewRecoveryCodesAsync(member, cancellationToken);
    }
}
