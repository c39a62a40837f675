using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
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
    /// <summary>In a place of a sentence that it does not have.</summary>
    private static readonly TimelineCode NoCode = new(null, "");

    public async Task<IReadOnlyList<TimelineItem>> TellAsync(TimelineScope scope, CancellationToken cancellationToken)
    {
        var ids = scope.Ids;
        var incidents = await db.Incidents.AsNoTracking()
            .Include(i => i.Involvements).Include(i => i.Victims)
            .Include(i => i.Proceedings).ThenInclude(p => p.Stages)
            .Include(i => i.Proceedings).ThenInclude(p => p.InvestigativeActs)
            .Include(i => i.Proceedings).ThenInclude(p => p.Moves)
            .Include(i => i.Proceedings).ThenInclude(p => p.Against)
            .Where(i => ids.Contains(i.Id) && i.Proceedings.Any())
            .OrderBy(i => i.Number)
            .ToListAsync(cancellationToken);
        var authorities = await db.Authorities.NamesAsync(incidents.SelectMany(i => i.Proceedings).SelectMany(p => p.Authorities), cancellationToken);
        var told = new List<TimelineItem>();
        foreach (var incident in incidents)
        {
            var sole = incident.Victims.Count == 1;
            var theirs = incident.Victims.Where(v => v.PersonId == scope.Person).Select(v => v.Sequence).ToHashSet();
            var names = scope.Person is null && incident.Proceedings.Any(p => p.Against.Count > 0) ? await db.People.PseudonymsAsync(incident, cancellationToken) : null;
            foreach (var path in incident.Proceedings.OrderBy(p => p.OpenedAt).ThenBy(p => p.Id.Value).Where(p => scope.Person is null || p.Against.Count == 0 || p.Against.Any(a => theirs.Contains(a.Sequence))))
            {
                // Which of several victims a path runs against need not be known: on the page of one of them that has to be said.
                var isOfIncident = scope.Person is not null && path is { IsAgainstDefender: true, Against.Count: 0 } && !sole;
                IReadOnlyList<string> against = names is null ? [] : [.. path.Against.OrderBy(a => a.Sequence).Select(a => names.GetValueOrDefault(a.Sequence)).OfType<string>()];
                told.AddRange(Of(path, incident.Involvements, authorities, scope.Of(incident.Id), scope.KeysOf(incident.Id))
                    .Select(item => item with { Entry = item.Entry with { IsOfIncident = isOfIncident, Against = against } }));
            }
        }

        return told;
    }

    /// <summary>
    /// A correction stands where the entry stood that it corrects, which says nothing any more of where others stand. What was withdrawn
    /// stays where it was; that it was is told of the moment in which somebody did.
    /// </summary>
    private static IEnumerable<TimelineItem> Of(Proceeding path, IReadOnlyList<Involvement> answers, IReadOnlyDictionary<string, AuthorityView> authorities, ToldIncident incident, IncidentKeys keys)
    {
        var side = path.IsAgainstDefender ? TimelineClass.Criminalization : TimelineClass.Justice;
        TimelineCode kind = new(Lists.ProceedingKinds, path.KindCode);
        var standing = path.Counted.Select(s => s.Sequence).ToHashSet();
        var report = path.Counted.FirstOrDefault(s => s.IsReport);
        var whereabouts = path.Whereabouts;
        var reached = incident.Began;
        DateOnly? opened = null;
        var before = new List<StageEntry>();
        foreach (var stage in StageHistory.InPlace(path.Stages))
        {
            var because = keys.PartOf(SealedFields.StageReason, path.Id.Value, stage.Sequence, stage.Reason);
            if (stage.IsWithdrawal)
            {
                yield return new(new(side, TimelineEvent.StageWithdrawal, null, stage.RecordedAt, incident.Number, [new(path.StageList, stage.Stage.ToString()), kind], because), stage.RecordedBy);
                continue;
            }

            var day = stage.On.FirstFrom(reached);
            var stands = standing.Contains(stage.Sequence);
            if (stands)
            {
                opened ??= day;
                reached = Days.Later(reached, day);
            }

            var told = stands ? Told(stage, before, side, incident.Number, kind, path.StageList, answers) : NotStanding(path, stage, side, incident.Number, kind);
            if (stage == report && whereabouts.ReportedTo is { } took && told.Event is TimelineEvent.Stage or TimelineEvent.StageMoved)
            {
                told = told with { Event = told.Event == TimelineEvent.Stage ? TimelineEvent.Reported : TimelineEvent.ReportedAfterAll, Codes = [.. told.Codes, .. told.Codes.Count < 3 ? [NoCode] : (TimelineCode[])[], Named(took)] };
            }

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

        foreach (var move in path.Moves.OrderBy(m => m.Sequence))
        {
            var what = whereabouts.IsVoid(move) ? TimelineEvent.AuthorityMoveVoid : move.Change == AuthorityChange.Moved ? TimelineEvent.AuthorityMoved : move.FromCode == move.ToCode ? TimelineEvent.MoveDateCorrected : TimelineEvent.AuthorityCorrected;
            var isDated = what == TimelineEvent.AuthorityMoved && move.Since.IsKnown;
            yield return new(
                new(side, what, isDated ? move.Since : null, isDated ? null : move.RecordedAt, incident.Number, [Named(move.ToCode), kind, Named(whereabouts.OriginOf(move))]),
                move.RecordedBy,
                isDated ? move.Since.FirstFrom(Days.Later(incident.Began, opened)) : null);
        }

        TimelineCode Named(string code) => new(null, null, authorities.GetValueOrDefault(code)?.Name);
    }

    private static TimelineEntry NotStanding(Proceeding path, StageEntry stage, TimelineClass side, string number, TimelineCode kind) => new(
        side,
        StageHistory.IsWithdrawn(path.Stages, stage) ? TimelineEvent.StageWithdrawn : TimelineEvent.StageCorrected,
        stage.On,
        null,
        number,
        [new(path.StageList, stage.Stage.ToString()), kind]);

    /// <param name="before">What stands before it on the path.</param>
    private static TimelineEntry Told(StageEntry stage, List<StageEntry> before, TimelineClass side, string number, TimelineCode kind, string stages, IReadOnlyList<Involvement> answers)
    {
        var from = stage.Accused is { } accused ? Ladder.StandingOf(before, accused) : before.LastOrDefault(s => s.Accused is null);
        var who = answers.FirstOrDefault(i => i.Sequence == stage.Accused);
        var what = who is null ? (from is null ? TimelineEvent.Stage : stage.Reopens ? TimelineEvent.StageReopened : TimelineEvent.StageMoved)
            : stage.Stage == Stage.J6 ? (stage.IsFinal ? TimelineEvent.ConvictedFinally : TimelineEvent.Convicted)
            : from is null ? TimelineEvent.AccusedStage
            : stage.Reopens ? TimelineEvent.AccusedReopened
            : TimelineEvent.AccusedMoved;
        List<TimelineCode> codes = [new(stages, stage.Stage.ToString()), kind];
        if (from is not null || who is not null)
        {
            codes.Add(new(stages, from?.Stage.ToString()));
        }

        if (who is not null)
        {
            codes.Add(new(Lists.Perpetrators, who.PerpetratorCode));
        }

        return new(side, what, stage.On, null, number, codes);
    }
}
