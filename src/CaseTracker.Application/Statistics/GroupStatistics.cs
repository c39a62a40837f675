using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Statistics;

namespace CaseTracker.Application.Statistics;

/// <summary>Every figure of one verification group, each with the incidents behind it.</summary>
/// <param name="Recorded">Incidents of the group, counted or not.</param>
/// <param name="Recent">Those of them that may have begun in the last <see cref="ProvisionalMonths"/> months: more of that time are still being documented.</param>
public sealed record GroupStatistics(
    VerificationGroup Group,
    DateOnly AsOf,
    IReadOnlyList<IncidentId> Recorded,
    IReadOnlyList<IncidentId> Recent,
    IReadOnlyList<ImpunityFigure> Figures,
    StageFunnel Funnel)
{
    public const int ProvisionalMonths = 2;

    public ImpunityFigure Headline => Figures.Single(f => f.Definition == ImpunityDefinitions.Mature);

    public static GroupStatistics Of(IReadOnlyCollection<IncidentFact> facts, VerificationGroup group, DateOnly asOf)
    {
        // V4 to V6 belong to neither group; the figures name them among what they left out.
        var recorded = facts.Where(f => f.Verification <= Verification.V3 && group.MayHold(f.Verification)).ToList();
        return new GroupStatistics(
            group,
            asOf,
            recorded.ConvertAll(f => f.Incident),
            [.. recorded.Where(f => f.Started is { } started && started.Latest > asOf.AddMonths(-ProvisionalMonths)).Select(f => f.Incident)],
            [.. ImpunityDefinitions.All.Select(d => d.Evaluate(facts, group, asOf))],
            StageFunnel.Of(facts, group, asOf));
    }

    /// <returns>The incidents behind one number, newest first; null if there is no number of that name.</returns>
    public IReadOnlyList<IncidentId>? Behind(string figure, string part) => figure switch
    {
        NumberNames.Recorded => part switch
        {
            NumberNames.All => Recorded,
            NumberNames.Recent => Recent,
            _ => null,
        },
        NumberNames.FunnelOfAll => InFunnel(Funnel.All, part),
        NumberNames.FunnelOfMature => InFunnel(Funnel.Mature, part),
        _ => Figures.SingleOrDefault(f => f.Definition.Key == figure) is { } found ? InFigure(found, part) : null,
    };

    private static IReadOnlyList<IncidentId>? InFigure(ImpunityFigure figure, string part) => part switch
    {
        NumberNames.Numerator => figure.NumeratorIds,
        NumberNames.Denominator => figure.DenominatorIds,
        _ when NumberNames.IsJustice(part, out var justice) => figure.ByJustice.GetValueOrDefault(justice) ?? [],
        _ when NumberNames.IsLeftOut(part, out var reason) => figure.LeftOut.GetValueOrDefault(reason) ?? [],
        _ => null,
    };

    private IReadOnlyList<IncidentId>? InFunnel(IReadOnlyList<FunnelStep> steps, string part) =>
        NumberNames.IsLeftOut(part, out var reason)
            ? Funnel.LeftOut.GetValueOrDefault(reason) ?? []
            : StageRules.TryParse(part, out var stage) ? steps.SingleOrDefault(s => s.Stage == stage)?.Ids : null;
}
