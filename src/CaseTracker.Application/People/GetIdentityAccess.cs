using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.People;

/// <summary>What stands between the reader and the identities of an incident, and who broke the glass before.</summary>
[Requires(Permission.SeeIncidents)]
public sealed record GetIdentityAccess(string Number) : IReadsIncident<Result<IdentityAccess>>
{
    public bool IsFrame => true;
}

/// <param name="OpenUntil">When the reader's own hour ends; null where the door is open for another reason, or closed.</param>
/// <param name="Openings">The newest first.</param>
public sealed record IdentityAccess(IdentityDoor Door, DateTimeOffset? OpenUntil, IReadOnlyList<OpeningView> Openings);

public sealed record OpeningView(string By, string Reason, DateTimeOffset At, DateTimeOffset ExpiresAt);

public sealed class GetIdentityAccessHandler(ICaseTrackerDb db, IVault vault, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<GetIdentityAccess, Result<IdentityAccess>>
{
    public async Task<Result<IdentityAccess>> Handle(GetIdentityAccess request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking().Include(i => i.Grants).Include(i => i.IdentityOpenings).FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var now = calendar.Now;
        var door = current.Actor.May(Permission.OpenIdentities) ? incident.DoorFor(current.MemberId, current.Actor.WorksOn(incident, now), now) : IdentityDoor.Closed;
        var keys = await vault.OfAsync(incident.Id, cancellationToken);
        var names = await db.Members.NamesAsync(incident.IdentityOpenings.Select(o => o.MemberId), cancellationToken);
        return new IdentityAccess(
            door,
            incident.OwnerId == current.MemberId ? null
                : incident.IdentityOpenings.Where(o => o.MemberId == current.MemberId && o.ExpiresAt > now).Select(o => (DateTimeOffset?)o.ExpiresAt).Max(),
            [.. incident.IdentityOpenings.OrderByDescending(o => o.At).Select(o => new OpeningView(names.Of(o.MemberId), keys.Part(SealedFields.OpeningReason, o.Sequence, o.Reason) ?? IncidentKeys.Erased, o.At, o.ExpiresAt))]);
    }
}
