using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Paging;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Campaigns;

/// <summary>A page about one campaign. What its reader may not see is as absent as what does not exist.</summary>
public abstract class CampaignPageModel(IMediator mediator) : PageModel
{
    /// <summary>Names in an address of the cursors of its incidents, and of those that were taken out.</summary>
    public const string MembersAt = "members";
    public const string FormerAt = "former";

    /// <summary>From the address alone.</summary>
    public string Number => RouteData.Values["campaign"] as string ?? "";

    public CampaignView Shown { get; private set; } = null!;

    /// <summary>What is to be said of a page of its incidents that is not there: the first one is shown instead.</summary>
    protected IReadOnlyList<Refusal> Lost { get; private set; } = [];

    public string Address => $"{Request.PathBase}/campaigns/{Uri.EscapeDataString(Number)}";

    /// <summary>Number of the one incident of the campaign that the page is about; null where it shows all of them.</summary>
    protected virtual string? Only => null;

    protected IMediator Mediator { get; } = mediator;

    /// <returns>Null if the page can go on; otherwise the answer to give.</returns>
    protected async Task<IActionResult?> LoadCampaignAsync(CancellationToken cancellationToken)
    {
        var found = await Mediator.Send(new GetCampaign(Number, Request.Query[MembersAt], Request.Query[FormerAt], Only), cancellationToken);
        if (found.Refusals.Contains(PagingErrors.BadCursor))
        {
            Lost = found.Refusals;
            found = await Mediator.Send(new GetCampaign(Number, Only: Only), cancellationToken);
        }

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
