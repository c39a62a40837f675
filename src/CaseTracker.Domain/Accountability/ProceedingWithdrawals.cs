using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Accountability;

/// <summary>
/// Entries made by mistake, taken back by an entry of its own. What stands afterwards could have been recorded without them: nothing
/// that rests on an entry is left behind. A withdrawal is final; what is right after all is recorded anew.
/// </summary>
public sealed partial class Proceeding
{
    internal Result WithdrawStage(int sequence, string? reason, Stamp stamp)
    {
        var why = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        var refusals = why.Refusals.ToList();
        var counted = Counted;
        var wrong = counted.FirstOrDefault(s => s.Sequence == sequence);
        if (wrong is null)
        {
            refusals.Add(ProceedingErrors.NothingToWithdraw);
        }
        else if (CheckLeft([.. _stages, new StageEntry(_stages.Count + 1, wrong, wrong.Reason, stamp, null)]) is { } refusal)
        {
            refusals.Add(refusal);
        }
        else if (ProceedingStory.RestingOn(counted, sequence) is { } later)
        {
            refusals.Add(ProceedingErrors.RestsOnIt.With(later));
        }

        return refusals.Count > 0
            ? Result.Of(refusals)
            : Append([new StageEntry(_stages.Count + 1, wrong!, Sealed<string>.Of(why.Value!), stamp, Took(wrong!))], null, null);
    }

    internal Result WithdrawInvestigativeAct(int sequence, string? reason, Stamp stamp)
    {
        var why = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        var refusals = why.Refusals.ToList();
        var wrong = CountedActs.FirstOrDefault(a => a.Sequence == sequence);
        if (wrong is null)
        {
            refusals.Add(ProceedingErrors.NothingToWithdraw);
        }

        if (refusals.Count == 0)
        {
            _acts.Add(new InvestigativeAct(_acts.Count + 1, wrong!, Sealed<string>.Of(why.Value!), stamp));
        }

        return Result.Of(refusals);
    }
}
