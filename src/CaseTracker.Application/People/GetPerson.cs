using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.People;

/// <summary>
/// A person, an organisation or a group under their pseudonym, with what was done to them in the incidents that the reader sees.
/// Somebody who is in none of those does not exist for the reader.
/// </summary>
[Requires(Permission.SeeIncidents)]
public sealed record GetPerson(PersonId Person) : ITracedRead<Result<PersonView>>
{
    public string? RecordIn(Result<PersonView> answer) => answer.Value.Pseudonym;
}

/// <param name="ErasedAt">When who they are was erased.</param>
/// <param name="Acts">By date, as far as it is known; those without a date first.</param>
public sealed record PersonView(
    PersonId Id,
    string Pseudonym,
    PersonKind Kind,
    string? Gender,
    string? AgeBand,
    bool IsIndigenous,
    IReadOnlyList<string> Profiles,
    DateTimeOffset? ErasedAt,
    IReadOnlyList<PersonAct> Acts)
{
    public int Threats => Acts.Count(a => ActSeverity.IsThreat(a.Code));
}

/// <param name="Again">See <see cref="RepeatedThreats"/>.</param>
public sealed record PersonAct(string Number, string Code, PartialDate On, Repetition Again);

public sealed class GetPersonHandler(ICaseTrackerDb db) : IRequestHandler<GetPerson, Result<PersonView>>
{
    public async Task<Result<PersonView>> Handle(GetPerson request, CancellationToken cancellationToken)
    {
        var person = await db.People.AsNoTracking().Include(p => p.Profiles).SingleOrDefaultAsync(p => p.Id == request.Person, cancellationToken);
        var incidents = await db.Incidents.AsNoTracking()
            .Where(i => i.Victims.Any(v => v.PersonId == request.Person))
            .Include(i => i.Victims).Include(i => i.Acts)
            .OrderBy(i => i.Number)
            .ToListAsync(cancellationToken);
        if (person is null || incidents.Count == 0)
        {
            return SharedErrors.NotFound;
        }

        var acts = (from incident in incidents
                    let places = incident.Victims.Where(v => v.PersonId == request.Person).Select(v => v.Sequence).ToHashSet()
                    from act in incident.Acts.OrderBy(a => a.Sequence)
                    where places.Contains(act.VictimSequence)
                    let date = act.On ?? incident.StartedOn
                    orderby date.Earliest, date.Latest
                    select (incident.Number, Suffered: new SufferedAct(incident.Id, act.Sequence, act.Code, null, date))).ToList();
        var repeated = RepeatedThreats.Among(acts.ConvertAll(a => a.Suffered));
        return new PersonView(
            person.Id,
            person.Pseudonym,
            person.Kind,
            person.GenderCode,
            person.AgeBandCode,
            person.IsIndigenous,
            [.. person.Profiles.Select(p => p.Code).Order(StringComparer.Ordinal)],
            person.ErasedAt,
            [.. acts.Select((a, i) => new PersonAct(a.Number, a.Suffered.Code, a.Suffered.On, repeated[i]))]);
    }
}
