using CaseTracker.Application.Access;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Paging;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Campaigns;

[Permit(Permission.SeeCampaigns)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly IReadOnlyCollection<string> Names = [.. ListQuery.NamesOf<CampaignFilter>().Where(n => n != ListQuery.Sort)];

    public ListQuery Query { get; private set; } = null!;

    /// <summary>Null if the address could not be understood.</summary>
    public Page<CampaignListing>? Found { get; private set; }

    /// <summary>Only leads to the list: what is typed must not be typed into an address.</summary>
    public IActionResult OnPost() => LocalRedirect(ListQuery.Asking(Request, Request.Form, Names.Where(n => n != ListQuery.Page)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Query = new ListQuery(Request, Names);
        if (Query.Refusals.Count > 0)
        {
            return this.Refused(Query.Refusals, prefix: "");
        }

        var found = await mediator.Send(new ListCampaigns(Query.Fill(new CampaignFilter()), Query[ListQuery.Page], Query[ListQuery.Size]), cancellationToken);
        if (!found.IsSuccess)
        {
            return this.Refused(found.Refusals, prefix: "");
        }

        Found = found.Value;
        return Page();
    }
}
