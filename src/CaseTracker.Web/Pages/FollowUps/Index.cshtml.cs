using CaseTracker.Application.Access;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Paging;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.FollowUps;

[Permit(Permission.SeeFollowUps)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly string[] Names = ["whose", "when", ListQuery.Page, ListQuery.Size];

    public ListQuery Query { get; private set; } = null!;

    /// <summary>Null if the address could not be understood.</summary>
    public Page<FollowUpListing>? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Query = new ListQuery(Request, Names);
        if (Query.Refusals.Count > 0)
        {
            return this.Refused(Query.Refusals, prefix: "");
        }

        var filter = new FollowUpFilter(Query["whose"], Query["when"]);
        var found = await mediator.Send(new ListFollowUps(filter, At: Query[ListQuery.Page], Size: Query[ListQuery.Size]), cancellationToken);
        if (!found.IsSuccess)
        {
            return this.Refused(found.Refusals, prefix: "");
        }

        Found = found.Value;
        return Page();
    }
}
