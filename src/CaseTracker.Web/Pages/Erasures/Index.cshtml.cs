using CaseTracker.Application.Access;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.Paging;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Erasures;

[Permit(Permission.SeeErasures)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly string[] Names = ["p"];

    [BindProperty(Name = "p", SupportsGet = true)]
    public int? PageNumber { get; set; }

    /// <summary>Null if the address could not be understood.</summary>
    public ErasureList? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var asked = new ListQuery(Request, Names);
        if (asked.Refusals.Count > 0 || !ModelState.IsValid || PageNumber < 1)
        {
            ModelState.Clear();
            return this.Refused(asked.Refusals.Count > 0 ? asked.Refusals : [PagingErrors.BadCursor], prefix: "");
        }

        Found = (await mediator.Send(new ListErasures(PageNumber ?? 1), cancellationToken)).Value;
        return Page();
    }
}
