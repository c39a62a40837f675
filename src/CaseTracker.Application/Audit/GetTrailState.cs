using CaseTracker.Application.Access;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Audit;

/// <summary>How far the trail is sealed, and when it was last checkpointed and verified.</summary>
[Requires(Permission.SeeAudit)]
public sealed record GetTrailState : IQuery<Result<TrailState>>;

public sealed class GetTrailStateHandler(ITrailProof proof) : IRequestHandler<GetTrailState, Result<TrailState>>
{
    public async Task<Result<TrailState>> Handle(GetTrailState request, CancellationToken cancellationToken) => await proof.StateAsync(cancellationToken);
}
