using CaseTracker.Infrastructure.Hosting;

namespace CaseTracker.Testing.Databases;

/// <summary>A database of one's own, already migrated and with the shipped lists; gone when disposed.</summary>
public sealed class TestDatabase(DatabaseProvider provider, string connectionString, string folder, Func<ValueTask> drop) : IAsyncDisposable
{
    public DatabaseProvider Provider { get; } = provider;

    public string ConnectionString { get; } = connectionString;

    /// <summary>Empty folder for what the product keeps in files.</summary>
    public string Folder { get; } = folder;

    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Database:Provider"] = Provider.ToString(),
        ["ConnectionStrings:CaseTracker"] = ConnectionString,
        ["Data:Directory"] = Folder,

        // Tests ask faster than people work; what limits people is tested with limits of its own.
        ["Limits:Reading"] = "1000000",
        ["Limits:Writing"] = "1000000",
        ["Limits:Typing"] = "1000000",
        ["Limits:Searching"] = "1000000",
        ["Limits:Identities"] = "1000000",
        ["Limits:Exports"] = "1000000",
        ["Limits:Names"] = "1000000",
    };

    /// <exception cref="Xunit.SkipException">This machine lacks the provider's server.</exception>
    public static Task<TestDatabase> CreateAsync(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => SqliteFiles.CreateAsync(),
        DatabaseProvider.PostgreSql => PostgresDatabases.CreateAsync(),
        DatabaseProvider.SqlServer => SqlServerDatabases.CreateAsync(),
        _ => throw new NotSupportedException($"No tests run on {provider}."),
    };

    public async ValueTask DisposeAsync()
    {
        await drop();
        TemporaryFolder.Delete(Folder);
    }
}
