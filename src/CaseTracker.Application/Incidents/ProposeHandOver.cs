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

/// <summary>Offers an incident to a colleague who could work on it; its owner stays until they accept.</summary>
/// <param name="Version">The version that the screen showed.</param>
[Requires(Permission.AssignIncidents)]
public sealed record ProposeHandOver(string Number, int Version, MemberId? Owner, string? Reason) : ICommand<Result>, IWorkOnIncident;

public sealed class ProposeHandOverHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<ProposeHandOver, Result>
{
    public async Task<Result> Handle(ProposeHandOver request, CancellationToken cancellationToken)
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

        if (!current.Actor.Leads(incident))
        {
            return AccessErrors.NotYours;
        }

        // A wrong receiver is no reason to keep quiet about the reason: nothing of it is stored.
        var receiver = await db.CheckReceiverAsync(incident, request.Owner, calendar.Now, cancellationToken);
        var to = request.Owner ?? default;
        var known = incident.HandOvers.Count;
        var proposed = incident.Propose(to, request.Reason, new Stamp(current.MemberId, calendar.Now));
        if (receiver.IsSuccess && proposed.IsSuccess && incident.HandOvers.Count > known && to != current.MemberId)
        {
            db.Notices.Add(Notice.To(to, proposed.Value.KeyFor(incident, NoticeKind.HandOverProposed), NoticeKind.HandOverProposed, incident.Id, calendar.Now));
        }

        return Result.Of([.. receiver.Refusals, .. proposed.Refusals]);
    }
}

public static class HandOvers
{
    /// <summary>Whoever takes an incident over must be able to work on it.</summary>
    public static async Task<Result> CheckReceiverAsync(this ICaseTrackerDb db, Incident incident, MemberId? receiver, DateTimeOffset now, CancellationToken cancellationToken) =>
        receiver is null ? SharedErrors.Required.On("Owner")
        : await db.WhoWorkOn(incident, now).AnyAsync(m => m.Id == receiver, cancellationToken) ? Result.Success
        : IncidentErrors.OwnerOutsideTeam;

    /// <summary>One notice of a kind for one proposal, however often it is written.</summary>
    public static string KeyFor(this HandOver handOver, Incident incident, NoticeKind kind) => $"hand-over:{incident.Id.Value:N}:{handOver.Sequence}:{kind}";
}
