using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Access;

/// <summary>What the actor can prove who they are with, besides the password.</summary>
[Requires(Permission.ManageOwnSignIn)]
public sealed record GetSecondFactors : IQuery<Result<SecondFactorsView>>;

public sealed class GetSecondFactorsHandler(ISecondFactors factors, CurrentActor current) : IRequestHandler<GetSecondFactors, Result<SecondFactorsView>>
{
    public async Task<Result<SecondFactorsView>> Handle(GetSecondFactors request, CancellationToken cancellationToken) =>
        await factors.FindAsync(current.MemberId, cancellationToken);
}
