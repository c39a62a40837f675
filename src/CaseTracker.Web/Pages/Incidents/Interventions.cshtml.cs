using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Paging;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.SeeIncidents)]
public sealed class InterventionsModel(IMediator mediator) : IncidentPageModel(mediator)
{
    public Page<InterventionView> Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] string? at, CancellationToken cancellationToken)
    {
        if (await LoadHeaderAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new ListInterventions(new InterventionFilter(), Number, at), cancellationToken);
        if (!found.TryGet(out var shown))
        {
            return BadRequest();
        }

        Found = shown;
        return Page();
    }
}
