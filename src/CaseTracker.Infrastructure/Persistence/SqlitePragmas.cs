using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseTracker.Infrastructure.Persistence;

/// <summary>
/// An acknowledged write must survive a power cut (FULL), and readers must not wait for a writer (WAL). WAL is kept in the
/// file; the rest belongs to a connection and is set each time one opens. What is deleted is overwritten with zeros.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
