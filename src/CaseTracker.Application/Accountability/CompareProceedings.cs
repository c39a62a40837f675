using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>
/// How long each running path of an incident has waited beside similar ones: running paths of other incidents that the reader
/// may see, of the same group of acts, before the same authority, or before any of its kind where that leaves too few. A path before
/// an authority that is on no list is compared with none.
/// </summary>
[Requires(Permission.SeeIncidents)]
public sealed record CompareProceedings(string Number) : IReadsIncident<Result<IReadOnlyDictionary<ProceedingId, Comparison>>>
{
    public bool IsFrame => true;
}

/// <param name="Similar">Null if there are too few to compare with.</param>
/// <param name="SameAuthority">Whether all of them run before the very same authority.</param>
public sealed record Comparison(SimilarPaths? Similar, bool SameAuthority);

public sealed class CompareProceedingsHandler(ICaseTrackerDb db, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<CompareProceedings, Result<IReadOnlyDictionary<ProceedingId, Comparison>>>
{
    public async Task<Result<IReadOnlyDictionary<ProceedingId, Comparison>>> Handle(CompareProceedings request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking().Include(i => i.Acts).Include(i => i.Proceedings).SingleOrDefaultAsync(i => i.Number == request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var groups = incident.Acts.Select(a => GroupOf(a.Code)).ToHashSet();
        var acts = terms.All(Lists.Acts).Where(a => groups.Contains(GroupOf(a.Code))).Select(a => a.Code).ToList();
        var others = db.Incidents.AsNoTracking().Where(i => i.Id != incident.Id && i.ErasedAt == null && i.Acts.Any(a => acts.Contains(a.Code)));
        var found = new Dictionary<ProceedingId, Comparison>();

        // "Another authority" is many: files before it share nothing but that none of them is on the list.
        foreach (var alike in incident.Proceedings.Where(p => p is { ClockFrom: not null, AuthorityCode: not (null or Authority.Other) }).GroupBy(p => p.AuthorityCode!))
        {
            var comparison = await CompareAsync(others, alike.Key, cancellationToken);
            foreach (var path in alike)
            {
                found.Add(path.Id, comparison);
            }
        }

        return found;

        string GroupOf(string code) => terms.Find(Lists.Acts, code)?.Parent ?? code;
    }

    private async Task<Comparison> CompareAsync(IQueryable<Domain.Incidents.Incident> others, string authority, CancellationToken cancellationToken)
    {
        if (await WaitingAsync(others, [authority], cancellationToken) is { } same)
        {
            return new Comparison(same, SameAuthority: true);
        }

        var kind = await db.Authorities.Where(a => a.Code == authority).Select(a => a.Kind).SingleOrDefaultAsync(cancellationToken);
        var ofItsKind = await db.Authorities.Where(a => a.Kind == kind).Select(a => a.Code).ToListAsync(cancellationToken);
        return new Comparison(await WaitingAsync(others, ofItsKind, cancellationToken), SameAuthority: false);
    }

    /// <summary>Days and how many have waited so long: a few thousand rows at most, however many paths there are.</summary>
    private async Task<SimilarPaths?> WaitingAsync(IQueryable<Domain.Incidents.Incident> others, List<string> authorities, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var waiting = await others
            .SelectMany(i => i.Proceedings)
            .Where(p => p.ClockFrom != null && authorities.Contains(p.AuthorityCode!))
            .GroupBy(p => p.ClockFrom!.Value)
            .Select(g => new { From = g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return SimilarPaths.Of(waiting.SelectMany(w => Enumerable.Repeat(Math.Max(0, today.DayNumber - w.From.DayNumber), w.Count)));
    }
}
