using CaseTracker.Infrastructure.Hosting;
using Microsoft.Data.SqlClient;

namespace CaseTracker.Testing.Databases;

/// <summary>Databases on a server that somebody else runs: each is migrated anew, because this one copies no templates.</summary>
internal static class SqlServerDatabases
{
    /// <summary>Connection string of the server, of an account that may create databases.</summary>
    public const string Variable = "CASETRACKER_TEST_SQLSERVER";

    private static int _created;

    public static async Task<TestDatabase> CreateAsync()
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        Missing.SkipIf(string.IsNullOrEmpty(server) ? $"{Variable} names no SQL Server to test on" : null);
        var name = $"casetracker_{Environment.ProcessId}_{Interlocked.Increment(ref _created)}";
        await ExecuteAsync(server!, $"CREATE DATABASE [{name}]");
        var connection = new SqlConnectionStringBuilder(server) { InitialCatalog = name, MultipleActiveResultSets = false }.ToString();
        var folder = TemporaryFolder.Create("sqlserver-files");
        var database = new TestDatabase(DatabaseProvider.SqlServer, connection, folder, async () =>
        {
            SqlConnection.ClearAllPools();
            await ExecuteAsync(server!, $"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]");
        });
        await Template.FillAsync(database.Settings);
        return database;
    }

    private static async Task ExecuteAsync(string server, string statement)
    {
        await using var connection = new SqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
