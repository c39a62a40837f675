using CaseTracker.Application.Access;
using CaseTracker.Application.Campaigns;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Campaigns;

[Permit(Permission.WorkOnCampaigns)]
public sealed class EditModel(IMediator mediator) : CampaignPageModel(mediator)
{
    [BindProperty]
    public CampaignForm Form { get; set; } = new();

    /// <summary>Version of the campaign that the form was filled from.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What is stored now, after somebody else was faster; null otherwise.</summary>
    public CampaignForm? Newer { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await Mediator.Send(new GetCampaignFacts(Number), cancellationToken);
        if (!found.TryGet(out var stored))
        {
            return this.Refused(found.Refusals);
        }

        (Form, Version) = (CampaignForm.From(stored.Facts).Ready(), stored.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var changed = ModelState.IsValid ? await Mediator.Send(new ChangeCampaign(Number, Version, Form.ToInput()), cancellationToken) : null;
        if (changed is { IsSuccess: true })
        {
            return Back("Campaign.Changed");
        }

        var found = await Mediator.Send(new GetCampaignFacts(Number), cancellationToken);
        if (!found.TryGet(out var stored))
        {
            return this.Refused(found.Refusals);
        }

        Form.Ready();
        if (changed?.Refusals.Any(r => r.Kind == RefusalKind.Conflict) == true)
        {
            // Sent again, what was typed means "on top of theirs".
            (Newer, Version) = (CampaignForm.From(stored.Facts), stored.Version);
        }

        return changed is null ? this.Unreadable() : this.Refused(changed.Refusals);
    }
}
