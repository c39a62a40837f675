using CaseTracker.Application.Audit;
using CaseTracker.Application.Jobs;

namespace CaseTracker.Infrastructure.Audit;

/// <summary>
/// Once a day, verifies the trail against the checkpoints kept so far and keeps another. A trail in which something is wrong
/// gets no new checkpoint: the older ones are the evidence.
/// </summary>
internal sealed class DailyCheckpoint(TrailProof proof, CheckpointFolder folder, TrailAlarm alarm, TimeProvider time) : IRecurringWork
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var kept = (await folder.ReadAsync(cancellationToken)).Found;
        if (kept.Count > 0 && time.GetUtcNow() - kept.Max(c => c.At) is var age && age >= TimeSpan.Zero && age < Every)
        {
            return 0;
        }

        var verdict = await proof.VerifyAsync([], progress: null, cancellationToken);
        if (verdict.Fault is { } fault)
        {
            await alarm.RaiseAsync(fault);
            return 0;
        }

        await folder.KeepAsync(await proof.CheckpointAsync(cancellationToken), time.GetUtcNow(), cancellationToken);
        return 1;
    }
}
