using System.Globalization;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Paging;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Application.Incidents;

/// <summary>Every change of state of an incident, in the order of recording within each axis and path.</summary>
internal static class HistoryChanges
{
    private const string Order = "changes";

    /// <param name="authorities">Names by code.</param>
    public static IEnumerable<(StateChange Change, MemberId Who)> Of(Incident incident, IncidentKeys keys, IReadOnlyDictionary<string, AuthorityView> authorities)
    {
        foreach (var change in incident.WorkflowChanges.OrderBy(c => c.Sequence))
        {
            yield return (new StateChange(Lists.Workflow, change.From.Code(), change.To.Code(), keys.Part(SealedFields.WorkflowReason, change.Sequence, change.Reason) ?? IncidentKeys.Erased, "", change.At), change.By);
        }

        foreach (var change in incident.VerificationChanges.OrderBy(c => c.Sequence))
        {
            yield return (new StateChange(Lists.Verification, change.From.ToString(), change.To.ToString(), keys.Part(SealedFields.VerificationReason, change.Sequence, change.Reason) ?? IncidentKeys.Erased, "", change.At), change.By);
        }

        foreach (var path in incident.Proceedings.OrderBy(p => p.OpenedAt).ThenBy(p => p.Id.Value))
        {
            var told = new List<StageEntry>();
            var of = new PathOfChange(path.Id, path.AuthorityCode is { } office ? authorities.GetValueOrDefault(office)?.Name : null);
            foreach (var stage in path.Stages.OrderBy(s => s.Sequence))
            {
                var before = Before(told, stage);
                var accused = incident.Involvements.FirstOrDefault(i => i.Sequence == stage.Accused);
                yield return (
                    new StateChange(
                        path.StageList,
                        before?.Stage.ToString(),
                        stage.Stage.ToString(),
                        keys.PartOf(SealedFields.StageReason, path.Id.Value, stage.Sequence, stage.Reason) ?? IncidentKeys.Erased,
                        "",
                        stage.RecordedAt,
                        path.KindCode,
                        new StageChange(stage.Corrects, stage.Reopens, accused?.PerpetratorCode, accused?.RoleCode, stage.IsFinal, stage.IsWithdrawal, StageHistory.IsWithdrawn(path.Stages, stage))
                        {
                            On = stage.On,
                            Instead = stage.Corrects is null ? null : before?.On,
                            IsMissingReport = stage.Precedes is not null,
                            ReportedTo = stage.ReportedToCode is { } took ? authorities.GetValueOrDefault(took)?.Name : null,
                            EndsMoves = EndsMoves(path, stage),
                        })
                    {
                        Of = of,
                    },
                    stage.RecordedBy);
                told.Add(stage);
            }

            foreach (var move in path.Moves.OrderBy(m => m.Sequence))
            {
                yield return (
                    new StateChange(StateChange.OfAuthority, move.FromCode, move.ToCode, "", "", move.RecordedAt, path.KindCode)
                    {
                        Of = of,
                        Authority = new(authorities[move.FromCode].Name, authorities[move.ToCode].Name, move.Change, move.Since),
                    },
                    move.RecordedBy);
            }
        }
    }

    /// <summary>Newest first. A change's place is its number in the order of recording, which later ones never move.</summary>
    /// <returns>A refusal for a cursor that this order did not write.</returns>
    public static Result<Page<(StateChange Change, MemberId Who)>> Page(IReadOnlyCollection<(StateChange Change, MemberId Who)> recorded, int size, string? at)
    {
        var read = Cursor.Read(at, Order);
        var from = 0;
        if (!read.TryGet(out var cursor) || (cursor is not null && !int.TryParse(cursor.Key, NumberStyles.None, CultureInfo.InvariantCulture, out from)))
        {
            return PagingErrors.BadCursor;
        }

        var newest = recorded.OrderBy(c => c.Change.At).Index().Reverse().ToList();
        var rest = cursor is null ? newest : cursor.Backwards ? newest.Where(c => c.Index > from).Reverse() : newest.Where(c => c.Index < from);
        var page = Paging.Page.Of<(int Index, (StateChange Change, MemberId Who) Item)>(
            [.. rest.Take(size + 1)], size, cursor, newest.Count, (row, backwards) => new Cursor(Order, backwards, "", row.Index.ToString(CultureInfo.InvariantCulture)));
        return new Page<(StateChange, MemberId)>([.. page.Rows.Select(r => r.Item)], page.Before, page.After, page.Total);
    }

    /// <summary>It left nothing before any authority, and moves had been recorded of what had been.</summary>
    private static bool EndsMoves(Proceeding path, StageEntry stage)
    {
        return path.Moves.Any(m => m.AfterStage < stage.Sequence && Told(stage.Sequence).IsVoid(m) && !Told(stage.Sequence - 1).IsVoid(m));

        Whereabouts Told(int last) => Whereabouts.Of([.. path.Stages.Where(s => s.Sequence <= last)], path.Moves);
    }

    /// <summary>What the entry replaced; otherwise where the path, or the accused on it, stood when it was written.</summary>
    private static StageEntry? Before(List<StageEntry> told, StageEntry stage)
    {
        if (stage.Corrects is { } wrong)
        {
            return told.Find(s => s.Sequence == wrong);
        }

        var counted = StageHistory.Standing(told);
        return stage.Accused is { } accused ? Ladder.StandingOf(counted, accused) : counted.LastOrDefault(s => s.Accused is null);
    }
}
