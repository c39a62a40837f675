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
    public static IEnumerable<TimelineItem> Of(Incident incident, IReadOnlyDictionary<PersonId, string> pseudonyms, IReadOnlyDictionary<ReleaseId, BilingualText> releases, IncidentKeys keys) =>
    [
        .. Happened(incident, pseudonyms),
        new(new(TimelineClass.Work, TimelineEvent.Logged, null, incident.CreatedAt, []), incident.LoggedBy),
        .. incident.WorkflowChanges.Select(c => new TimelineItem(
            new(TimelineClass.Work, TimelineEvent.Workflow, null, c.At, [new(Lists.Workflow, c.From.Code()), new(Lists.Workflow, c.To.Code())], keys.Part(SealedFields.WorkflowReason, c.Sequence, c.Reason)),
            c.By)),
        .. incident.VerificationChanges.Select(c => new TimelineItem(
            new(TimelineClass.Work, TimelineEvent.Verification, null, c.At, [new(Lists.Verification, c.From.ToString()), new(Lists.Verification, c.To.ToString())], keys.Part(SealedFields.VerificationReason, c.Sequence, c.Reason)),
            c.By)),
        .. incident.Citations.Select(c => new TimelineItem(new(TimelineClass.Context, TimelineEvent.Cited, null, c.CitedAt, [new(null, null, releases[c.ReleaseId])]), c.CitedBy)),
        .. incident.Proceedings.SelectMany(p => Of(p, incident.StartedOn.FirstFrom(null), incident.Involvements, keys)),
    ];

    public static IEnumerable<TimelineItem> Of(FollowUp followUp, IncidentKeys keys)
    {
        TimelineCode kind = new(Lists.FollowUpKinds, followUp.KindCode);
        var firstDue = followUp.Snoozes.OrderBy(s => s.Sequence).FirstOrDefault()?.From ?? followUp.DueOn;
        yield return new(new(TimelineClass.FollowUp, TimelineEvent.FollowUpPlanned, null, followUp.CreatedAt, [kind], keys.Of(SealedFields.FollowUpNote, followUp.Id, followUp.Note), Day: firstDue), followUp.CreatedBy);
        foreach (var snooze in followUp.Snoozes)
        {
            yield return new(new(TimelineClass.FollowUp, TimelineEvent.FollowUpPostponed, null, snooze.At, [kind], keys.PartOf(SealedFields.SnoozeReason, followUp.Id.Value, snooze.Sequence, snooze.Reason), Day: snooze.To), snooze.By);
        }

        if (followUp.ClosedAt is { } closed)
        {
            yield return new(new(TimelineClass.FollowUp, TimelineEvent.FollowUpDone, null, closed, [kind, new(Lists.FollowUpOutcomes, followUp.OutcomeCode)], keys.Of(SealedFields.FollowUpOutcome, followUp.Id, followUp.OutcomeNote)), followUp.ClosedBy);
        }
    }

    private static IEnumerable<TimelineItem> Happened(Incident incident, IReadOnlyDictionary<PersonId, string> pseudonyms)
    {
        var began = incident.StartedOn.FirstFrom(null);
        var last = began;
        yield return new(new(TimelineClass.Incident, TimelineEvent.Began, incident.StartedOn, null, []), null, began);
        foreach (var act in incident.Acts.OrderBy(a => a.Sequence))
        {
            var person = incident.Victims.FirstOrDefault(v => v.Sequence == act.VictimSequence)?.PersonId;
            var pseudonym = person is { } id ? pseudonyms.GetValueOrDefault(id) : null;
            var on = act.On ?? incident.StartedOn;
            var day = on.FirstFrom(began);
            last = Later(last, day);
            yield return new(new(TimelineClass.Incident, TimelineEvent.Act, on, null, [new(Lists.Acts, act.Code), new(null, pseudonym)]), null, day);
        }

        if (incident.EndedOn is { } ended)
        {
            yield return new(new(TimelineClass.Incident, TimelineEvent.Ended, ended, null, []), null, ended.FirstFrom(last));
        }
    }

    /// <summary>A correction stands where the entry stood that it corrects, which says nothing any more of where others stand.</summary>
    private static IEnumerable<TimelineItem> Of(Proceeding path, DateOnly? began, IReadOnlyList<Involvement> answers, IncidentKeys keys)
    {
        var side = path.IsAgainstDefender ? TimelineClass.Criminalization : TimelineClass.Justice;
        TimelineCode kind = new(Lists.ProceedingKinds, path.KindCode);
        var standing = path.Counted.Select(s => s.Sequence).ToHashSet();
        var places = path.Stages.ToDictionary(s => s.Sequence, s => s.Corrects);
        var reached = began;
        DateOnly? opened = null;
        var before = new List<StageEntry>();
        foreach (var stage in path.Stages.OrderBy(s => PlaceOf(s.Sequence)).ThenBy(s => s.Sequence))
        {
            var day = stage.On.FirstFrom(reached);
            var stands = standing.Contains(stage.Sequence);
            if (stands)
            {
                opened ??= day;
                reached = Later(reached, day);
            }

            yield return new(Told(stage, stands ? before : null, stands, side, kind, answers) with { Note = keys.PartOf(SealedFields.StageReason, path.Id.Value, stage.Sequence, stage.Reason) }, stage.RecordedBy, day);
            if (stands)
            {
                before.Add(stage);
            }
        }

        var acts = path.CountedActs.Select(a => a.Sequence).ToHashSet();
        foreach (var act in path.InvestigativeActs.OrderBy(a => a.Sequence))
        {
            var what = acts.Contains(act.Sequence) ? TimelineEvent.InvestigativeAct : TimelineEvent.InvestigativeActCorrected;
            yield return new(
                new(side, what, act.On, null, [new(Lists.InvestigativeActs, act.Code), kind], keys.PartOf(SealedFields.ActNote, path.Id.Value, act.Sequence, act.Note)),
                act.RecordedBy,
                act.On.FirstFrom(Later(began, opened)));
        }

        int PlaceOf(int sequence) => places.GetValueOrDefault(sequence) is { } corrected ? PlaceOf(corrected) : sequence;
    }

    /// <summary>The stage, the kind of path, where it moved from and whom it speaks of, in this order; the event says which of them are told.</summary>
    /// <param name="before">What stands before it on the path; null of an entry that does not stand.</param>
    private static TimelineEntry Told(StageEntry stage, List<StageEntry>? before, bool stands, TimelineClass side, TimelineCode kind, IReadOnlyList<Involvement> answers)
    {
        var from = before is null ? null : stage.Accused is { } accused ? Ladder.StandingOf(before, accused) : before.LastOrDefault(s => s.Accused is null);
        var who = answers.FirstOrDefault(i => i.Sequence == stage.Accused);
        var what = !stands ? TimelineEvent.StageCorrected
            : who is null ? (from is null ? TimelineEvent.Stage : stage.Reopens ? TimelineEvent.StageReopened : TimelineEvent.StageMoved)
            : stage.Stage == Stage.J6 ? (stage.IsFinal ? TimelineEvent.ConvictedFinally : TimelineEvent.Convicted)
            : from is null ? TimelineEvent.AccusedStage
            : stage.Reopens ? TimelineEvent.AccusedReopened
            : TimelineEvent.AccusedMoved;
        return new(side, what, stage.On, null, [new(Lists.Stages, stage.Stage.ToString()), kind, new(Lists.Stages, from?.Stage.ToString()), new(Lists.Perpetrators, who?.PerpetratorCode)]);
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other ?? one : one;
}

/// <param name="Who">Who wrote it down; null for what nobody in particular did.</param>
/// <param name="Day">
/// Where it stands among the others. A date known to the month or the year stands as early as it can without going before what it
/// follows: the incident, and on a path the stage before.
/// </param>
internal sealed record TimelineItem(TimelineEntry Entry, MemberId? Who, DateOnly? Day = null);
