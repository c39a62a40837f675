using CaseTracker.Application.Access;
using CaseTracker.Application.Statistics;
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
        return Page();
    }
}
