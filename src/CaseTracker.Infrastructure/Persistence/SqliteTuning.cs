using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Persistence;

/// <summary>What SQLite has to be told and the other databases do by themselves.</summary>
internal static class SqliteTuning
{
    private const string Provider = "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>
    /// From so many on, the shape of the indexes is measured. Without measures SQLite takes every table for a large one, which is
    /// right while a database grows; measures of a small one would lead it astray later.
    /// </summary>
    private const int WorthMeasuring = 10_000;

    /// <summary>
    /// Measures how telling each index is where that is out of date (<c>PRAGMA optimize</c>): before, a list of what has a common
    /// word is gathered row by row. The measures hold counts alone and no value of a row.
    /// </summary>
    public static async Task MeasureIndexesAsync(this CaseTrackerDbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.ProviderName == Provider && await db.Incidents.CountAsync(cancellationToken) >= WorthMeasuring)
        {
            try
            {
                // 0x02 measures, 0x10000 looks at tables that this connection has not read, too.
                await db.Database.ExecuteSqlRawAsync("PRAGMA optimize=0x10002", cancellationToken);
            }
            catch (DbException)
            {
                // A full disk or a long writer: slower without, and no reason not to start.
            }
        }
    }

    /// <summary>Keeps in memory the pages that many rows are written to, on this connection and until it is disposed.</summary>
    public static async Task<IAsyncDisposable> WithRoomToWriteAsync(this CaseTrackerDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await SetRoomAsync(db, "-131072");
        return new Room(db);
    }

    private static async Task SetRoomAsync(CaseTrackerDbContext db, string kibibytes)
    {
        if (db.Database.ProviderName == Provider)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA cache_size={kibibytes}";
            await command.ExecuteNonQueryAsync();
        }
    }

    private sealed class Room(CaseTrackerDbContext db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            // The handle goes back to the pool with its settings: this is SQLite's own.
            await SetRoomAsync(db, "-2000");
            await db.Database.CloseConnectionAsync();
        }
    }
}
