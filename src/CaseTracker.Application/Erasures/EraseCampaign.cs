using CaseTracker.Application.Access;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Erasures;

/// <summary>Orders what was written of a campaign to be erased for good: its own texts, and why incidents belong to it. The incidents stay.</summary>
/// <param name="Confirmation">The number, typed once more.</param>
/// <param name="Understood">That nothing brings it back.</param>
[Requires(Permission.EraseRecords)]
public sealed record EraseCampaign(string Number, ErasureGround? Ground, string? Confirmation, bool Understood) : ICommand<Result<ErasureId>>, IWorkOnCampaign;

public sealed class EraseCampaignHandler(ICaseTrackerDb db, ErasureOrders orders, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<EraseCampaign, Result<ErasureId>>
{
    public async Task<Result<ErasureId>> Handle(EraseCampaign request, CancellationToken cancellationToken)
    {
        trail.OfCampaign(request.Number);
        var campaign = await db.Campaigns.Include(c => c.Incidents).FindAsync(request.Number, cancellationToken);
        if (campaign is null)
        {
            return SharedErrors.NotFound;
        }

        if (!current.Actor.Leads(campaign))
        {
            return AccessErrors.NotYours;
        }

        var ordered = await orders.OrderAsync(ErasureSubject.Of(campaign.Id, campaign.Number), request.Ground, [ErasedRecord.Of(campaign.Id)], cancellationToken);
        List<Refusal> refusals = [.. ordered.Refusals, .. ErasureOrders.Check(request.Confirmation, campaign.Number, ErasureErrors.CampaignNumberDiffers, request.Understood)];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        trail.OfCampaign(campaign.Number, ordered.Value.Ground.ToString());
        campaign.Erase(new Stamp(current.MemberId, calendar.Now));
        orders.Tell(campaign.OwnerId, NoticeKind.CampaignErased, campaign.Number, ordered.Value);
        return ordered.Value.Id;
    }
}
