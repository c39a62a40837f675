using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Campaigns;

/// <summary>Opens a record of a campaign, to which incidents are then added.</summary>
/// <param name="Key">Made when the form was first shown: the same form sent twice starts one campaign.</param>
/// <param name="Team">Null for a member of a single team.</param>
/// <returns>The campaign's number.</returns>
[Requires(Permission.WorkOnCampaigns)]
public sealed record StartCampaign(Guid Key, CampaignInput Campaign, TeamId? Team) : ICommand<Result<string>>;

public sealed class StartCampaignHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, ICampaignNumbers numbers, Trail trail) : IRequestHandler<StartCampaign, Result<string>>
{
    public async Task<Result<string>> Handle(StartCampaign request, CancellationToken cancellationToken)
    {
        var id = CampaignId.From(request.Key);
        if (await db.Campaigns.IgnoreQueryFilters().AnyAsync(c => c.Id == id, cancellationToken))
        {
            if (await db.Campaigns.Where(c => c.Id == id && c.OwnerId == current.MemberId).Select(c => c.Number).SingleOrDefaultAsync(cancellationToken) is not { } started)
            {
                return SharedErrors.FormUsed;
            }

            trail.Of(started);
            return started;
        }

        List<Refusal> refusals = [];
        if (request.Team is null && current.Actor.Teams.Count > 1)
        {
            refusals.Add(SharedErrors.Required.On("Team"));
        }

        var team = request.Team ?? (current.Actor.Teams.Count > 0 ? current.Actor.Teams[0] : default);
        if (!current.Actor.Teams.Contains(team))
        {
            refusals.Add(CampaignErrors.TeamNotYours);
        }

        var facts = request.Campaign.ToFacts(refusals);
        var number = refusals.Count == 0 ? await numbers.NextAsync(calendar.Today.Year, cancellationToken) : "";
        var campaign = Campaign.Start(id, number, facts, team, terms, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        refusals.AddRange(campaign.Refusals);
        if (refusals.Count > 0)
        {
            return refusals.Distinct().ToList();
        }

        db.Campaigns.Add(campaign.Value);
        trail.Of(number);
        return number;
    }
}
