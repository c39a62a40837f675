using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Paging;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Admin;

[Permit(Permission.ManageAuthorities)]
public sealed class AuthoritiesModel(IMediator mediator) : PageModel
{
    private static readonly string[] Names = ["kind", ListQuery.Page, ListQuery.Size];

    public ListQuery Query { get; private set; } = null!;

    /// <summary>Null if the address could not be understood.</summary>
    public Page<AuthorityListing>? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Query = new ListQuery(Request, Names);
        if (Query.Refusals.Count > 0)
        {
            return this.Refused(Query.Refusals, prefix: "");
        }

        var found = await mediator.Send(new ListAuthorities(Query["kind"], Query[ListQuery.Page], Query[ListQuery.Size]), cancellationToken);
        if (!found.IsSuccess)
        {
            return this.Refused(found.Refusals, prefix: "");
        }

        Found = found.Value;
        return Page();
    }
}
