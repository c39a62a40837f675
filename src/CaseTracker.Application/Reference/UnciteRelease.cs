using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Reference;

/// <summary>Takes back the link between an incident and a release.</summary>
/// <param name="Version">The incident's version that the screen showed.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record UnciteRelease(string Number, string Release, int Version) : ICommand<Result>, IWorkOnIncident;

public sealed class UnciteReleaseHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<UnciteRelease, Result>
{
    public async Task<Result> Handle(UnciteRelease request, CancellationToken cancellationToken)
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
            : incident.Uncite(release.Id, new Stamp(current.MemberId, calendar.Now));
    }
}
