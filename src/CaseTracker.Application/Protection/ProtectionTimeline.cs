using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Protection;

/// <summary>What of risk and protection belongs on a timeline.</summary>
internal static class ProtectionTimeline
{
    public static async Task<IReadOnlyList<TimelineItem>> OfAsync(ICaseTrackerDb db, IncidentId incident, IReadOnlyDictionary<PersonId, string> pseudonyms, IncidentKeys keys, CancellationToken cancellationToken)
    {
        var assessments = await db.RiskAssessments.AsNoTracking().Where(a => a.IncidentId == incident).OrderBy(a => a.Sequence).ToListAsync(cancellationToken);
        var measures = await db.Measures.AsNoTracking().Whole().Where(m => m.IncidentId == incident).OrderBy(m => m.Id).ToListAsync(cancellationToken);
        return [.. assessments.Select(a => Of(a, pseudonyms, keys)), .. measures.SelectMany(m => Of(m, keys))];
    }

    private static TimelineItem Of(RiskAssessment assessment, IReadOnlyDictionary<PersonId, string> pseudonyms, IncidentKeys keys)
    {
        TimelineCode band = new(Lists.RiskBands, assessment.Band.Code());
        var reasoning = keys.Record(SealedFields.RiskReasoning, assessment.Id.Value, assessment.Reasoning);
        var on = PartialDate.OnDay(assessment.AssessedOn);
        return assessment.PersonId is { } person
            ? new(new(TimelineClass.Protection, TimelineEvent.RiskAssessed, on, null, [band, new(null, pseudonyms.GetValueOrDefault(person))], reasoning, Day: assessment.ValidUntil), assessment.AssessedBy, assessment.AssessedOn)
            : new(new(TimelineClass.Protection, TimelineEvent.RiskAssessedForAll, on, null, [band], reasoning, Day: assessment.ValidUntil), assessment.AssessedBy, assessment.AssessedOn);
    }

    /// <summary>A correction stands where the entry stood that it corrects.</summary>
    private static IEnumerable<TimelineItem> Of(ProtectionMeasure measure, IncidentKeys keys)
    {
        TimelineCode what = new(Lists.ProtectionMeasures, measure.MeasureCode);
        var standing = measure.Counted.Select(s => s.Sequence).ToHashSet();
        var places = measure.Steps.ToDictionary(s => s.Sequence, s => s.Corrects);
        DateOnly? reached = null;
        foreach (var step in measure.Steps.OrderBy(s => PlaceOf(s.Sequence)).ThenBy(s => s.Sequence))
        {
            var day = step.On.FirstFrom(reached);
            var stands = standing.Contains(step.Sequence);
            reached = stands && (reached is null || day > reached) ? day : reached;
            yield return new(
                new(
                    TimelineClass.Protection,
                    stands ? TimelineEvent.MeasureStep : TimelineEvent.MeasureStepCorrected,
                    step.On,
                    null,
                    [new(Lists.MeasureStages, step.Stage.Code()), what],
                    keys.PartOf(SealedFields.MeasureNote, measure.Id.Value, step.Sequence, step.Note)),
                step.RecordedBy,
                day);
        }

        foreach (var judgement in measure.Judgements.OrderBy(j => j.Sequence))
        {
            yield return new(
                new(
                    TimelineClass.Protection,
                    TimelineEvent.MeasureJudged,
                    judgement.On,
                    null,
                    [new(Lists.MeasureAdequacies, judgement.AdequacyCode), what],
                    keys.PartOf(SealedFields.AdequacyReason, measure.Id.Value, judgement.Sequence, judgement.Reason)),
                judgement.RecordedBy,
                judgement.On.FirstFrom(reached));
        }

        int PlaceOf(int sequence) => places.GetValueOrDefault(sequence) is { } corrected ? PlaceOf(corrected) : sequence;
    }
}
