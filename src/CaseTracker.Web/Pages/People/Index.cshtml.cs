using CaseTracker.Application.Access;
using CaseTracker.Application.Paging;
using CaseTracker.Application.People;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.People;

[Permit(Permission.SeeIncidents)]
[Pace(Pace.Searching)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly IReadOnlyCollection<string> Names = [.. ListQuery.NamesOf<PeopleFilter>().Where(n => n != ListQuery.Sort)];

    public ListQuery Query { get; private set; } = null!;

    /// <summary>Null if the address could not be understood.</summary>
    public Page<PersonListing>? Found { get; private set; }

    /// <summary>Only leads to the list: a name must not be typed into an address.</summary>
    public IActionResult OnPost() => LocalRedirect(ListQuery.Asking(Request, Request.Form, Names.Where(n => n != ListQuery.Page)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Query = new ListQuery(Request, Names);
        if (Query.Refusals.Count > 0)
        {
            return this.Refused(Query.Refusals, prefix: "");
        }

        var found = await mediator.Send(new ListPeople(Query.Fill(new PeopleFilter()), Query[ListQuery.Page], Query[ListQuery.Size]), cancellationToken);
        if (!found.IsSuccess)
        {
            return this.Refused(found.Refusals, prefix: "");
        }

        Found = found.Value;
        return Page();
    }
}
