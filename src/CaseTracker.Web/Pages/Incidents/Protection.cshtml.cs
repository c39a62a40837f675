using CaseTracker.Application.Access;
using CaseTracker.Application.Protection;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.SeeIncidents)]
public sealed class ProtectionModel(IMediator mediator, ITerms terms) : IncidentPageModel(mediator)
{
    public ProtectionView View { get; private set; } = null!;

    public IReadOnlyList<SignView> Signs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadHeaderAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new GetProtection(Number), cancellationToken);
        var signs = await Mediator.Send(new GetSigns(Number), cancellationToken);
        if (!found.IsSuccess || !signs.IsSuccess)
        {
            return this.Refused([.. found.Refusals, .. signs.Refusals]);
        }

        (View, Signs) = (found.Value, signs.Value);
        return Page();
    }

    /// <summary>Those that raise the risk and those that lower it, each by the class of its code.</summary>
    public IEnumerable<(string Direction, IReadOnlyList<string> Codes)> FactorsOf(AssessmentView assessment) =>
        from code in assessment.Factors
        group code by terms.Find(Lists.RiskFactors, code)?.Class ?? "raises" into direction
        orderby direction.Key descending
        select (direction.Key, (IReadOnlyList<string>)[.. direction]);
}
