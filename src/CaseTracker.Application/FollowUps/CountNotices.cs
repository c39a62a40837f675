using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.FollowUps;

/// <summary>How many notices the actor has not seen: the number in every page's header.</summary>
[Requires(Permission.SeeNotices)]
public sealed record CountNotices : IQuery<Result<UnseenNotices>>;

/// <param name="OwnAccess">One of them is about their own sign-in, role or teams: it is said above every page until it is seen.</param>
public sealed record UnseenNotices(int Count, bool OwnAccess);

public sealed class CountNoticesHandler(ICaseTrackerDb db, CurrentActor current) : IRequestHandler<CountNotices, Result<UnseenNotices>>
{
    public async Task<Result<UnseenNotices>> Handle(CountNotices request, CancellationToken cancellationToken)
    {
        var (own, kinds) = (current.MemberId.Value.ToString("N"), Notice.OfAccess);
        var counts = await db.Notices
            .Where(n => n.MemberId == current.MemberId && n.SeenAt == null && (n.IncidentId == null || db.Incidents.Any(i => i.Id == n.IncidentId)))
            .GroupBy(n => n.Subject == own && kinds.Contains(n.Kind))
            .Select(g => new { IsOwnAccess = g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return new UnseenNotices(counts.Sum(c => c.Count), counts.Any(c => c.IsOwnAccess));
    }
}
