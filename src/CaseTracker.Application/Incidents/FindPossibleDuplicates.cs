using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.People;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>
/// What may already be on record: an incident that shares two of name, date (± 3 days) and place (the name, or else the act,
/// among what agrees), or people of the same name.
/// Of whom the actor may not know by name, only that something may match, whatever the day and the place: a hint that came
/// and went with them would tell which pseudonym the name has. More names than <see cref="NamesLimit"/> are not looked for.
/// </summary>
/// <param name="Own">The incident being logged, which is no duplicate of itself when its form is sent twice.</param>
[Requires(Permission.LogIncident)]
public sealed record FindPossibleDuplicates(IncidentId Own, IReadOnlyList<string> Names, DateInput StartedOn, string? Country, string? State, IReadOnlyList<string> Acts)
    : ITracedList<Result<PossibleDuplicates>>
{
    public int RowsIn(Result<PossibleDuplicates> answer) => answer.Value.Incidents.Count + answer.Value.People.Count;
}

/// <param name="Restricted">Somebody of this name is on record whom the actor may not know by name.</param>
public sealed record PossibleDuplicates(IReadOnlyList<DuplicateIncident> Incidents, IReadOnlyList<DuplicatePerson> People, bool Restricted)
{
    public static readonly PossibleDuplicates None = new([], [], false);

    public bool Any => MayBeOnRecord || People.Count > 0;

    /// <summary>The incident itself, and not only somebody of that name.</summary>
    public bool MayBeOnRecord => Incidents.Count > 0 || Restricted;
}

public sealed record DuplicateIncident(string Number, string Title, PartialDate StartedOn, bool SameName, bool SameDate, bool SamePlace, bool SameAct);

/// <param name="Incidents">How many incidents that the actor may see name this person.</param>
public sealed record DuplicatePerson(PersonId Person, string Pseudonym, int NameIndex, int Incidents);

public sealed class FindPossibleDuplicatesHandler(ICaseTrackerDb db, IVault vault, IIdentityRegister identities, IdentityDoors doors, NamesAsked pace, CurrentActor current) : IRequestHandler<FindPossibleDuplicates, Result<PossibleDuplicates>>
{
    private const int DaysAround = 3;
    private const int Shown = 5;

    public async Task<Result<PossibleDuplicates>> Handle(FindPossibleDuplicates request, CancellationToken cancellationToken)
    {
        var matches = await MatchNamesAsync(await pace.TakeAsync(request.Names, cancellationToken), cancellationToken);
        var people = await KnownAsync(matches.Keys, cancellationToken);
        var restricted = people.Count < matches.Count;
        var date = request.StartedOn.ToDate("");
        var earliest = date.IsSuccess ? date.Value.Earliest?.AddDays(-DaysAround) : null;
        var latest = date.IsSuccess ? date.Value.Latest?.AddDays(DaysAround) : null;
        var hasPlace = !string.IsNullOrEmpty(request.Country);
        if (people.Count == 0 && (earliest is null || !hasPlace))
        {
            return PossibleDuplicates.None with { Restricted = restricted };
        }

        var acts = request.Acts.ToList();
        var candidates = from i in db.Incidents.AsNoTracking()
                         let name = i.Victims.Any(v => v.PersonId != null && people.Contains(v.PersonId.Value))
                         let day = earliest != null && i.FirstDay <= latest && i.LastDay >= earliest && i.FirstDay != DateOnly.MinValue
                         let place = hasPlace && i.Place.Country == request.Country && i.Place.State == (request.State == "" ? null : request.State)
                         let act = i.Acts.Any(a => acts.Contains(a.Code))
                         where i.Id != request.Own && ((name && (day || place)) || (day && place && act))
                         orderby name descending, act descending, i.Number descending
                         select new { i.Id, i.Number, i.Title, i.StartedOn, name, day, place, act };
        var incidents = await candidates.Take(Shown).ToListAsync(cancellationToken);

        var keys = await vault.OfAsync(incidents.Select(i => i.Id), cancellationToken);
        var known = await db.People.AsNoTracking()
            .Where(p => people.Contains(p.Id))
            .Select(p => new { p.Id, p.Pseudonym, Incidents = db.Incidents.Count(i => i.Victims.Any(v => v.PersonId == p.Id)) })
            .ToListAsync(cancellationToken);

        return new PossibleDuplicates(
            [.. incidents.Select(i => new DuplicateIncident(i.Number, keys.Of(i.Id).Title(i.Title), i.StartedOn, i.name, i.day, i.place, i.act))],
            [.. known.Select(p => new DuplicatePerson(p.Id, p.Pseudonym, matches[p.Id], p.Incidents)).OrderBy(p => p.NameIndex).ThenBy(p => p.Pseudonym)],
            restricted);
    }

    private async Task<Dictionary<PersonId, int>> MatchNamesAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var people = new Dictionary<PersonId, int>();
        for (var i = 0; i < names.Count; i++)
        {
            foreach (var match in await identities.FindByNameAsync(names[i], cancellationToken))
            {
                people.TryAdd(match.Person, i);
            }
        }

        return people;
    }

    /// <summary>Whose name the actor may know: by an open door, or because they typed it themselves.</summary>
    private async Task<List<PersonId>> KnownAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        var opened = await doors.KnownAsync(people, cancellationToken);
        var (some, me) = (people.ToList(), current.Actor.Id);
        var recorded = await db.People.Where(p => some.Contains(p.Id) && p.CreatedBy == me).Select(p => p.Id).ToListAsync(cancellationToken);
        return [.. opened.Select(o => o.PersonId!.Value).Union(recorded)];
    }
}
