using CaseTracker.Application.Jobs;
using Microsoft.Extensions.Logging;

namespace CaseTracker.Infrastructure.Audit;

/// <summary>
/// Once a day, verifies the trail against the checkpoints kept so far and keeps another. A trail in which something is wrong
/// gets no new checkpoint: the older ones are the evidence.
/// </summary>
internal sealed partial class DailyCheckpoint(TrailProof proof, CheckpointFolder folder, TimeProvider time, ILogger<DailyCheckpoint> logger) : IRecurringWork
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var kept = await folder.ReadAsync(cancellationToken);
        if (kept.Count > 0 && time.GetUtcNow() - kept.Max(c => c.At) is var age && age >= TimeSpan.Zero && age < Every)
        {
            return 0;
        }

        var verdict = await proof.VerifyAsync([], progress: null, cancellationToken);
        if (verdict.Fault is { } fault)
        {
            LogFault(logger, fault.Kind.ToString(), fault.Sequence, fault.Place);
            return 0;
        }

        await folder.KeepAsync(await proof.CheckpointAsync(cancellationToken), time.GetUtcNow(), cancellationToken);
        return 1;
    }

    [LoggerMessage(LogLevel.Critical, "The trail does not verify: {Fault}, line {Sequence}, place {Place}. Run the verb `audit verify` and keep this database as it is")]
    private static partial void LogFault(ILogger logger, string fault, long? sequence, long? place);
}
