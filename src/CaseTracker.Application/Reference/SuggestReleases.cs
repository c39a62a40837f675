using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Reference;

/// <summary>The releases that an incident cites, those that bear on it and why, and the others.</summary>
[Requires(Permission.SeeIncidents)]
public sealed record SuggestReleases(string Number) : IReadsIncident<Result<IncidentReleases>>;

public sealed class SuggestReleasesHandler(ICaseTrackerDb db, ITerms terms, Trail trail) : IRequestHandler<SuggestReleases, Result<IncidentReleases>>
{
    public async Task<Result<IncidentReleases>> Handle(SuggestReleases request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking()
            .Include(i => i.Acts).Include(i => i.Accusations).Include(i => i.Citations)
            .FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var context = IncidentContext.Of(incident);
        var releases = await db.Releases.AsNoTracking().ToListAsync(cancellationToken);
        var reasons = releases.ToDictionary(r => r.Id, r => ReleaseSuggestion.Reasons(r, context, terms));
        var citations = incident.Citations.ToDictionary(c => c.ReleaseId);
        var authors = await db.Members.NamesAsync(citations.Values.Select(c => c.CitedBy), cancellationToken);
        var free = releases.Where(r => !citations.ContainsKey(r.Id)).OrderByDescending(r => r.Date.Earliest).ThenBy(r => r.Key).ToList();
        return new IncidentReleases(
            incident.Version,
            incident.StartedOn.IsKnown,
            [
                .. releases.Where(r => citations.ContainsKey(r.Id))
                    .OrderBy(r => citations[r.Id].CitedAt)
                    .Select(r => new LinkedRelease(NameOf(r), reasons[r.Id], authors.Of(citations[r.Id].CitedBy), citations[r.Id].CitedAt)),
            ],
            [
                .. free.Where(r => reasons[r.Id].Count > 0)
                    .OrderByDescending(r => reasons[r.Id].Count)
                    .Select(r => new SuggestedRelease(NameOf(r), r.RelevantFrom, r.RelevantTo, reasons[r.Id])),
            ],
            [.. free.Where(r => reasons[r.Id].Count == 0).Select(NameOf)]);
    }

    private static ReleaseName NameOf(Release release) => new(release.Key, release.Title, release.Publisher, release.Date);
}
