using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Accountability;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.SeeIncidents)]
public sealed class JusticeModel(IMediator mediator) : IncidentPageModel(mediator)
{
    public JusticeView Justice { get; private set; } = null!;

    public IEnumerable<PathView> AgainstAggressors => Justice.Paths.Where(p => !p.IsAgainstDefender);

    public IEnumerable<PathView> AgainstDefenders => Justice.Paths.Where(p => p.IsAgainstDefender);

    /// <summary>Somebody stands convicted: partial and full justice are spoken of.</summary>
    public bool HasConvictions => AgainstAggressors.Any(p => p.Standing?.IsConviction() == true);

    /// <summary>Said only where the ladder stands there: that nothing is known to be lacking is not enough.</summary>
    public bool IsFull => Header.Highest is Stage.J7 or Stage.J8 && Justice.Lacking.Count == 0;

    private IReadOnlyDictionary<ProceedingId, Comparison> Comparisons { get; set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadHeaderAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new GetJustice(Number), cancellationToken);
        var compared = await Mediator.Send(new CompareProceedings(Number), cancellationToken);
        if (!found.TryGet(out var shown) || !compared.TryGet(out var comparisons))
        {
            return this.Refused([.. found.Refusals, .. compared.Refusals]);
        }

        (Justice, Comparisons) = (shown, comparisons);
        return Page();
    }

    public PathCard Card(PathView path) => new(path, Justice.Accused, Comparisons.GetValueOrDefault(path.Id), Address, Header.MayWork, Justice.Faster.GetValueOrDefault(path.Id));
}
