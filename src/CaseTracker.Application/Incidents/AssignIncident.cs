using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;

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

        // A wrong receiver is no reason to keep quiet about the reason: nothing of it is stored.
        var receiver = await db.CheckReceiverAsync(incident, request.Owner, calendar.Now, cancellationToken);
        var former = incident.OwnerId;
        var assigned = incident.AssignAtOnce(request.Owner ?? default, request.Reason, new Stamp(current.MemberId, calendar.Now));
        if (receiver.IsSuccess && assigned.IsSuccess && former != current.MemberId)
        {
            db.Notices.Add(Notice.To(former, incident.HandOvers[^1].KeyFor(incident, NoticeKind.IncidentTaken), NoticeKind.IncidentTaken, incident.Id, calendar.Now));
        }

        return Result.Of([.. receiver.Refusals, .. assigned.Refusals]);
    }
}
