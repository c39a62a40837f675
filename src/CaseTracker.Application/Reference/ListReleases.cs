using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Reference;

/// <summary>Every release on record, the latest first, and those who spoke in them.</summary>
[Requires(Permission.SeeReference)]
public sealed record ListReleases : IQuery<Result<ReferenceOverview>>;

public sealed record ReferenceOverview(IReadOnlyList<ReleaseListing> Releases, IReadOnlyList<HolderView> MandateHolders);

public sealed class ListReleasesHandler(ICaseTrackerDb db) : IRequestHandler<ListReleases, Result<ReferenceOverview>>
{
    public async Task<Result<ReferenceOverview>> Handle(ListReleases request, CancellationToken cancellationToken)
    {
        var holders = await db.MandateHolders.AsNoTracking().OrderBy(h => h.Key).ToListAsync(cancellationToken);
        var releases = await db.Releases.AsNoTracking().WithParts().ToListAsync(cancellationToken);
        var citing = await db.Incidents.SelectMany(i => i.Citations)
            .GroupBy(c => c.ReleaseId)
            .Select(g => new { Release = g.Key, Count = g.Count() })
            .ToDictionaryAsync(c => c.Release, c => c.Count, cancellationToken);

        var names = holders.ToDictionary(h => h.Key, h => h.Name);
        return new ReferenceOverview(
            [
                .. releases.OrderByDescending(r => r.Date.Earliest).ThenBy(r => r.Key).Select(r => new ReleaseListing(
                    r.Key, r.Title, r.Publisher, r.Date, r.Country,
                    [.. r.Signatories.Select(s => names[s.MandateHolderKey])],
                    MissionView.Of(r.Mission),
                    r.Statements.Count,
                    r.Findings.Count,
                    [.. r.Asks.Select(a => new AskStanding(a.Kind, a.StatusCode))],
                    citing.GetValueOrDefault(r.Id))),
            ],
            [
                .. holders.Select(h => new HolderView(
                    h.Key, h.Name, h.Mandate, [.. releases.Where(r => r.Signatories.Any(s => s.MandateHolderKey == h.Key)).OrderBy(r => r.Date.Earliest).Select(r => r.Key)])),
            ]);
    }
}
