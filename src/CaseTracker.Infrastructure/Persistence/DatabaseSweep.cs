using CaseTracker.Application.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Persistence;

internal sealed class DatabaseSweep(CaseTrackerDbContext db) : IDatabaseSweep
{
    public Task EmptyLogAsync(CancellationToken cancellationToken) => db.EmptyLogAsync(cancellationToken);
}

internal static class WriteAheadLog
{
    /// <summary>What <c>secure_delete</c> overwrites in the database stays in SQLite's log until that is emptied.</summary>
    /// <exception cref="LogNotEmptiedException">A reader or writer kept it in use for longer than the busy timeout.</exception>
    public static async Task EmptyLogAsync(this DbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.ProviderName != "Microsoft.EntityFrameworkCore.Sqlite")
        {
            return;
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA busy_timeout=5000; PRAGMA wal_checkpoint(TRUNCATE)";
            await using (var answer = await command.ExecuteReaderAsync(cancellationToken))
            {
                // The first pragma answers with the timeout; the second with whether it was kept from finishing.
                if (!await answer.NextResultAsync(cancellationToken) || !await answer.ReadAsync(cancellationToken) || answer.GetInt32(0) != 0)
                {
                    throw new LogNotEmptiedException();
                }
            }

            // The handle goes back to the pool with its settings.
            command.CommandText = "PRAGMA busy_timeout=0";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
