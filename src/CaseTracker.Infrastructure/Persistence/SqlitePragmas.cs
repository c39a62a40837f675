using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace CaseTracker.Infrastructure.Persistence;

/// <summary>
/// An acknowledged write must survive a power cut (FULL), and readers must not wait for a writer (WAL). WAL is kept in the
/// file; the rest belongs to a connection. What is deleted is overwritten with zeros. The file is read through the memory
/// of the operating system (mmap): each commit of one connection empties the page caches of all others, and every page
/// that is read writes its line in the trail.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON; PRAGMA mmap_size=2147418112;";

    // The pool hands one handle out again and again, with its settings.
    private readonly ConditionalWeakTable<sqlite3, object> _set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (_set.TryGetValue(HandleOf(connection), out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        _set.AddOrUpdate(HandleOf(connection), this);
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (_set.TryGetValue(HandleOf(connection), out _))
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
        _set.AddOrUpdate(HandleOf(connection), this);
    }

    private static sqlite3 HandleOf(DbConnection connection) => ((SqliteConnection)connection).Handle!;
}
