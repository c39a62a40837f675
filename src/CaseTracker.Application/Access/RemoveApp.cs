using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Access;

[Requires(Permission.ManageOwnSignIn)]
public sealed record RemoveApp : ICommand<Result>;

public sealed class RemoveAppHandler(ISecondFactors factors, SignInRules rules, CurrentActor current, Trail trail) : IRequestHandler<RemoveApp, Result>
{
    public async Task<Result> Handle(RemoveApp request, CancellationToken cancellationToken)
    {
        trail.Of(current.MemberId.Value.ToString("N"));
        var held = await factors.FindAsync(current.MemberId, cancellationToken);
        if (held is { HasApp: true, Count: 1 } && rules.SecondFactorIsCompulsory)
        {
            return SecondFactorErrors.LastOne;
        }

        return await factors.RemoveAppAsync(current.MemberId, cancellationToken) ? Result.Success : SharedErrors.NotFound;
    }
}
