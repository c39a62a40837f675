using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Campaigns;

/// <summary>What was typed about a campaign, to be changed.</summary>
[Requires(Permission.WorkOnCampaigns)]
public sealed record GetCampaignFacts(string Number) : ITracedRead<Result<StoredCampaign>>, IFillsAForm, IWorkOnCampaign
{
    public string? RecordIn(Result<StoredCampaign> answer) => Number;
}

public sealed record StoredCampaign(CampaignInput Facts, int Version);

public sealed class GetCampaignFactsHandler(ICaseTrackerDb db, IVault vault, Trail trail) : IRequestHandler<GetCampaignFacts, Result<StoredCampaign>>
{
    public async Task<Result<StoredCampaign>> Handle(GetCampaignFacts request, CancellationToken cancellationToken)
    {
        trail.OfCampaign(request.Number);
        var campaign = await db.Campaigns.AsNoTracking().Whole().FindAsync(request.Number, cancellationToken);
        if (campaign is null)
        {
            return SharedErrors.NotFound;
        }

        var keys = await vault.OfAsync(campaign.Id, cancellationToken);
        var seen = campaign.FirstSeen;
        return new StoredCampaign(
            new CampaignInput(
                keys.Title(campaign.Title),
                keys.Own(SealedFields.CampaignDescription, campaign.Description),
                new DateInput(seen.Year, seen.Month, seen.Day, seen.IsApproximate),
                [.. campaign.Narratives.Select(n => n.Code).Order(StringComparer.Ordinal)],
                [.. campaign.Outlets.Select(o => new OutletToRecord(o.KindCode, keys.Part(SealedFields.OutletName, o.Sequence, o.Name)))],
                [.. campaign.Speakers.Select(s => new SpeakerToRecord(keys.Part(SealedFields.SpeakerLabel, s.Sequence, s.Label), s.IsOfficial, s.PerpetratorCode))],
                campaign.Reach?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                campaign.ReachUnitCode,
                CampaignInput.Written(campaign.ReachOn),
                [.. campaign.Addresses.Select(a => new AddressInput(keys.Part(SealedFields.ArchivedAddress, a.Sequence, a.Url), CampaignInput.Written(a.ArchivedOn)))]),
            campaign.Version);
    }
}
