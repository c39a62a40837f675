using CaseTracker.Application.Access;
using CaseTracker.Application.Statistics;
using CaseTracker.Web.Http;
using CaseTracker.Web.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Statistics;

/// <summary>The incidents behind one number. An address that names no number is a page that does not exist.</summary>
[Permit(Permission.SeeStatistics)]
public sealed class IncidentsModel(IMediator mediator) : PageModel
{
    public string Figure { get; private set; } = "";

    public string Part { get; private set; } = "";

    public CountedIncidents Counted { get; private set; } = null!;

    public Pager Pager => new(
        Counted.Page > 1 ? PageAddress(Counted.Page - 1) : null,
        Counted.Page < Counted.Pages ? PageAddress(Counted.Page + 1) : null,
        Counted.Total);

    public async Task<IActionResult> OnGetAsync(
        [FromQuery] string? scope,
        [FromQuery] string? figure,
        [FromQuery] string? part,
        [FromQuery(Name = "page")] int number = 1,
        CancellationToken cancellationToken = default)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        var found = await mediator.Send(new GetCountedIncidents(scope, figure, part, number), cancellationToken);
        if (!found.TryGet(out var counted))
        {
            return this.Refused(found.Refusals);
        }

        (Figure, Part, Counted) = (figure!, part!, counted);
        return Page();
    }

    private string PageAddress(int number) => $"{Request.PathBase}/{NumberText.Href(Counted.Group, Figure, Part)}&page={number}";
}
