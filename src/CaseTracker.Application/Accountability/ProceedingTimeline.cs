using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Timelines;
using CaseTracker.Domain.Accountability;
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
            .Include(i => i.Proceedings).ThenInclude(p => p.Stages)
            .Include(i => i.Proceedings).ThenInclude(p => p.InvestigativeActs)
            .Where(i => ids.Contains(i.Id) && i.Proceedings.Any())
            .OrderBy(i => i.Number)
            .ToListAsync(cancellationToken);
        return [.. incidents.SelectMany(i => i.Proceedings.OrderBy(p => p.OpenedAt).ThenBy(p => p.Id.Value).SelectMany(p => Of(p, scope.Of(i.Id), scope.KeysOf(i.Id))))];
    }

    /// <summary>A correction stands where the entry stood that it corrects, which says nothing any more of where others stand.</summary>
    private static IEnumerable<TimelineItem> Of(Proceeding path, ToldIncident incident, IncidentKeys keys)
    {
        var side = path.IsAgainstDefender ? TimelineClass.Criminalization : TimelineClass.Justice;
        TimelineCode kind = new(Lists.ProceedingKinds, path.KindCode);
        var standing = path.Counted.Select(s => s.Sequence).ToHashSet();
        var places = path.Stages.ToDictionary(s => s.Sequence, s => s.Corrects);
        var reached = incident.Began;
        DateOnly? opened = null;
        StageEntry? before = null;
        foreach (var stage in path.Stages.OrderBy(s => PlaceOf(s.Sequence)).ThenBy(s => s.Sequence))
        {
            var day = stage.On.FirstFrom(reached);
            var what = TimelineEvent.StageCorrected;
            TimelineCode? from = null;
            if (standing.Contains(stage.Sequence))
            {
                opened ??= day;
                reached = Days.Later(reached, day);
                what = before is null ? TimelineEvent.Stage : stage.Reopens ? TimelineEvent.StageReopened : TimelineEvent.StageMoved;
                from = before is null ? null : new(Lists.Stages, before.Stage.ToString());
                before = stage;
            }

            TimelineCode to = new(Lists.Stages, stage.Stage.ToString());
            yield return new(
                new(side, what, stage.On, null, incident.Number, from is null ? [to, kind] : [to, kind, from], keys.PartOf(SealedFields.StageReason, path.Id.Value, stage.Sequence, stage.Reason)),
                stage.RecordedBy,
                day);
        }

        foreach (var act in path.InvestigativeActs.OrderBy(a => a.Sequence))
        {
            yield return new(
                new(side, TimelineEvent.InvestigativeAct, act.On, null, incident.Number, [new(Lists.InvestigativeActs, act.Code), kind]), act.RecordedBy, act.On.FirstFrom(Days.Later(incident.Began, opened)));
        }

        int PlaceOf(int sequence) => places.GetValueOrDefault(sequence) is { } corrected ? PlaceOf(corrected) : sequence;
    }
}
