using CaseTracker.Application.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Infrastructure.Audit;

/// <summary>
/// Takes stock, once, of a database from before the trail vouched for rows: from then on each row must be as it was then, or
/// as a later line left it. What was done to the rows before nobody can tell.
/// </summary>
internal sealed class TrailBaseline(IServiceScopeFactory scopes, TrailKeys keys, TimeProvider time)
{
    /// <summary>As the trail names it.</summary>
    public const string Action = "TakeStock";

    private const int RowsInLine = 5000;

    /// <summary>All of it or nothing: killed half way, the next start takes stock of everything.</summary>
    public async Task TakeAsync(CaseTrackerDbContext db, CancellationToken cancellationToken)
    {
        // Deleting all writes does not bring a new baseline past anybody: the lines that hold roots over them contradict it.
        if (await db.TrailWrites.AnyAsync(cancellationToken))
        {
            return;
        }

        // Read by another connection: most databases answer one command of a connection at a time.
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        var reading = scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Nodes that start at the same moment take turns: the second finds that it is done.
        await db.TrailTree.ExecuteUpdateAsync(s => s.SetProperty(t => t.Turn, t => t.Turn + 1), cancellationToken);
        if (await db.TrailWrites.AnyAsync(cancellationToken))
        {
            return;
        }

        foreach (var table in GuardedWrites.TablesOf(db.Model).Values)
        {
            var rows = new List<(Guid Record, RowWrite Row)>();
            await foreach (var (record, key, hash) in reading.ReadAsync(table, after: null, upTo: null, cancellationToken))
            {
                rows.Add((record, new(table.Name, key, Before: null, hash)));
                if (rows.Count == RowsInLine)
                {
                    await WriteAsync(db, rows, cancellationToken);
                }
            }

            await WriteAsync(db, rows, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task WriteAsync(CaseTrackerDbContext db, List<(Guid Record, RowWrite Row)> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var line = AuditEntry.Of(time.GetUtcNow(), actor: null, Action, AuditOutcome.Done, subject: null, detail: null);
        var writes = TrailWrite.Of(line.Id, rows);
        db.Trail.Add(line.Vouch(TrailWrite.RootOf(writes), keys.Trail));
        await db.InsertRowsAsync(writes, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        rows.Clear();
    }
}
