using CaseTracker.Application.Access;
using CaseTracker.Application.Reference;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Reference;

[Permit(Permission.SeeReference)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public ReferenceOverview Overview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new ListReleases(), cancellationToken);
        if (!found.TryGet(out var overview))
        {
            return this.Refused(found.Refusals);
        }

        Overview = overview;
        return Page();
    }
}
