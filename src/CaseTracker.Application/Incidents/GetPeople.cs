using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>The victims under their pseudonyms, with what is recorded of them besides who they are.</summary>
[Requires(Permission.SeeIncidents)]
public sealed record GetPeople(string Number) : IReadsIncident<Result<IReadOnlyList<VictimView>>>;

/// <param name="Person">Null for somebody who is not known; so are the rest.</param>
/// <param name="Version">Of the person, for changing what is recorded of them.</param>
/// <param name="OtherIncidents">Further incidents of the same person that the reader sees.</param>
/// <param name="ErasedAt">When who they are was erased.</param>
public sealed record VictimView(
    int Sequence,
    PersonId? Person,
    string? Pseudonym,
    int Version,
    PersonKind? Kind,
    string? Gender,
    string? AgeBand,
    bool IsIndigenous,
    IReadOnlyList<string> Profiles,
    IReadOnlyList<string> OtherIncidents,
    DateTimeOffset? ErasedAt = null);

public sealed class GetPeopleHandler(ICaseTrackerDb db, Trail trail) : IRequestHandler<GetPeople, Result<IReadOnlyList<VictimView>>>
{
    public async Task<Result<IReadOnlyList<VictimView>>> Handle(GetPeople request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking().Include(i => i.Victims).SingleOrDefaultAsync(i => i.Number == request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var ids = incident.Victims.Select(v => v.PersonId).OfType<PersonId>().ToList();
        var people = await db.People.AsNoTracking().Include(p => p.Profiles).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var elsewhere = ids.Count == 0 ? [] : await db.Incidents.AsNoTracking()
            .Where(i => i.Id != incident.Id)
            .SelectMany(i => i.Victims, (i, v) => new { i.Number, v.PersonId })
            .Where(v => ids.Contains(v.PersonId!.Value))
            .ToListAsync(cancellationToken);
        return incident.Victims.OrderBy(v => v.Sequence).Select(v => v.PersonId is { } id && people.TryGetValue(id, out var person)
            ? new VictimView(
                v.Sequence,
                id,
                person.Pseudonym,
                person.Version,
                person.Kind,
                person.GenderCode,
                person.AgeBandCode,
                person.IsIndigenous,
                [.. person.Profiles.Select(p => p.Code).Order(StringComparer.Ordinal)],
                [.. elsewhere.Where(e => e.PersonId == id).Select(e => e.Number).Distinct().Order(StringComparer.Ordinal)],
                person.ErasedAt)
            : new VictimView(v.Sequence, null, null, 0, null, null, null, false, [], [])).ToList();
    }
}
