using CaseTracker.Application.Confidentiality;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Application.Incidents;

/// <summary>Every change of state of an incident, in the order of recording within each axis and path.</summary>
internal static class HistoryChanges
{
    public static IEnumerable<(StateChange Change, MemberId Who)> Of(Incident incident, IncidentKeys keys)
    {
        foreach (var change in incident.WorkflowChanges)
        {
            yield return (new StateChange(Lists.Workflow, change.From.Code(), change.To.Code(), keys.Part(SealedFields.WorkflowReason, change.Sequence, change.Reason) ?? IncidentKeys.Erased, "", change.At), change.By);
        }

        foreach (var change in incident.VerificationChanges)
        {
            yield return (new StateChange(Lists.Verification, change.From.ToString(), change.To.ToString(), keys.Part(SealedFields.VerificationReason, change.Sequence, change.Reason) ?? IncidentKeys.Erased, "", change.At), change.By);
        }

        foreach (var path in incident.Proceedings)
        {
            var told = new List<StageEntry>();
            foreach (var stage in path.Stages.OrderBy(s => s.Sequence))
            {
                var accused = incident.Involvements.FirstOrDefault(i => i.Sequence == stage.Accused);
                yield return (
                    new StateChange(
                        Lists.Stages,
                        Before(told, stage)?.Stage.ToString(),
                        stage.Stage.ToString(),
                        keys.PartOf(SealedFields.StageReason, path.Id.Value, stage.Sequence, stage.Reason) ?? IncidentKeys.Erased,
                        "",
                        stage.RecordedAt,
                        path.KindCode,
                        new StageChange(stage.Corrects, stage.Reopens, accused?.PerpetratorCode, accused?.RoleCode, stage.IsFinal, stage.IsWithdrawal, StageHistory.IsWithdrawn(path.Stages, stage))),
                    stage.RecordedBy);
                told.Add(stage);
            }
        }
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
