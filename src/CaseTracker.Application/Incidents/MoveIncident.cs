using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Incidents;

/// <summary>Moves an incident through the organisation's own workflow, with the reason.</summary>
/// <param name="Version">The version that the screen showed.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record MoveIncident(string Number, int Version, Workflow? To, string? Reason) : ICommand<Result>, IWorkOnIncident;

public sealed class MoveIncidentHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<MoveIncident, Result>
{
    public async Task<Result> Handle(MoveIncident request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.Whole().FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        if (request.To is { } to)
        {
            trail.OfIncident(request.Number, $"{incident.Workflow.Code()}>{to.Code()}");
        }

        return incident.CheckVersion(request.Version) is { } stale
            ? stale
            : incident.Move(request.To, request.Reason, new Stamp(current.MemberId, calendar.Now));
    }
}
