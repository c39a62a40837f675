using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Accountability;

/// <summary>A stage as typed.</summary>
/// <param name="Stage">Code of the list <c>stages</c>.</param>
/// <param name="NotReportedReason">Asked for J0 only.</param>
/// <param name="OrderedOn">Asked for J8 only: when reparation was ordered; <paramref name="On"/> is when it was carried out.</param>
/// <param name="Corrects">Sequence of the entry that this one replaces.</param>
public sealed record StageInput(string? Stage, DateInput On, string? Reason, string? NotReportedReason, DateInput OrderedOn, int? Corrects = null, bool Reopens = false)
{
    public Result<StageToRecord> ToRecord()
    {
        var on = On.ToDate(nameof(On));
        var ordered = OrderedOn.ToDate(nameof(OrderedOn));
        List<Refusal> refusals = [.. on.Refusals, .. ordered.Refusals];
        if (!StageRules.TryParse(Stage, out var stage))
        {
            refusals.Add((string.IsNullOrWhiteSpace(Stage) ? SharedErrors.Required : SharedErrors.UnknownTerm).On(nameof(Stage)));
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        // Both boxes are on the form whatever the stage: what was typed for another stage is not kept with this one.
        return new StageToRecord(
            stage,
            on.Value,
            Reason,
            stage == Domain.Accountability.Stage.J0 ? NotReportedReason : null,
            stage == Domain.Accountability.Stage.J8 && ordered.Value.IsKnown ? ordered.Value : null,
            Corrects,
            Reopens);
    }
}
