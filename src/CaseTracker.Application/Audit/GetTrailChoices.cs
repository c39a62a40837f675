using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Audit;

/// <summary>What the trail can be narrowed by: who acted, and the operations that it holds.</summary>
[Requires(Permission.SeeAudit)]
public sealed record GetTrailChoices : IQuery<Result<TrailChoices>>;

public sealed record TrailChoices(IReadOnlyList<TrailMember> Members, IReadOnlyList<string> Actions);

public sealed record TrailMember(MemberId Id, string Name);

public sealed class GetTrailChoicesHandler(ICaseTrackerDb db) : IRequestHandler<GetTrailChoices, Result<TrailChoices>>
{
    public async Task<Result<TrailChoices>> Handle(GetTrailChoices request, CancellationToken cancellationToken) => new TrailChoices(
        await db.Members.AsNoTracking().OrderBy(m => m.DisplayName).Select(m => new TrailMember(m.Id, m.DisplayName)).ToListAsync(cancellationToken),
        await db.Trail.AsNoTracking().Select(e => e.Action).Distinct().OrderBy(a => a).ToListAsync(cancellationToken));
}
