using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <param name="State">Code of the area that it is competent for; null for a federal or an international one.</param>
public sealed record AuthorityView(string Code, BilingualText Name, AuthorityKind Kind, string? State);

internal static class Offices
{
    /// <summary>The authority of a code as typed. An empty one is none; one that is on no list is refused.</summary>
    public static async Task<Result<Office>> OfficeAsync(this ICaseTrackerDb db, string? authority, string? unit, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(authority))
        {
            return new Office(null, unit);
        }

        return await db.Authorities.AsNoTracking().SingleOrDefaultAsync(a => a.Code == authority, cancellationToken) is { } known
            ? new Office(known, unit)
            : SharedErrors.UnknownTerm.On(nameof(Authority));
    }

    public static async Task<IReadOnlyDictionary<string, AuthorityView>> NamesAsync(this DbSet<Authority> authorities, IEnumerable<string?> codes, CancellationToken cancellationToken)
    {
        var wanted = codes.OfType<string>().Distinct().ToList();
        return await authorities.AsNoTracking().Where(a => wanted.Contains(a.Code))
            .Select(a => new AuthorityView(a.Code, new BilingualText(a.English, a.Spanish), a.Kind, a.State))
            .ToDictionaryAsync(a => a.Code, cancellationToken);
    }
}
