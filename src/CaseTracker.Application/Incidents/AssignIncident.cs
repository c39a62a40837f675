using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>A supervisor gives an incident to somebody at once, with the reason: for when its owner cannot hand it over.</summary>
[Requires(Permission.AssignIncidents)]
public sealed record AssignIncident(string Number, int Version, MemberId? Owner, string? Reason) : ICommand<Result>, IWorkOnIncident;

public sealed class AssignIncidentHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<AssignIncident, Result>
{
    public async Task<Result> Handle(AssignIncident request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.WithAccess().FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        if (incident.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        if (current.Actor.Role != Role.Supervisor || !current.Actor.Leads(incident))
        {
            return AccessErrors.NotYours;
        }

        if (request.Owner is not { } owner)
        {
            return SharedErrors.Required.On(nameof(request.Owner));
        }

        if (!await db.WhoWorkOn(incident, calendar.Now).AnyAsync(m => m.Id == owner, cancellationToken))
        {
            return IncidentErrors.OwnerOutsideTeam;
        }

        var former = incident.OwnerId;
        var assigned = incident.AssignAtOnce(owner, request.Reason, new Stamp(current.MemberId, calendar.Now));
        if (assigned.IsSuccess && former != current.MemberId)
        {
            db.Notices.Add(Notice.To(former, incident.HandOvers[^1].KeyFor(incident, NoticeKind.IncidentTaken), NoticeKind.IncidentTaken, incident.Id, calendar.Now));
        }

        return assigned;
    }
}
