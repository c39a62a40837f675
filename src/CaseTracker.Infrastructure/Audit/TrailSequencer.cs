using CaseTracker.Application.Jobs;
using CaseTracker.Domain.Audit;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Audit;

/// <summary>
/// Gives committed lines of the trail their places in the tree. Whoever raises the tree's turn holds its row until the end of
/// the transaction, so any number of nodes do this one after the other.
/// </summary>
public sealed class TrailSequencer(CaseTrackerDbContext db, TrailKeys keys, TimeProvider time) : IRecurringWork
{
    /// <summary>Short enough that on SQLite nobody who writes has to wait for long.</summary>
    private const int Batch = 500;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var all = 0;
        int now;
        do
        {
            now = await SealBatchAsync(cancellationToken);
            all += now;
        }
        while (now == Batch);
        return all;
    }

    /// <summary>Takes the turn, changes the tree, and stores what was changed.</summary>
    /// <exception cref="TrailTreeException">The tree is gone.</exception>
    internal async Task<T> InTurnAsync<T>(Func<TrailTree, Task<T>> change, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.TrailTree.ExecuteUpdateAsync(s => s.SetProperty(t => t.Turn, t => t.Turn + 1), cancellationToken) == 0)
        {
            throw new TrailTreeException(TrailFaultKind.TreeMissing, "The state of the trail's tree is gone from the database; run the verb `audit verify`.");
        }

        var answer = await change(await db.TrailTree.SingleAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return answer;
    }

    private async Task<int> SealBatchAsync(CancellationToken cancellationToken)
    {
        // Looking first keeps an idle site from writing every few seconds.
        if (!await db.Trail.AnyAsync(e => e.TreeIndex == null, cancellationToken))
        {
            return 0;
        }

        return await InTurnAsync(
            async tree =>
            {
                var waiting = await db.Trail.Where(e => e.TreeIndex == null).OrderBy(e => e.Sequence).Take(Batch).ToListAsync(cancellationToken);
                tree.Seal(waiting, time.GetUtcNow(), keys.Trail);
                return waiting.Count;
            },
            cancellationToken);
    }
}
