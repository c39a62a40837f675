using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Access;

/// <summary>New recovery codes for somebody who has used or lost theirs; refused to somebody who has nothing to recover.</summary>
[Requires(Permission.ManageOwnSignIn)]
public sealed record RenewRecoveryCodes : ICommand<Result<NewRecoveryCodes>>;

public sealed class RenewRecoveryCodesHandler(ISecondFactors factors, CurrentActor current, Trail trail) : IRequestHandler<RenewRecoveryCodes, Result<NewRecoveryCodes>>
{
    public async Task<Result<NewRecoveryCodes>> Handle(RenewRecoveryCodes request, CancellationToken cancellationToken)
    {
        trail.Of(current.MemberId.Value.ToString("N"));
        return (await factors.FindAsync(current.MemberId, cancellationToken)).Count > 0
            ? new NewRecoveryCodes(await factors.RenewRecoveryCodesAsync(current.MemberId, cancellationToken))
            : SharedErrors.Forbidden;
    }
}
