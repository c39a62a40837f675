using CaseTracker.Application.Access;
using CaseTracker.Application.Campaigns;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Campaigns;

/// <summary>Takes an incident out, with a reason; that it belonged stays on record.</summary>
[Permit(Permission.WorkOnCampaigns)]
public sealed class RemoveIncidentModel(IMediator mediator) : CampaignPageModel(mediator)
{
    /// <summary>Number of the incident, from the address.</summary>
    public string Incident => Request.Query["incident"] is [{ Length: > 0 } number] ? number : "";

    protected override string? Only => Incident;

    public MemberIncident Member { get; private set; } = null!;

    [BindProperty]
    public RemovalForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var removed = ModelState.IsValid ? await Mediator.Send(new RemoveIncidentFromCampaign(Number, Incident, Form.Reason), cancellationToken) : null;
        if (removed is { IsSuccess: true })
        {
            return Back("Campaign.IncidentRemoved");
        }

        return await LoadAsync(cancellationToken) ?? (removed is null ? this.Unreadable() : this.Refused(removed.Refusals));
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await LoadStandingAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (Shown.Members.Rows.FirstOrDefault(m => m.Number == Incident && !m.IsErased) is not { } member)
        {
            return NotFound();
        }

        Member = member;
        return null;
    }
}

public sealed class RemovalForm
{
    public string? Reason { get; set; }
}
