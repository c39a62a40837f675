using CaseTracker.Application.Access;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Protection;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Protection;

[Permit(Permission.SeeIncidents)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly string[] Names = ["whose", "state", "class", "mechanism", ListQuery.Page, ListQuery.Size];

    public ListQuery Query { get; private set; } = null!;

    /// <summary>Null if the address could not be understood.</summary>
    public Page<MeasureListing>? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Query = new ListQuery(Request, Names);
        if (Query.Refusals.Count > 0)
        {
            return this.Refused(Query.Refusals, prefix: "");
        }

        var filter = new MeasureFilter(Query["whose"], Query["state"], Query["class"], Query["mechanism"]);
        var found = await mediator.Send(new ListMeasures(filter, Query[ListQuery.Page], Query[ListQuery.Size]), cancellationToken);
        if (!found.IsSuccess)
        {
            return this.Refused(found.Refusals, prefix: "");
        }

        Found = found.Value;
        return Page();
    }
}
