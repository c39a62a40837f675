using System.Globalization;
using CaseTracker.Domain.Accountability;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Infrastructure.Reference;
using CaseTracker.Infrastructure.Seeding;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Accountability;

/// <summary>Brings the shipped authorities into the database; what an organisation changed stays as it is.</summary>
internal static class AuthoritySeed
{
    public static IEnumerable<Authority> Shipped(DateTimeOffset now) => ShippedData.Rows("Accountability", "authorities.csv").Select(r => Authority.Shipped(
        AuthorityId.From(ShippedReleases.IdOf("authorities/" + r["code"])),
        r["code"]!,
        r["en"]!,
        r["es"]!,
        Enum.Parse<AuthorityKind>(r["kind"]!),
        r["state"],
        int.Parse(r["stalled_after_days"]!, CultureInfo.InvariantCulture),
        now));

    public static async Task SeedAsync(CaseTrackerDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = await db.Authorities.ToDictionaryAsync(a => a.Code, cancellationToken);
        foreach (var authority in Shipped(now))
        {
            if (stored.TryGetValue(authority.Code, out var known))
            {
                known.Refresh(authority.English, authority.Spanish, authority.Kind, authority.State);
            }
            else
            {
                db.Authorities.Add(authority);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
