using CaseTracker.Application.Access;
using CaseTracker.Application.Campaigns;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Campaigns;

/// <summary>What a campaign is, its incidents, what followed, and what may belong to it too.</summary>
[Permit(Permission.SeeCampaigns)]
public sealed class OneModel(IMediator mediator, BelongingWords words) : CampaignPageModel(mediator)
{
    public IReadOnlyList<Followed> Followed { get; private set; } = [];

    public IReadOnlyList<SuggestedIncident> Suggested { get; private set; } = [];

    public BelongingWords Words => words;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadCampaignAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var followed = await Mediator.Send(new GetCampaignAftermath(Number), cancellationToken);
        var suggested = await Mediator.Send(new SuggestIncidents(Number), cancellationToken);
        if (!followed.IsSuccess || !suggested.IsSuccess)
        {
            return this.Refused([.. followed.Refusals, .. suggested.Refusals]);
        }

        (Followed, Suggested) = (followed.Value, suggested.Value);
        return Page();
    }
}
