using CaseTracker.Application.Access;
using CaseTracker.Application.Campaigns;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Campaigns;

/// <summary>Adds an incident; one that was suggested comes with its reason, to be confirmed or written anew.</summary>
[Permit(Permission.WorkOnCampaigns)]
public sealed class AddIncidentModel(IMediator mediator, BelongingWords words) : CampaignPageModel(mediator)
{
    [BindProperty]
    public BelongingForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string? incident, CancellationToken cancellationToken)
    {
        if (await LoadStandingAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var suggested = string.IsNullOrEmpty(incident) ? null : await Mediator.Send(new SuggestIncidents(Number), cancellationToken);
        if (suggested is { IsSuccess: true } && suggested.Value.FirstOrDefault(s => s.Number == incident) is { } one)
        {
            Form = new BelongingForm { Incident = one.Number, Reason = words.Of(one.Reasons) };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var added = ModelState.IsValid ? await Mediator.Send(new AddIncidentToCampaign(Number, Form.Incident, Form.Reason), cancellationToken) : null;
        if (added is { IsSuccess: true })
        {
            return Back("Campaign.IncidentAdded");
        }

        return await LoadStandingAsync(cancellationToken) ?? (added is null ? this.Unreadable() : this.Refused(added.Refusals));
    }
}

public sealed class BelongingForm
{
    /// <summary>Number of the incident.</summary>
    public string? Incident { get; set; }

    public string? Reason { get; set; }
}
