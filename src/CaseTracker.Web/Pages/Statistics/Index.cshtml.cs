using CaseTracker.Application.Access;
using CaseTracker.Application.Demonstration;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Statistics;
using CaseTracker.Domain.Statistics;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Statistics;

[Permit(Permission.SeeStatistics)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public StatisticsView Statistics { get; private set; } = null!;

    public GroupStatistics Shown { get; private set; } = null!;

    /// <summary>How many of those recorded in the group belong to the demonstration.</summary>
    public int Invented { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] string? scope, CancellationToken cancellationToken)
    {
        if (NumberNames.GroupOf(scope ?? NumberNames.Verified) is not { } group)
        {
            return NotFound();
        }

        var found = await mediator.Send(new GetStatistics(), cancellationToken);
        if (!found.TryGet(out var statistics))
        {
            return this.Refused(found.Refusals);
        }

        Statistics = statistics;
        Shown = statistics.Of(group);
        Invented = (await mediator.Send(new CountDemonstration(new IncidentFilter { Verified = group == VerificationGroup.Verified ? "V3" : "V0-V2" }), cancellationToken)).Value;
        return Page();
    }
}
