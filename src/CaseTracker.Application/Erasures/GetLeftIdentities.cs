using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Erasures;

/// <summary>
/// Whose identity stays when this incident is erased, because another incident that the reader sees names them. That one which
/// they do not see does, is not said: it would tell of it.
/// </summary>
[Requires(Permission.EraseRecords)]
public sealed record GetLeftIdentities(string Number) : IReadsIncident<Result<IReadOnlyList<LeftIdentity>>>;

/// <param name="Incidents">The others that name them.</param>
public sealed record LeftIdentity(PersonId Person, string Pseudonym, IReadOnlyList<string> Incidents);

public sealed class GetLeftIdentitiesHandler(ICaseTrackerDb db, Trail trail) : IRequestHandler<GetLeftIdentities, Result<IReadOnlyList<LeftIdentity>>>
{
    public async Task<Result<IReadOnlyList<LeftIdentity>>> Handle(GetLeftIdentities request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking().Include(i => i.Victims).FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var people = incident.Victims.Select(v => v.PersonId).OfType<PersonId>().ToList();
        var others = await db.Incidents.AsNoTracking()
            .Where(i => i.Id != incident.Id && i.ErasedAt == null)
            .SelectMany(i => i.Victims, (i, v) => new { i.Number, v.PersonId })
            .Where(o => people.Contains(o.PersonId!.Value))
            .ToListAsync(cancellationToken);
        var named = others.ToLookup(o => o.PersonId!.Value, o => o.Number);
        var left = await db.People.Where(p => people.Contains(p.Id) && p.ErasedAt == null).OrderBy(p => p.Pseudonym).Select(p => new { p.Id, p.Pseudonym }).ToListAsync(cancellationToken);
        return left.Where(p => named.Contains(p.Id)).Select(p => new LeftIdentity(p.Id, p.Pseudonym, [.. named[p.Id].Distinct().Order(StringComparer.Ordinal)])).ToList();
    }
}
