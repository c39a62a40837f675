using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Jobs;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Erasures;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Erasures;

/// <summary>
/// Does what was ordered: destroys the keys, empties the write-ahead logs, and says so in the trail. Killed in between, or
/// without its key database for a while, it does all of it again at its next turn; destroying what is gone is no harm.
/// </summary>
public sealed class FinishErasures(ICaseTrackerDb db, IUnitOfWork work, IKeyShredder keys, IDatabaseSweep sweep) : IRecurringWork
{
    /// <summary>Name of the job, for those who do not want to wait for its turn.</summary>
    public const string Job = "finish-erasures";

    /// <summary>As the trail names it.</summary>
    public const string Action = "FinishErasure";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var ordered = await db.Erasures.Where(e => e.FinishedAt == null).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(cancellationToken);
        foreach (var id in ordered)
        {
            await FinishAsync(id, cancellationToken);
        }

        return ordered.Count;
    }

    private async Task FinishAsync(ErasureId id, CancellationToken cancellationToken)
    {
        var erasure = await db.Erasures.Include(e => e.Keys).SingleAsync(e => e.Id == id, cancellationToken);
        await keys.DestroyAsync([.. erasure.Keys.Select(KeyOwner.Of)], cancellationToken);
        await sweep.EmptyLogAsync(cancellationToken);

        await using var transaction = await work.BeginAsync(cancellationToken);
        erasure.Finish(work.Now);
        work.Append(AuditEntry.Of(work.Now, actor: null, Action, AuditOutcome.Done, erasure.Subject, erasure.Detail));
        try
        {
            await work.SaveAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node finished the same order; its line says so.
            work.Forget();
        }
    }
}
