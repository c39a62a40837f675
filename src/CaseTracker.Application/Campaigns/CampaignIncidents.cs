using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Campaigns;

/// <summary>The incidents of one campaign, of those that the reader sees, and when it was first seen.</summary>
public sealed record CampaignIncidents(CampaignId Campaign, PartialDate FirstSeen, IReadOnlyList<IncidentId> Incidents);

public static class CampaignIncidentsReading
{
    /// <returns>Null when there is no such campaign, or it is not the reader's to see.</returns>
    public static async Task<CampaignIncidents?> IncidentsOfCampaignAsync(this ICaseTrackerDb db, string number, CancellationToken cancellationToken)
    {
        var found = await db.Campaigns.AsNoTracking().Where(c => c.Number == number).Select(c => new { c.Id, c.FirstSeen }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        // Asked of the incidents, whose filter knows what the reader sees.
        var belonging = db.Campaigns.Where(c => c.Id == found.Id).SelectMany(c => c.Incidents.Where(i => i.RemovedAt == null), (_, i) => i.IncidentId);
        return new(found.Id, found.FirstSeen, await db.Incidents.Where(i => belonging.Contains(i.Id)).Select(i => i.Id).ToListAsync(cancellationToken));
    }
}
