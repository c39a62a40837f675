using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Access;

[Requires(Permission.ManageOwnSignIn)]
public sealed record RemovePasskey(string Id) : ICommand<Result>;

public sealed class RemovePasskeyHandler(IPasskeys passkeys, ISecondFactors factors, SignInRules rules, CurrentActor current, Trail trail) : IRequestHandler<RemovePasskey, Result>
{
    public async Task<Result> Handle(RemovePasskey request, CancellationToken cancellationToken)
    {
        trail.Of(current.MemberId.Value.ToString("N"));
        var held = await factors.FindAsync(current.MemberId, cancellationToken);
        if (held.Count == 1 && held.Passkeys.Any(p => p.Id == request.Id) && rules.SecondFactorIsCompulsory)
        {
            return SecondFactorErrors.LastOne;
        }

        return await passkeys.RemoveAsync(current.MemberId, request.Id, cancellationToken) ? Result.Success : SharedErrors.NotFound;
    }
}
