using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Paging;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Interventions;

[Permit(Permission.SeeIncidents)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly string[] Names = ["whose", "state", "type", "grade", ListQuery.Page, ListQuery.Size];

    public ListQuery Query { get; private set; } = null!;

    public InterventionFilter Filter { get; private set; } = new();

    /// <summary>Null if the address could not be understood.</summary>
    public Page<InterventionView>? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Query = new ListQuery(Request, Names);
        if (Query.Refusals.Count > 0)
        {
            return this.Refused(Query.Refusals, prefix: "");
        }

        Filter = new InterventionFilter { Whose = Query["whose"], State = Query["state"], Type = Query["type"], Grade = Query["grade"] };
        var found = await mediator.Send(new ListInterventions(Filter, At: Query[ListQuery.Page], Size: Query[ListQuery.Size]), cancellationToken);
        if (!found.IsSuccess)
        {
            return this.Refused(found.Refusals, prefix: "");
        }

        Found = found.Value;
        return Page();
    }
}
