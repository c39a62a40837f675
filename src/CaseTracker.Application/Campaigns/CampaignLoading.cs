using CaseTracker.Domain.Campaigns;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Campaigns;

public static class CampaignLoading
{
    /// <summary>The whole aggregate: the one loading shape for changing a campaign.</summary>
    public static IQueryable<Campaign> Whole(this IQueryable<Campaign> campaigns) => campaigns
        .Include(c => c.Narratives)
        .Include(c => c.Outlets.OrderBy(o => o.Sequence))
        .Include(c => c.Speakers.OrderBy(s => s.Sequence))
        .Include(c => c.Addresses.OrderBy(a => a.Sequence))
        .Include(c => c.Incidents);

    /// <summary>Null when it does not exist or is not the actor's to see: the two are never told apart.</summary>
    public static Task<Campaign?> FindAsync(this IQueryable<Campaign> campaigns, string number, CancellationToken cancellationToken) =>
        campaigns.SingleOrDefaultAsync(c => c.Number == number, cancellationToken);
}
