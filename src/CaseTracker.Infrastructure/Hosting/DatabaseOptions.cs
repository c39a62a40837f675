using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace CaseTracker.Infrastructure.Hosting;

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
    SqlServer,
}

/// <summary>Where the data is kept, from configuration (see README).</summary>
/// <param name="KeysProvider">The provider of the key database: the same if it has a connection string of its own, otherwise SQLite.</param>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString, string DataDirectory, bool MigrateOnStart, DatabaseProvider KeysProvider, string KeysConnectionString)
{
    /// <summary>Connection strings of those of the two databases that are files.</summary>
    internal List<string> SqliteFiles =>
        [.. new[] { (Provider, ConnectionString), (Provider: KeysProvider, ConnectionString: KeysConnectionString) }.Where(d => d.Provider == DatabaseProvider.Sqlite).Select(d => d.ConnectionString)];

    /// <exception cref="InvalidOperationException">The provider is unknown, or has no connection string.</exception>
    public static DatabaseOptions From(IConfiguration configuration)
    {
        var directory = Path.GetFullPath(configuration["Data:Directory"] is { Length: > 0 } chosen ? chosen : "data");
        var name = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider))
        {
            throw new InvalidOperationException("Database:Provider must be Sqlite, PostgreSql or SqlServer.");
        }

        var connection = configuration.GetConnectionString("CaseTracker");
        if (string.IsNullOrWhiteSpace(connection))
        {
            connection = provider == DatabaseProvider.Sqlite
                ? $"Data Source={Path.Combine(directory, "casetracker.db")}"
                : throw new InvalidOperationException("ConnectionStrings:CaseTracker is needed for a database on the network.");
        }

        var keys = configuration.GetConnectionString("Keys");
        if (!string.IsNullOrWhiteSpace(keys) && IsSame(provider, keys, connection))
        {
            throw new InvalidOperationException("ConnectionStrings:Keys must name another database than ConnectionStrings:CaseTracker: whoever gets one of them must not have both.");
        }

        return new(
            provider,
            connection,
            directory,
            configuration.GetValue<bool?>("Database:MigrateOnStart") ?? provider == DatabaseProvider.Sqlite,
            string.IsNullOrWhiteSpace(keys) ? DatabaseProvider.Sqlite : provider,
            string.IsNullOrWhiteSpace(keys) ? $"Data Source={Path.Combine(directory, "keys", "keys.db")}" : keys);
    }

    /// <summary>Compares where they lead, however they are written: one file by two paths, one server's database by two accounts.</summary>
    private static bool IsSame(DatabaseProvider provider, string one, string other) => provider switch
    {
        DatabaseProvider.Sqlite => PathOf(one) is { } path && path.Equals(PathOf(other), OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase),
        DatabaseProvider.PostgreSql => AddressOf(one) == AddressOf(other),
        _ => ServerOf(one) == ServerOf(other),
    };

    /// <returns>Of the file, with links followed; null for a database in memory.</returns>
    internal static string? PathOf(string connection)
    {
        var source = new SqliteConnectionStringBuilder(connection).DataSource;
        if (source.Length == 0 || source.StartsWith(":memory:", StringComparison.Ordinal) || source.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var path = Path.GetFullPath(source);
        return File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
    }

    private static (string? Host, int Port, string? Database) AddressOf(string connection)
    {
        var to = new NpgsqlConnectionStringBuilder(connection);
        return (to.Host?.ToLowerInvariant(), to.Port, to.Database ?? to.Username);
    }

    private static (string Server, string Database) ServerOf(string connection)
    {
        var to = new SqlConnectionStringBuilder(connection);
        return (to.DataSource.ToLowerInvariant(), to.InitialCatalog.ToLowerInvariant());
    }
}
