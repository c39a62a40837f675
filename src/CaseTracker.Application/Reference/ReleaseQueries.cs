using CaseTracker.Domain.Reference;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Reference;

public static class ReleaseQueries
{
    /// <summary>The whole aggregate, in the one shape in which it is loaded.</summary>
    public static IQueryable<Release> WithParts(this IQueryable<Release> releases) => releases
        .Include(r => r.Signatories.OrderBy(s => s.Sequence))
        .Include(r => r.Statements.OrderBy(s => s.Sequence))
        .Include(r => r.Findings.OrderBy(f => f.Sequence))
        .Include(r => r.Affected.OrderBy(a => a.Sequence))
        .Include(r => r.Effects.OrderBy(e => e.Sequence))
        .Include(r => r.Asks.OrderBy(a => a.Position)).ThenInclude(a => a.Changes.OrderBy(c => c.Sequence))
        .Include(r => r.Mission!).ThenInclude(m => m.Figures.OrderBy(f => f.Sequence));
}
