using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;

namespace CaseTracker.Application.Campaigns;

/// <summary>Replaces what is typed about a campaign; its incidents stay.</summary>
[Requires(Permission.WorkOnCampaigns)]
public sealed record ChangeCampaign(string Number, int Version, CampaignInput Campaign) : ICommand<Result>, IWorkOnCampaign;

public sealed class ChangeCampaignHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<ChangeCampaign, Result>
{
    public async Task<Result> Handle(ChangeCampaign request, CancellationToken cancellationToken)
    {
        trail.OfCampaign(request.Number);
        var campaign = await db.Campaigns.Whole().FindAsync(request.Number, cancellationToken);
        if (campaign is null)
        {
            return SharedErrors.NotFound;
        }

        if (campaign.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        List<Refusal> refusals = [];
        var facts = request.Campaign.ToFacts(refusals);
        var changed = campaign.Change(facts, terms, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        return Result.Of([.. refusals, .. changed.Refusals]);
    }
}
