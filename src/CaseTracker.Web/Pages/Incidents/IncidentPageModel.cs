using CaseTracker.Application.Incidents;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>A page about one incident. What its reader may not see is as absent as what does not exist.</summary>
public abstract class IncidentPageModel(IMediator mediator) : PageModel
{
    /// <summary>From the address alone: a form field of the same name must not choose another record.</summary>
    public string Number => RouteData.Values["number"] as string ?? "";

    public IncidentHeader Header { get; private set; } = null!;

    /// <summary>Of the incident, without a tab.</summary>
    public string Address => $"{Request.PathBase}/incidents/{Uri.EscapeDataString(Number)}";

    protected IMediator Mediator { get; } = mediator;

    /// <returns>Null if the page can go on; otherwise the answer to give.</returns>
    protected async Task<IActionResult?> LoadHeaderAsync(CancellationToken cancellationToken)
    {
        var found = await Mediator.Send(new GetIncidentHeader(Number), cancellationToken);
        if (!found.TryGet(out var header))
        {
            return this.Refused(found.Refusals);
        }

        Header = header;
        return null;
    }
}
