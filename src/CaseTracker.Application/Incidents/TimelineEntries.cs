using CaseTracker.Application.Confidentiality;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Application.Incidents;

/// <summary>What of an incident and its follow-ups belongs on a timeline, and in which class.</summary>
internal static class TimelineEntries
{
    public static IEnumerable<(TimelineEntry Entry, MemberId? Who)> Of(Incident incident, IReadOnlyDictionary<PersonId, string> pseudonyms, IReadOnlyDictionary<ReleaseId, BilingualText> releases, IncidentKeys keys) =>
    [
        .. Happened(incident, pseudonyms).Select(entry => (entry, (MemberId?)null)),
        (new(TimelineClass.Work, TimelineEvent.Logged, null, incident.CreatedAt, []), incident.LoggedBy),
        .. incident.WorkflowChanges.Select(c => (
            new TimelineEntry(TimelineClass.Work, TimelineEvent.Workflow, null, c.At, [new(Lists.Workflow, c.From.Code()), new(Lists.Workflow, c.To.Code())], keys.Part(SealedFields.WorkflowReason, c.Sequence, c.Reason)),
            (MemberId?)c.By)),
        .. incident.VerificationChanges.Select(c => (
            new TimelineEntry(TimelineClass.Work, TimelineEvent.Verification, null, c.At, [new(Lists.Verification, c.From.ToString()), new(Lists.Verification, c.To.ToString())], keys.Part(SealedFields.VerificationReason, c.Sequence, c.Reason)),
            (MemberId?)c.By)),
        .. incident.Citations.Select(c => (new TimelineEntry(TimelineClass.Context, TimelineEvent.Cited, null, c.CitedAt, [new(null, null, releases[c.ReleaseId])]), (MemberId?)c.CitedBy)),
        .. incident.Proceedings.SelectMany(p => Of(p, keys)),
    ];

    public static IEnumerable<(TimelineEntry Entry, MemberId? Who)> Of(FollowUp followUp, IncidentKeys keys)
    {
        TimelineCode kind = new(Lists.FollowUpKinds, followUp.KindCode);
        var firstDue = followUp.Snoozes.OrderBy(s => s.Sequence).FirstOrDefault()?.From ?? followUp.DueOn;
        yield return (new(TimelineClass.FollowUp, TimelineEvent.FollowUpPlanned, null, followUp.CreatedAt, [kind], keys.Of(SealedFields.FollowUpNote, followUp.Id, followUp.Note), Day: firstDue), followUp.CreatedBy);
        foreach (var snooze in followUp.Snoozes)
        {
            yield return (new(TimelineClass.FollowUp, TimelineEvent.FollowUpPostponed, null, snooze.At, [kind], keys.PartOf(SealedFields.SnoozeReason, followUp.Id.Value, snooze.Sequence, snooze.Reason), Day: snooze.To), snooze.By);
        }

        if (followUp.ClosedAt is { } closed)
        {
            yield return (new(TimelineClass.FollowUp, TimelineEvent.FollowUpDone, null, closed, [kind, new(Lists.FollowUpOutcomes, followUp.OutcomeCode)], keys.Of(SealedFields.FollowUpOutcome, followUp.Id, followUp.OutcomeNote)), followUp.ClosedBy);
        }
    }

    private static IEnumerable<TimelineEntry> Happened(Incident incident, IReadOnlyDictionary<PersonId, string> pseudonyms)
    {
        yield return new(TimelineClass.Incident, TimelineEvent.Began, incident.StartedOn, null, []);
        foreach (var act in incident.Acts.OrderBy(a => a.Sequence))
        {
            var person = incident.Victims.FirstOrDefault(v => v.Sequence == act.VictimSequence)?.PersonId;
            var pseudonym = person is { } id ? pseudonyms.GetValueOrDefault(id) : null;
            yield return new(TimelineClass.Incident, TimelineEvent.Act, act.On ?? incident.StartedOn, null, [new(Lists.Acts, act.Code), new(null, pseudonym)]);
        }

        if (incident.EndedOn is { } ended)
        {
            yield return new(TimelineClass.Incident, TimelineEvent.Ended, ended, null, []);
        }
    }

    private static IEnumerable<(TimelineEntry Entry, MemberId? Who)> Of(Proceeding path, IncidentKeys keys)
    {
        var side = path.IsAgainstDefender ? TimelineClass.Criminalization : TimelineClass.Justice;
        TimelineCode kind = new(Lists.ProceedingKinds, path.KindCode);
        var standing = path.Counted.Select(s => s.Sequence).ToHashSet();
        foreach (var stage in path.Stages.OrderBy(s => s.Sequence))
        {
            var what = standing.Contains(stage.Sequence) ? TimelineEvent.Stage : TimelineEvent.StageCorrected;
            yield return (new(side, what, stage.On, null, [new(Lists.Stages, stage.Stage.ToString()), kind], keys.PartOf(SealedFields.StageReason, path.Id.Value, stage.Sequence, stage.Reason)), stage.RecordedBy);
        }

        foreach (var act in path.InvestigativeActs.OrderBy(a => a.Sequence))
        {
            yield return (new(side, TimelineEvent.InvestigativeAct, act.On, null, [new(Lists.InvestigativeActs, act.Code), kind]), act.RecordedBy);
        }
    }
}
