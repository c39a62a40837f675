using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Timelines;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Protection;

/// <summary>How the risk was judged, and what was done to protect.</summary>
public sealed class ProtectionTimeline(ICaseTrackerDb db) : ITimelineSource
{
    public async Task<IReadOnlyList<TimelineItem>> TellAsync(TimelineScope scope, CancellationToken cancellationToken)
    {
        var ids = scope.Ids;
        var person = scope.Person;
        var assessments = await db.RiskAssessments.AsNoTracking().Where(a => ids.Contains(a.IncidentId) && (person == null || a.PersonId == null || a.PersonId == person))
            .OrderBy(a => a.IncidentId).ThenBy(a => a.Sequence).ToListAsync(cancellationToken);
        var measures = await db.Measures.AsNoTracking().Whole().Where(m => ids.Contains(m.IncidentId) && (person == null || m.PersonId == null || m.PersonId == person)).OrderBy(m => m.Id).ToListAsync(cancellationToken);
        var people = assessments.Select(a => a.PersonId).OfType<PersonId>().Distinct().ToList();
        var pseudonyms = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Pseudonym }).ToDictionaryAsync(p => p.Id, p => p.Pseudonym, cancellationToken);
        return
        [
            .. assessments.Select(a => Of(a, scope.Of(a.IncidentId).Number, pseudonyms, scope.KeysOf(a.IncidentId))),
            .. measures.SelectMany(m => Of(m, scope.Of(m.IncidentId), scope.KeysOf(m.IncidentId))),
        ];
    }

    private static TimelineItem Of(RiskAssessment assessment, string number, IReadOnlyDictionary<PersonId, string> pseudonyms, IncidentKeys keys)
    {
        TimelineCode band = new(Lists.RiskBands, assessment.Band.Code());
        var reasoning = keys.Record(SealedFields.RiskReasoning, assessment.Id.Value, assessment.Reasoning);
        var on = PartialDate.OnDay(assessment.AssessedOn);
        return assessment.PersonId is { } person
            ? new(new(TimelineClass.Protection, TimelineEvent.RiskAssessed, on, null, number, [band, new(null, pseudonyms.GetValueOrDefault(person))], Note: reasoning, Day: assessment.ValidUntil), assessment.AssessedBy, assessment.AssessedOn)
            : new(new(TimelineClass.Protection, TimelineEvent.RiskAssessedForAll, on, null, number, [band], Note: reasoning, Day: assessment.ValidUntil), assessment.AssessedBy, assessment.AssessedOn);
    }

    /// <summary>A correction stands where the entry stood that it corrects.</summary>
    private static IEnumerable<TimelineItem> Of(ProtectionMeasure measure, ToldIncident incident, IncidentKeys keys)
    {
        TimelineCode what = new(Lists.ProtectionMeasures, measure.MeasureCode);
        var standing = measure.Counted.Select(s => s.Sequence).ToHashSet();
        var places = measure.Steps.ToDictionary(s => s.Sequence, s => s.Corrects);
        var (number, reached) = (incident.Number, incident.Began);
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
                    number,
                    [new(Lists.MeasureStages, step.Stage.Code()), what],
                    Note: keys.PartOf(SealedFields.MeasureNote, measure.Id.Value, step.Sequence, step.Note)),
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
                    number,
                    [new(Lists.MeasureAdequacies, judgement.AdequacyCode), what],
                    Note: keys.PartOf(SealedFields.AdequacyReason, measure.Id.Value, judgement.Sequence, judgement.Reason)),
                judgement.RecordedBy,
                judgement.On.FirstFrom(reached));
        }

        int PlaceOf(int sequence) => places.GetValueOrDefault(sequence) is { } corrected ? PlaceOf(corrected) : sequence;
    }
}
