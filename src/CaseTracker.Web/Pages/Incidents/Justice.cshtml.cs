using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.SeeIncidents)]
public sealed class JusticeModel(IMediator mediator) : IncidentPageModel(mediator)
{
    public IReadOnlyList<PathView> Paths { get; private set; } = null!;

    public IEnumerable<PathView> AgainstAggressors => Paths.Where(p => !p.IsAgainstDefender);

    public IEnumerable<PathView> AgainstDefenders => Paths.Where(p => p.IsAgainstDefender);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadHeaderAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new GetJustice(Number), cancellationToken);
        if (!found.TryGet(out var shown))
        {
            return this.Refused(found.Refusals);
        }

        Paths = shown;
        return Page();
    }
}
