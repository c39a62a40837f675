using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Reference;

/// <summary>Links a release to an incident: a person confirms what was suggested, or knows better.</summary>
/// <param name="Version">The incident's version that the screen showed.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record CiteRelease(string Number, string Release, int Version) : ICommand<Result>, IWorkOnIncident;

public sealed class CiteReleaseHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<CiteRelease, Result>
{
    public async Task<Result> Handle(CiteRelease request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.Whole().FindAsync(request.Number, cancellationToken);
        var release = await db.Releases.AsNoTracking().SingleOrDefaultAsync(r => r.Key == request.Release, cancellationToken);
        if (incident is null || release is null)
        {
            return SharedErrors.NotFound;
        }

        trail.OfIncident(request.Number, release.Key);
        return incident.CheckVersion(request.Version) is { } stale
            ? stale
            : incident.Cite(release.Id, new Stamp(current.MemberId, calendar.Now));
    }
}
