using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Accountability;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Interventions;

[Permit(Permission.SeeIncidents)]
public sealed class OneModel(IMediator mediator) : PageModel
{
    public InterventionView Intervention { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid intervention, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new GetIntervention(InterventionId.From(intervention)), cancellationToken);
        if (!found.TryGet(out var shown))
        {
            return this.Refused(found.Refusals);
        }

        Intervention = shown;
        return Page();
    }
}
