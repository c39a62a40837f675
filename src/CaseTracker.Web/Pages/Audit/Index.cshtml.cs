using CaseTracker.Application.Access;
using CaseTracker.Application.Audit;
using CaseTracker.Application.Paging;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Audit;

[Permit(Permission.SeeAudit)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly IReadOnlyCollection<string> Names = ListQuery.NamesOf<TrailFilter>();

    public ListQuery Query { get; private set; } = null!;

    /// <summary>Null if the address could not be understood.</summary>
    public Page<TrailListing>? Found { get; private set; }

    public TrailState State { get; private set; } = null!;

    public TrailChoices Choices { get; private set; } = new([], []);

    /// <summary>Only leads to the list: a pseudonym that is looked for must not be typed into an address.</summary>
    public IActionResult OnPost() => LocalRedirect(ListQuery.Asking(Request, Request.Form, Names.Where(n => n != ListQuery.Page)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Query = new ListQuery(Request, Names);
        State = (await mediator.Send(new GetTrailState(), cancellationToken)).Value;
        Choices = (await mediator.Send(new GetTrailChoices(), cancellationToken)).Value;
        if (Query.Refusals.Count > 0)
        {
            return this.Refused(Query.Refusals, prefix: "");
        }

        var found = await mediator.Send(new ListTrail(Query.Fill(new TrailFilter()), Query[ListQuery.Page], Query[ListQuery.Size]), cancellationToken);
        if (!found.IsSuccess)
        {
            return this.Refused(found.Refusals, prefix: "");
        }

        Found = found.Value;
        return Page();
    }
}
