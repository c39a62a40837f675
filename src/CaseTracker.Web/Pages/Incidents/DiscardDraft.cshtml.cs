using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Asks once, in words: what was typed is gone afterwards.</summary>
[Permit(Permission.LogIncident)]
public sealed class DiscardDraftModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    public DateTimeOffset SavedAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var kept = await mediator.Send(new GetDraft(Draft), cancellationToken);
        if (!kept.TryGet(out var draft))
        {
            return NotFound();
        }

        SavedAt = draft.SavedAt;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var discarded = await mediator.Send(new DiscardDraft(Draft), cancellationToken);
        return discarded.IsSuccess ? this.RedirectWithFlash("~/today", "Flash.DraftDiscarded") : NotFound();
    }
}
