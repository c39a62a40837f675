using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.People;

/// <summary>What stands between the reader and the identities of an incident, or of one person in it, and who broke the glass before.</summary>
/// <param name="Person">Null for those who were recorded with the incident.</param>
[Requires(Permission.SeeIncidents)]
public sealed record GetIdentityAccess(string Number, PersonId? Person = null) : IReadsIncident<Result<IdentityAccess>>
{
    public bool IsFrame => true;
}

/// <param name="IsOfPerson">The incident's own people are open to the reader, and this one, who comes from elsewhere, is not.</param>
/// <param name="OpenUntil">When the reader's own hour ends; null where the door is open for another reason, or closed.</param>
/// <param name="Openings">The newest first.</param>
public sealed record IdentityAccess(IdentityDoor Door, bool IsOfPerson, DateTimeOffset? OpenUntil, IReadOnlyList<OpeningView> Openings);

public sealed record OpeningView(string By, string Reason, DateTimeOffset At, DateTimeOffset ExpiresAt);

public sealed class GetIdentityAccessHandler(ICaseTrackerDb db, IVault vault, IdentityDoors doors, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<GetIdentityAccess, Result<IdentityAccess>>
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
        var door = request.Person is { } person ? await doors.OfAsync(incident, person, cancellationToken) : doors.Of(incident);
        var keys = await vault.OfAsync(incident.Id, cancellationToken);
        var names = await db.Members.NamesAsync(incident.IdentityOpenings.Select(o => o.MemberId), cancellationToken);
        return new IdentityAccess(
            door,
            door == IdentityDoor.BehindGlass && doors.Of(incident) == IdentityDoor.Open,
            incident.IdentityOpenings.Where(o => o.MemberId == current.MemberId && o.ExpiresAt > now && (o.Whose is null ? incident.OwnerId != current.MemberId : o.Whose == request.Person)).Select(o => (DateTimeOffset?)o.ExpiresAt).Max(),
            [.. incident.IdentityOpenings.OrderByDescending(o => o.At).Select(o => new OpeningView(names.Of(o.MemberId), keys.Part(SealedFields.OpeningReason, o.Sequence, o.Reason) ?? IncidentKeys.Erased, o.At, o.ExpiresAt))]);
    }
}
