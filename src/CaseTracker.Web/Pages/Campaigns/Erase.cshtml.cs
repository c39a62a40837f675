using CaseTracker.Application.Access;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.Jobs;
using CaseTracker.Domain.Incidents;
using CaseTracker.Web.Http;
using CaseTracker.Web.Pages.Erasures;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Campaigns;

/// <summary>Erases what was written of a campaign. Asks once, in words, and says what is lost.</summary>
[Permit(Permission.EraseRecords)]
[StepUp]
public sealed class EraseModel(IMediator mediator, JobRunner jobs) : CampaignPageModel(mediator)
{
    [BindProperty]
    public ErasureForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var ordered = ModelState.IsValid ? await Mediator.Send(new EraseCampaign(Number, Form.ToGround(), Form.Confirmation, Form.Understood), cancellationToken) : null;
        if (ordered is { IsSuccess: true })
        {
            // The order is stored: what is left is done now, or by the job if it cannot be done now.
            await jobs.RunAsync(FinishErasures.Job, CancellationToken.None);
            return Back("Campaign.Erased");
        }

        return await LoadAsync(cancellationToken) ?? (ordered is null ? this.Unreadable() : this.Refused(ordered.Refusals));
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken) =>
        await LoadStandingAsync(cancellationToken) ?? (Shown.MayLead ? null : this.Refused([AccessErrors.NotYours]));
}
