using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Paging;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.SeeIncidents)]
[Pace(Pace.Searching)]
public sealed class IndexModel(IMediator mediator, ITerms terms) : PageModel
{
    private static readonly IReadOnlyCollection<string> Names = ListQuery.NamesOf<IncidentFilter>();

    /// <summary>What the panel asks; whatever else a link asked is carried along unseen in the form.</summary>
    public static readonly IReadOnlyList<string> InPanel =
    [
        "text", "act", "stage", "verified", "supported", "workflow", "owner", "team", "state", "priority", "profile", "perpetrator", "from", "to", "release",
        "path", "convicted", "killings", "stalled", "hearing", "sort",
    ];

    public ListQuery Query { get; private set; } = null!;

    public FilterChoices Choices { get; private set; } = null!;

    /// <summary>Null if the address could not be understood.</summary>
    public Page<IncidentListing>? Found { get; private set; }

    public string Sort => IncidentOrder.Find(Query[ListQuery.Sort])?.Name ?? "";

    /// <summary>Groups of acts, each to be chosen whole.</summary>
    public IEnumerable<string> ActGroups => terms.All(Lists.Acts).Where(a => a.IsGroup).Select(a => a.Code);

    /// <summary>Only leads to the list: what is looked for must not be typed into an address.</summary>
    public IActionResult OnPost() => LocalRedirect(ListQuery.Asking(Request, Request.Form, Names.Where(n => n != ListQuery.Page)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Query = new ListQuery(Request, Names);
        var choices = await mediator.Send(new GetFilterChoices(Query["person"]), cancellationToken);
        if (!choices.IsSuccess)
        {
            return this.Refused(choices.Refusals);
        }

        Choices = choices.Value;
        if (Query.Refusals.Count > 0)
        {
            return this.Refused(Query.Refusals, prefix: "");
        }

        var found = await mediator.Send(
            new ListIncidents(Query.Fill(new IncidentFilter()), Query[ListQuery.Sort], Query[ListQuery.Page], Query[ListQuery.Size]),
            cancellationToken);
        if (!found.IsSuccess)
        {
            return this.Refused(found.Refusals, prefix: "");
        }

        Found = found.Value;
        return Page();
    }
}
