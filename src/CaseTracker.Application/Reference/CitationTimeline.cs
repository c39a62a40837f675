using CaseTracker.Application.Persistence;
using CaseTracker.Application.Timelines;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Reference;

/// <summary>Releases that a case worker linked.</summary>
public sealed class CitationTimeline(ICaseTrackerDb db) : ITimelineSource
{
    public async Task<IReadOnlyList<TimelineItem>> TellAsync(TimelineScope scope, CancellationToken cancellationToken)
    {
        var ids = scope.Ids;
        var citations = await db.Incidents.AsNoTracking()
            .Where(i => ids.Contains(i.Id))
            .SelectMany(i => i.Citations, (i, c) => new { i.Number, c.ReleaseId, c.CitedBy, c.CitedAt })
            .ToListAsync(cancellationToken);
        if (citations.Count == 0)
        {
            return [];
        }

        var cited = citations.Select(c => c.ReleaseId).Distinct().ToList();
        var titles = await db.Releases.AsNoTracking().Where(r => cited.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Title, cancellationToken);
        return
        [
            .. citations.OrderBy(c => c.CitedAt).ThenBy(c => c.Number, StringComparer.Ordinal).ThenBy(c => c.ReleaseId.Value)
                .Select(c => new TimelineItem(new(TimelineClass.Context, TimelineEvent.Cited, null, c.CitedAt, c.Number, [new(null, null, titles[c.ReleaseId])]), c.CitedBy)),
        ];
    }
}
