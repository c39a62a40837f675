using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Campaigns;

/// <summary>The campaigns to which an incident belongs, of those that the reader sees.</summary>
[Requires(Permission.SeeCampaigns)]
public sealed record GetCampaignsOfIncident(string Number) : IReadsIncident<Result<IReadOnlyList<CampaignOfIncident>>>;

public sealed record CampaignOfIncident(string Number, string Title, PartialDate FirstSeen, bool IsErased);

public sealed class GetCampaignsOfIncidentHandler(ICaseTrackerDb db, IVault vault, Trail trail) : IRequestHandler<GetCampaignsOfIncident, Result<IReadOnlyList<CampaignOfIncident>>>
{
    public async Task<Result<IReadOnlyList<CampaignOfIncident>>> Handle(GetCampaignsOfIncident request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        if (await db.Incidents.Where(i => i.Number == request.Number).Select(i => new { i.Id }).SingleOrDefaultAsync(cancellationToken) is not { Id: var incident })
        {
            return SharedErrors.NotFound;
        }

        var campaigns = await db.Campaigns.AsNoTracking()
            .Where(c => c.Incidents.Any(i => i.IncidentId == incident && i.RemovedAt == null))
            .OrderByDescending(c => c.FirstDay).ThenBy(c => c.Number)
            .Select(c => new { c.Id, c.Number, c.Title, c.FirstSeen, IsErased = c.ErasedAt != null })
            .ToListAsync(cancellationToken);
        var ring = await vault.OfAsync(campaigns.Select(c => c.Id), cancellationToken);
        return campaigns.Select(c => new CampaignOfIncident(c.Number, ring.Of(c.Id).Title(c.Title), c.FirstSeen, c.IsErased)).ToList();
    }
}
