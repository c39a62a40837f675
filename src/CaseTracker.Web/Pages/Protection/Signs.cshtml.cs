using CaseTracker.Application.Access;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Protection;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Protection;

[Permit(Permission.SeeIncidents)]
public sealed class SignsModel(IMediator mediator) : PageModel
{
    private static readonly string[] Names = ["whose", ListQuery.Page, ListQuery.Size];

    public ListQuery Query { get; private set; } = null!;

    /// <summary>Null if the address could not be understood.</summary>
    public Page<SignListing>? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Query = new ListQuery(Request, Names);
        if (Query.Refusals.Count > 0)
        {
            return this.Refused(Query.Refusals, prefix: "");
        }

        var found = await mediator.Send(new ListSigns(Query["whose"], Query[ListQuery.Page], Query[ListQuery.Size]), cancellationToken);
        if (!found.IsSuccess)
        {
            return this.Refused(found.Refusals, prefix: "");
        }

        Found = found.Value;
        return Page();
    }
}
