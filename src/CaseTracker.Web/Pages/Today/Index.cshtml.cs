using CaseTracker.Application.Access;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Protection;
using CaseTracker.Application.Today;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseTracker.Web.Pages.Today;

[Permit(Permission.SeeToday)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>Of the list of open follow-ups, the first few: enough to begin with.</summary>
    private const int Shown = 6;

    public TodayView Today { get; private set; } = null!;

    public IReadOnlyList<FollowUpListing> First { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var today = await mediator.Send(new GetToday(), cancellationToken);
        var open = await mediator.Send(new ListFollowUps(new FollowUpFilter()), cancellationToken);
        if (!today.IsSuccess || !open.IsSuccess)
        {
            return this.Refused([.. today.Refusals, .. open.Refusals]);
        }

        Today = today.Value;
        First = [.. open.Value.Rows.Take(Shown)];
        return Page();
    }

    public string FollowUps(string when) => $"{Request.PathBase}/follow-ups?when={when}";

    /// <summary>The list behind a number, from the very filter that counted it.</summary>
    public string Incidents(IncidentFilter filter) => Asking("/incidents", filter);

    public string Measures(MeasureFilter filter) => Asking("/protection", filter);

    private string Asking<TFilter>(string list, TFilter filter) => QueryHelpers.AddQueryString(
        Request.PathBase + list,
        typeof(TFilter).GetProperties()
            .Where(p => p.PropertyType == typeof(string))
            .Select(p => KeyValuePair.Create(ListQuery.Name(p.Name), (string?)p.GetValue(filter)))
            .Where(p => p.Value is not null));
}
