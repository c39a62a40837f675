using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Timelines;
using CaseTracker.Web.Http;
using CaseTracker.Web.Pages.Timelines;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.SeeIncidents)]
public sealed class TimelineModel(IMediator mediator) : IncidentPageModel(mediator)
{
    /// <summary>Null if the address asks for a part of it that cannot be.</summary>
    public Timeline? Events { get; private set; }

    /// <summary>See <see cref="TimelineView.Read"/>.</summary>
    [BindProperty(Name = "show", SupportsGet = true)]
    public List<string> Show { get; set; } = [];

    public TimelineAsked Asked => TimelineView.Read(Show, Request.Query[ListQuery.Page]);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadHeaderAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new GetTimeline(Number, Asked.Classes, Asked.At), cancellationToken);
        if (!found.TryGet(out var shown))
        {
            return this.Refused(found.Refusals, prefix: "");
        }

        Events = shown;
        return Page();
    }
}
