using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Accountability;

/// <summary>A stage as typed.</summary>
/// <param name="Stage">Code of the list <c>stages</c>.</param>
/// <param name="NotReportedReason">Asked for J0 only.</param>
/// <param name="OrderedOn">Asked for J8 only: when reparation was ordered; <paramref name="On"/> is when it was carried out.</param>
/// <param name="Corrects">Sequence of the entry that this one replaces.</param>
/// <param name="Accused">Sequences of the perpetrators of whom it speaks; empty for the path as a whole.</param>
/// <param name="IsFinal">Asked of a conviction only.</param>
/// <param name="Authority">Code of the authority; asked where a path is reported that had not been.</param>
/// <param name="Unit">Desk or unit of the authority.</param>
public sealed record StageInput(
    string? Stage,
    DateInput On,
    string? Reason,
    string? NotReportedReason,
    DateInput OrderedOn,
    int? Corrects = null,
    bool Reopens = false,
    IReadOnlyList<int>? Accused = null,
    bool IsFinal = false,
    string? Authority = null,
    string? Unit = null)
{
    public Result<StageToRecord> ToRecord()
    {
        var refusals = On.ToDate(nameof(On)).Refusals.Concat(OrderedOn.ToDate(nameof(OrderedOn)).Refusals).ToList();
        if (!StageRules.TryParse(Stage, out _))
        {
            refusals.Add((string.IsNullOrWhiteSpace(Stage) ? SharedErrors.Required : SharedErrors.UnknownTerm).On(nameof(Stage)));
        }

        return refusals.Count > 0 ? refusals : Readable(new Office(null, Unit));
    }

    /// <summary>The entry with what cannot be read left out, so that one answer names everything that is wrong. Stored only if all of it could be read.</summary>
    internal StageToRecord Readable(Office office)
    {
        var stage = StageRules.TryParse(Stage, out var known) ? known : Domain.Accountability.Stage.J1;
        var on = On.ToDate(nameof(On));
        var ordered = OrderedOn.ToDate(nameof(OrderedOn));

        // Both boxes are on the form whatever the stage: what was typed for another stage is not kept with this one.
        return new StageToRecord(
            stage,
            on.IsSuccess ? on.Value : PartialDate.Unknown,
            Reason,
            stage == Domain.Accountability.Stage.J0 ? NotReportedReason : null,
            stage == Domain.Accountability.Stage.J8 && ordered is { IsSuccess: true, Value.IsKnown: true } ? ordered.Value : null,
            Corrects,
            Reopens,
            Accused,
            IsFinal && stage == Domain.Accountability.Stage.J6,
            office);
    }

    /// <summary>What could not be read, and what the record says of the rest; never a rule about a box that could not be read.</summary>
    internal static IEnumerable<Refusal> Together(IReadOnlyList<Refusal> unreadable, IReadOnlyList<Refusal> ruled) =>
        unreadable.Concat(ruled.Where(r => unreadable.All(u => u.Field != r.Field)));
}
