using Microsoft.Extensions.Configuration;

namespace CaseTracker.Infrastructure.Hosting;

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
    SqlServer,
}

/// <summary>Where the data is kept, from configuration (see README).</summary>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString, string DataDirectory, bool MigrateOnStart)
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

        return new(provider, connection, directory, configuration.GetValue<bool?>("Database:MigrateOnStart") ?? provider == DatabaseProvider.Sqlite);
    }
}
