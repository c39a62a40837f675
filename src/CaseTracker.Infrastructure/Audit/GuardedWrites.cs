using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using CaseTracker.Application.Audit;
using CaseTracker.Domain.Audit;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseTracker.Infrastructure.Audit;

/// <summary>
/// Gives the line of each save the hashes of the rows that are stored with it, so that no use case, job or seed can forget to.
/// A save without a line (what jobs and the demonstration store) gets one. Comes after sealing: it hashes envelopes.
/// </summary>
internal sealed class GuardedWrites(TrailKeys keys, TimeProvider time) : SaveChangesInterceptor
{
    /// <summary>As the trail names what was stored by no operation of anybody's.</summary>
    public const string Action = "StoreRecords";

    /// <summary>More than one operation writes: they are stored in few statements.</summary>
    private const int Many = 100;

    /// <summary>Seconds that each save spends on hashing its rows, and where they are many on storing the hashes.</summary>
    private static readonly Histogram<double> Spent = new Meter("CaseTracker.Trail").CreateHistogram<double>("casetracker.trail.vouching", "s");

    private static readonly ConcurrentDictionary<IModel, IReadOnlyDictionary<IEntityType, GuardedTable>> Known = new();

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        var db = (CaseTrackerDbContext)eventData.Context!;
        var writes = WritesIn(db);
        if (writes.Count >= Many && db.Database.CurrentTransaction is not null)
        {
            await db.InsertRowsAsync(writes, cancellationToken);
        }
        else
        {
            db.TrailWrites.AddRange(writes);
        }

        Spent.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        return result;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        var db = (CaseTrackerDbContext)eventData.Context!;
        db.TrailWrites.AddRange(WritesIn(db));
        return result;
    }

    public static IReadOnlyDictionary<IEntityType, GuardedTable> TablesOf(IModel model) => Known.GetOrAdd(model, GuardedTable.In);

    private IReadOnlyList<TrailWrite> WritesIn(CaseTrackerDbContext db)
    {
        var tracked = db.ChangeTracker.Entries().ToList();

        // Of a save that failed and is tried again.
        tracked.FindAll(e => e is { Entity: TrailWrite, State: EntityState.Added }).ForEach(e => e.State = EntityState.Detached);
        var rows = RowsIn(tracked, TablesOf(db.Model));
        if (rows.Count == 0)
        {
            return [];
        }

        var line = tracked.Where(e => e.State == EntityState.Added).Select(e => e.Entity).OfType<AuditEntry>().LastOrDefault(e => e.Outcome == AuditOutcome.Done)
            ?? db.Trail.Add(AuditEntry.Of(time.GetUtcNow(), actor: null, Action, AuditOutcome.Done, subject: null, detail: null)).Entity;
        var writes = TrailWrite.Of(line.Id, rows);
        line.Vouch(TrailWrite.RootOf(writes), keys.Trail);
        return writes;
    }

    private static List<(Guid Record, RowWrite Row)> RowsIn(List<EntityEntry> tracked, IReadOnlyDictionary<IEntityType, GuardedTable> tables)
    {
        var rows = new List<(Guid, RowWrite)>();
        var hash = new RowHash();
        foreach (var entry in tracked)
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && tables.TryGetValue(entry.Metadata, out var table))
            {
                var before = entry.State == EntityState.Added ? null : table.FormerHashOf(entry, hash);
                var after = entry.State == EntityState.Deleted ? null : table.HashOf(entry, hash);
                if (before is null || after is null || !before.AsSpan().SequenceEqual(after))
                {
                    rows.Add((table.RecordOf(entry), new(table.Name, table.KeyOf(entry), before, after)));
                }
            }
        }

        return rows;
    }
}

/// <summary>Refuses the ways around tracking, which would store rows that no line knows of.</summary>
internal sealed partial class GuardedCommands : DbCommandInterceptor
{
    public static readonly GuardedCommands Instance = new();

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Expect(command, eventData);
        return new(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Expect(command, eventData);
        return result;
    }

    private static void Expect(DbCommand command, CommandEventData eventData)
    {
        if (eventData.CommandSource is not (CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete))
        {
            return;
        }

        // UPDATE "Table" AS …, DELETE FROM "Table" AS …; SQL Server names an alias first and the table second.
        var named = command.CommandText.Split('"', '[', ']').Where((_, place) => place % 2 == 1).Take(3);
        if (GuardedWrites.TablesOf(eventData.Context!.Model).Values.FirstOrDefault(t => named.Contains(t.Name)) is { } table && !SetsOnlyUnguarded(command.CommandText, table.Name))
        {
            throw new InvalidOperationException($"The trail vouches for the rows of {table.Name}: load them, change them and save them, so that its line has their hashes.");
        }
    }

    private static bool SetsOnlyUnguarded(string sql, string table) =>
        Assigned().Matches(sql) is { Count: > 0 } set && set.All(column => UnguardedTables.Columns.ContainsKey($"{table}.{column.Groups["column"].Value}"));

    /// <summary>What stands to the left of an assignment: after SET, or after the comma that ends the one before.</summary>
    [GeneratedRegex("""(?:\bSET|,)\s+(?:["\[]\w+["\]]\.)?["\[](?<column>\w+)["\]]\s*=(?!=)""")]
    private static partial Regex Assigned();
}
