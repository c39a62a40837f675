using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Timelines;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>Stages and investigative acts of every path, against aggressors and against the defender.</summary>
public sealed class ProceedingTimeline(ICaseTrackerDb db) : ITimelineSource
{
    public async Task<IReadOnlyList<TimelineItem>> TellAsync(TimelineScope scope, CancellationToken cancellationToken)
    {
        var ids = scope.Ids;
        var incidents = await db.Incidents.AsNoTracking()
            .Include(i => i.Involvements).Include(i => i.Victims)
            .Include(i => i.Proceedings).ThenInclude(p => p.Stages)
            .Include(i => i.Proceedings).ThenInclude(p => p.InvestigativeActs)
            .Where(i => ids.Contains(i.Id) && i.Proceedings.Any())
            .OrderBy(i => i.Number)
            .ToListAsync(cancellationToken);
        return [.. incidents.SelectMany(i => i.Proceedings.OrderBy(p => p.OpenedAt).ThenBy(p => p.Id.Value).SelectMany(p => Of(p, i.Involvements, scope.Of(i.Id), scope.KeysOf(i.Id)).Select(item => IsOfIncident(p, i) ? item with { Entry = item.Entry with { IsOfIncident = true } } : item)))];

        // Which of several victims a path runs against is not recorded: on the page of one of them that has to be said.
        bool IsOfIncident(Proceeding path, Incident incident) => scope.Person is not null && path.IsAgainstDefender && incident.Victims.Count > 1;
    }

    /// <summary>
    /// A correction stands where the entry stood that it corrects, which says nothing any more of where others stand. What was withdrawn
    /// stays where it was; that it was is told of the moment in which somebody did.
    /// </summary>
    private static IEnumerable<TimelineItem> Of(Proceeding path, IReadOnlyList<Involvement> answers, ToldIncident incident, IncidentKeys keys)
    {
        var side = path.IsAgainstDefender ? TimelineClass.Criminalization : TimelineClass.Justice;
        TimelineCode kind = new(Lists.ProceedingKinds, path.KindCode);
        var standing = path.Counted.Select(s => s.Sequence).ToHashSet();
        var places = path.Stages.ToDictionary(s => s.Sequence, s => s.Corrects);
        var reached = incident.Began;
        DateOnly? opened = null;
        var before = new List<StageEntry>();
        foreach (var stage in path.Stages.OrderBy(s => PlaceOf(s.Sequence)).ThenBy(s => s.Sequence))
        {
            var because = keys.PartOf(SealedFields.StageReason, path.Id.Value, stage.Sequence, stage.Reason);
            if (stage.IsWithdrawal)
            {
                yield return new(new(side, TimelineEvent.StageWithdrawal, null, stage.RecordedAt, incident.Number, [new(Lists.Stages, stage.Stage.ToString()), kind], because), stage.RecordedBy);
                continue;
            }

            var day = stage.On.FirstFrom(reached);
            var stands = standing.Contains(stage.Sequence);
            if (stands)
            {
                opened ??= day;
                reached = Days.Later(reached, day);
            }

            var told = stands ? Told(stage, before, side, incident.Number, kind, answers) : NotStanding(path, stage, side, incident.Number, kind);
            yield return new(told with { Because = because }, stage.RecordedBy, day);
            if (stands)
            {
                before.Add(stage);
            }
        }

        var acts = path.CountedActs.Select(a => a.Sequence).ToHashSet();
        foreach (var act in path.InvestigativeActs.OrderBy(a => a.Sequence))
        {
            var note = keys.PartOf(SealedFields.ActNote, path.Id.Value, act.Sequence, act.Note);
            if (act.IsWithdrawal)
            {
                yield return new(new(side, TimelineEvent.InvestigativeActWithdrawal, null, act.RecordedAt, incident.Number, [new(Lists.InvestigativeActs, act.Code), kind], note), act.RecordedBy);
                continue;
            }

            var what = acts.Contains(act.Sequence) ? TimelineEvent.InvestigativeAct
                : StageHistory.IsWithdrawn(path.InvestigativeActs, act) ? TimelineEvent.InvestigativeActWithdrawn
                : TimelineEvent.InvestigativeActCorrected;
            yield return new(
                new(side, what, act.On, null, incident.Number, [new(Lists.InvestigativeActs, act.Code), kind], Note: note), act.RecordedBy, act.On.FirstFrom(Days.Later(incident.Began, opened)));
        }

        int PlaceOf(int sequence) => places.GetValueOrDefault(sequence) is { } corrected ? PlaceOf(corrected) : sequence;
    }

    private static TimelineEntry NotStanding(Proceeding path, StageEntry stage, TimelineClass side, string number, TimelineCode kind) => new(
        side,
        StageHistory.IsWithdrawn(path.Stages, stage) ? TimelineEvent.StageWithdrawn : TimelineEvent.StageCorrected,
        stage.On,
        null,
        number,
        [new(Lists.Stages, stage.Stage.ToString()), kind]);

    /// <param name="before">What stands before it on the path.</param>
    private static TimelineEntry Told(StageEntry stage, List<StageEntry> before, TimelineClass side, string number, TimelineCode kind, IReadOnlyList<Involvement> answers)
    {
        var from = stage.Accused is { } accused ? Ladder.StandingOf(before, accused) : before.LastOrDefault(s => s.Accused is null);
        var who = answers.FirstOrDefault(i => i.Sequence == stage.Accused);
        var what = who is null ? (from is null ? TimelineEvent.Stage : stage.Reopens ? TimelineEvent.StageReopened : TimelineEvent.StageMoved)
            : stage.Stage == Stage.J6 ? (stage.IsFinal ? TimelineEvent.ConvictedFinally : TimelineEvent.Convicted)
            : from is null ? TimelineEvent.AccusedStage
            : stage.Reopens ? TimelineEvent.AccusedReopened
            : TimelineEvent.AccusedMoved;
        List<TimelineCode> codes = [new(Lists.Stages, stage.Stage.ToString()), kind];
        if (from is not null || who is not null)
        {
            codes.Add(new(Lists.Stages, from?.Stage.ToString()));
        }

        if (who is not null)
        {
            codes.Add(new(Lists.Perpetrators, who.PerpetratorCode));
        }

        return new(side, what, stage.On, null, number, codes);
    }
}
