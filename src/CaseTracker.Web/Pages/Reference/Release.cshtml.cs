using CaseTracker.Application.Access;
using CaseTracker.Application.Reference;
using CaseTracker.Domain.Reference;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Reference;

[Permit(Permission.SeeReference)]
public sealed class ReleaseModel(IMediator mediator) : PageModel
{
    /// <summary>Number of the last incident on the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ReleaseView Release { get; private set; } = null!;

    public IEnumerable<AskView> Asks(AskKind kind) => Release.Asks.Where(a => a.Kind == kind);

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new GetRelease(key, After), cancellationToken);
        if (!found.TryGet(out var release))
        {
            return this.Refused(found.Refusals);
        }

        Release = release;
        return Page();
    }
}
