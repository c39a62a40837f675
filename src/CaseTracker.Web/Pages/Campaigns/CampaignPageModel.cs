using CaseTracker.Application.Campaigns;
using CaseTracker.Domain.Erasures;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Campaigns;

/// <summary>A page about one campaign. What its reader may not see is as absent as what does not exist.</summary>
public abstract class CampaignPageModel(IMediator mediator) : PageModel
{
    /// <summary>From the address alone.</summary>
    public string Number => RouteData.Values["campaign"] as string ?? "";

    public CampaignView Shown { get; private set; } = null!;

    public string Address => $"{Request.PathBase}/campaigns/{Uri.EscapeDataString(Number)}";

    protected IMediator Mediator { get; } = mediator;

    /// <returns>Null if the page can go on; otherwise the answer to give.</returns>
    protected async Task<IActionResult?> LoadCampaignAsync(CancellationToken cancellationToken)
    {
        var found = await Mediator.Send(new GetCampaign(Number), cancellationToken);
        if (!found.TryGet(out var view))
        {
            return this.Refused(found.Refusals);
        }

        Shown = view;
        return null;
    }

    /// <summary>The same for a form: nobody is shown one of what was erased.</summary>
    protected async Task<IActionResult?> LoadStandingAsync(CancellationToken cancellationToken) =>
        await LoadCampaignAsync(cancellationToken) ?? (Shown.Erased is null ? null : this.Refused([ErasureErrors.CampaignErased]));

    protected IActionResult Back(string done) => this.RedirectWithFlash($"~/campaigns/{Uri.EscapeDataString(Number)}", done);
}
