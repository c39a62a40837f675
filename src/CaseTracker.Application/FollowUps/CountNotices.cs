using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.FollowUps;

/// <summary>How many notices the actor has not seen: the number in every page's header.</summary>
[Requires(Permission.SeeNotices)]
public sealed record CountNotices : IQuery<Result<int>>;

public sealed class CountNoticesHandler(ICaseTrackerDb db, CurrentActor current) : IRequestHandler<CountNotices, Result<int>>
{
    public async Task<Result<int>> Handle(CountNotices request, CancellationToken cancellationToken) =>
        await db.Notices.CountAsync(n => n.MemberId == current.MemberId && n.SeenAt == null && (n.IncidentId == null || db.Incidents.Any(i => i.Id == n.IncidentId)), cancellationToken);
}
