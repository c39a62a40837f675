using CaseTracker.Application.Reference;
using CaseTracker.Domain.Reference;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Reference;

/// <summary>Brings the shipped releases into the database; run again, it changes only what a new version reads differently.</summary>
internal static class ReferenceSeed
{
    public static async Task SeedAsync(CaseTrackerDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shipped = ShippedReleases.Read();
        var holders = await db.MandateHolders.ToDictionaryAsync(h => h.Key, cancellationToken);
        foreach (var holder in shipped.SelectMany(r => r.MandateHolders).DistinctBy(h => h.Key))
        {
            if (holders.TryGetValue(holder.Key, out var stored))
            {
                stored.Update(holder.Name, holder.Mandate);
            }
            else
            {
                db.MandateHolders.Add(MandateHolder.Shipped(holder.Key, holder.Name, holder.Mandate));
            }
        }

        var releases = await db.Releases.WithParts().ToDictionaryAsync(r => r.Id, cancellationToken);
        foreach (var release in shipped)
        {
            var id = ReleaseId.From(ShippedReleases.IdOf(release.Key));
            if (releases.TryGetValue(id, out var stored))
            {
                stored.Update(release.ToContents(), now);
            }
            else
            {
                db.Releases.Add(Release.Shipped(id, release.Key, release.ToContents(), now));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
