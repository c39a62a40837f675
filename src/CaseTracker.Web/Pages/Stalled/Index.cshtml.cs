using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Paging;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Stalled;

[Permit(Permission.SeeIncidents)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly string[] Names = ["whose", "authority", "state", ListQuery.Page, ListQuery.Size];

    public ListQuery Query { get; private set; } = null!;

    public IReadOnlyList<AuthorityView> Authorities { get; private set; } = [];

    /// <summary>Null if the address could not be understood.</summary>
    public Page<StalledListing>? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Query = new ListQuery(Request, Names);
        Authorities = (await mediator.Send(new GetAuthorityChoices(Query["authority"]), cancellationToken)).Value;
        if (Query.Refusals.Count > 0)
        {
            return this.Refused(Query.Refusals, prefix: "");
        }

        var filter = new StalledFilter(Query["whose"], Query["authority"], Query["state"]);
        var found = await mediator.Send(new ListStalled(filter, Query[ListQuery.Page], Query[ListQuery.Size]), cancellationToken);
        if (!found.IsSuccess)
        {
            return this.Refused(found.Refusals, prefix: "");
        }

        Found = found.Value;
        return Page();
    }
}
