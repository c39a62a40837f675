using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Paging;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.SeeIncidents)]
public sealed class HistoryModel(IMediator mediator) : IncidentPageModel(mediator)
{
    public IncidentHistory Changes { get; private set; } = null!;

    public IReadOnlyList<AccessEvent> Access { get; private set; } = [];

    /// <summary>Sequence of the trail below which to go on.</summary>
    [BindProperty(Name = "before", SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>Lower-case name of a <see cref="HistoryPart"/>; changes if empty.</summary>
    [BindProperty(Name = "show", SupportsGet = true)]
    public HistoryPart Part { get; set; }

    /// <summary>Cursor of a page of the changes of state.</summary>
    [BindProperty(Name = "changes", SupportsGet = true)]
    public string? At { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadHeaderAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new GetHistory(Number, Before, Part, At), cancellationToken);
        var lost = found.Refusals.Contains(PagingErrors.BadCursor) ? found.Refusals : [];
        if (lost.Count > 0)
        {
            found = await Mediator.Send(new GetHistory(Number, Before, Part), cancellationToken);
        }

        if (!found.TryGet(out var shown))
        {
            return this.Refused(found.Refusals);
        }

        Changes = shown;
        Access = (await Mediator.Send(new GetAccessHistory(Number), cancellationToken)).TryGet(out var events) ? events : [];
        return lost.Count > 0 ? this.Refused(lost, prefix: "") : Page();
    }
}
