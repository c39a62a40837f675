using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Incidents;

/// <summary>Says how far the facts are established, with the reason.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record VerifyIncident(string Number, int Version, Verification? To, string? Reason) : ICommand<Result>, IWorkOnIncident;

public sealed class VerifyIncidentHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<VerifyIncident, Result>
{
    public async Task<Result> Handle(VerifyIncident request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.Whole().FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        if (incident.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        if (request.To is { } to)
        {
            trail.OfIncident(request.Number, $"{incident.Verification}>{to}");
        }

        return incident.Verify(request.To, request.Reason, new Stamp(current.MemberId, calendar.Now));
    }
}
