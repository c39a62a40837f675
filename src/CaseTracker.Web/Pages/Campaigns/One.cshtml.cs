using CaseTracker.Application.Access;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Timelines;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Web.Http;
using CaseTracker.Web.Pages.Timelines;
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

    /// <summary>Null if the address asks for a part of it that cannot be.</summary>
    public Timeline? Told { get; private set; }

    /// <summary>See <see cref="TimelineView.Read"/>.</summary>
    [BindProperty(Name = "show", SupportsGet = true)]
    public List<string> Show { get; set; } = [];

    public TimelineAsked Asked => TimelineView.Read(Show, Request.Query[ListQuery.Page]);

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
        var told = await Mediator.Send(new GetCampaignTimeline(Number, Asked.Classes, Asked.At), cancellationToken);
        if (!told.TryGet(out var timeline))
        {
            return this.Refused(told.Refusals, prefix: "");
        }

        Told = timeline;
        return Lost.Count > 0 ? this.Refused(Lost, prefix: "") : Page();
    }
}
