using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.People;

/// <summary>
/// Whose identities the actor may know. Somebody belongs to the incident with which they were recorded: that door has to be
/// open, and not only that of an incident which names them by their pseudonym, as anybody who reads it can.
/// </summary>
public sealed class IdentityDoors(ICaseTrackerDb db, CurrentActor current, Calendar calendar)
{
    /// <summary>What stands before one person of an incident whose grants and openings are loaded.</summary>
    public async Task<IdentityDoor> OfAsync(Incident incident, PersonId person, CancellationToken cancellationToken)
    {
        var door = Of(incident);
        if (door == IdentityDoor.Closed)
        {
            return door;
        }

        var isOpen = incident.HasOpened(current.MemberId, person, calendar.Now) || (door == IdentityDoor.Open && await IsKnownAsync(incident.Id, person, cancellationToken));
        return isOpen ? IdentityDoor.Open : IdentityDoor.BehindGlass;
    }

    /// <summary>What stands before those who were recorded with the incident.</summary>
    public IdentityDoor Of(Incident incident) => current.Actor.May(Permission.OpenIdentities)
        ? incident.DoorFor(current.MemberId, current.Actor.WorksOn(incident, calendar.Now), calendar.Now)
        : IdentityDoor.Closed;

    /// <summary>Those of the people whom the actor may know by name at this moment, each with the incident that says so.</summary>
    public async Task<IReadOnlyList<VictimOf>> KnownAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        var asked = people.Select(p => (PersonId?)p).ToList();
        var victims = db.Victims.Where(v => asked.Contains(v.PersonId));
        var naming = db.Incidents.Where(i => i.ErasedAt == null && victims.Select(v => v.IncidentId).Contains(i.Id));
        var doors = naming.WithOpenIdentities(current.Actor, calendar.Now);
        var named = await victims.Where(v => doors.Contains(v.IncidentId)).ToListAsync(cancellationToken);
        var open = named.Select(n => n.IncidentId).ToHashSet();
        var homes = await HomesAsync([.. named.Select(n => n.PersonId!.Value).Distinct()], cancellationToken);
        var living = await LivingAsync([.. homes.Where(h => h.Value is null).Select(h => (PersonId?)h.Key)], cancellationToken);
        return
        [
            .. named.Where(n => IsKnown(homes[n.PersonId!.Value], living[n.PersonId], open)),
            .. await OpenedAsync(naming, asked, cancellationToken),
        ];
    }

    /// <summary>The other incidents of somebody whose owners are to be told that their identity was opened, seen by the actor or not.</summary>
    public Task<List<Incident>> OthersAsync(IncidentId incident, PersonId person, CancellationToken cancellationToken) =>
        db.Incidents.IgnoreQueryFilters()
            .Include(i => i.IdentityOpenings)
            .Where(i => i.Id != incident && i.ErasedAt == null && i.OwnerId != current.MemberId && i.Victims.Any(v => v.PersonId == person))
            .ToListAsync(cancellationToken);

    /// <summary>
    /// The incident with which somebody was recorded, where it was erased, seen by the actor or not. Nobody answers for them
    /// there any more, so that those who led it are told.
    /// </summary>
    public Task<Incident?> ErasedHomeAsync(PersonId person, CancellationToken cancellationToken) =>
        db.Incidents.IgnoreQueryFilters().AsNoTracking()
            .SingleOrDefaultAsync(i => i.ErasedAt != null && db.People.Any(p => p.Id == person && p.RecordedIn == i.Id), cancellationToken);

    /// <summary>Somebody was recorded with this incident, so that breaking its glass is enough.</summary>
    public Task<bool> IsOfAsync(IncidentId incident, PersonId person, CancellationToken cancellationToken) =>
        IsHomeAsync(incident, person, new HashSet<IncidentId> { incident }, cancellationToken);

    private async Task<bool> IsKnownAsync(IncidentId incident, PersonId person, CancellationToken cancellationToken)
    {
        var named = db.Incidents.Where(i => i.ErasedAt == null && i.Victims.Any(v => v.PersonId == person));
        var open = (await named.WithOpenIdentities(current.Actor, calendar.Now).ToListAsync(cancellationToken)).ToHashSet();
        return await IsHomeAsync(incident, person, open, cancellationToken);
    }

    private async Task<bool> IsHomeAsync(IncidentId incident, PersonId person, HashSet<IncidentId> open, CancellationToken cancellationToken)
    {
        var home = await db.People.Where(p => p.Id == person).Select(p => p.RecordedIn).SingleOrDefaultAsync(cancellationToken);
        return home == incident || IsKnown(home, home is null ? (await LivingAsync([person], cancellationToken))[person] : [], open);
    }

    // Where it was not kept with which incident somebody was recorded, every incident that names them counts. One that was
    // erased is open to nobody: else a colleague who names the pseudonym would be the only one left, and need no reason.
    private static bool IsKnown(IncidentId? home, IEnumerable<IncidentId> living, HashSet<IncidentId> open) =>
        home is { } known ? open.Contains(known) : living.All(open.Contains);

    // By their keys alone: the filter of people would ask for each of them again which incidents the actor sees.
    private Task<Dictionary<PersonId, IncidentId?>> HomesAsync(List<PersonId> people, CancellationToken cancellationToken) =>
        db.People.IgnoreQueryFilters().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.RecordedIn }).ToDictionaryAsync(p => p.Id, p => p.RecordedIn, cancellationToken);

    private async Task<ILookup<PersonId?, IncidentId>> LivingAsync(IReadOnlyList<PersonId?> people, CancellationToken cancellationToken) => people.Count == 0
        ? Enumerable.Empty<VictimOf>().ToLookup(v => v.PersonId, v => v.IncidentId)
        : (await db.Victims.Where(v => people.Contains(v.PersonId) && db.Incidents.IgnoreQueryFilters().Any(i => i.Id == v.IncidentId && i.ErasedAt == null)).ToListAsync(cancellationToken))
            .ToLookup(v => v.PersonId, v => v.IncidentId);

    private async Task<IEnumerable<VictimOf>> OpenedAsync(IQueryable<Incident> naming, List<PersonId?> asked, CancellationToken cancellationToken)
    {
        var (me, now) = (current.Actor.Id ?? default, calendar.Now);
        var opened = await naming.Where(NeedToKnow.WorkOf(current.Actor, now))
            .SelectMany(i => i.IdentityOpenings.Where(o => o.MemberId == me && o.ExpiresAt > now && asked.Contains(o.Whose)), (i, o) => new { i.Id, o.Whose })
            .ToListAsync(cancellationToken);
        return current.Actor.May(Permission.OpenIdentities) ? opened.Select(o => new VictimOf { IncidentId = o.Id, PersonId = o.Whose }) : [];
    }
}
