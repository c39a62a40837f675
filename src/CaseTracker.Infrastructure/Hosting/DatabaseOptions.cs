using Microsoft.Extensions.Configuration;

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
        if (string.Equals(keys, connection, StringComparison.OrdinalIgnoreCase))
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
}
