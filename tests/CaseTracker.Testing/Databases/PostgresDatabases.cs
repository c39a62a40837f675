using CaseTracker.Infrastructure.Hosting;
using Npgsql;

namespace CaseTracker.Testing.Databases;

/// <summary>Databases on this process's own server, or on one that was given to it, each copied from a template that was migrated once.</summary>
internal static class PostgresDatabases
{
    /// <summary>Several test processes may share a server that was given to them.</summary>
    private static readonly string TemplateName = $"casetracker_{Environment.ProcessId}_template";

    private static readonly Lazy<Task<(PostgresServer Server, byte[] Keys)>> SharedServer = new(StartAsync);

    // Copying a template while another copy of it runs is refused by the server.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    private static int _created;

    public static async Task<TestDatabase> CreateAsync()
    {
        Missing.SkipIf(PostgresServer.WhyMissing);
        var (server, keys) = await SharedServer.Value;
        var name = $"casetracker_{Environment.ProcessId}_{Interlocked.Increment(ref _created)}";
        await OneAtATime.WaitAsync();
        try
        {
            await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {TemplateName}");
        }
        finally
        {
            OneAtATime.Release();
        }

        var connection = server.ConnectionString(name);
        var folder = TemporaryFolder.Create("postgres-files");
        await Template.WriteKeysAsync(folder, keys);
        return new(DatabaseProvider.PostgreSql, connection, folder, async () =>
        {
            await using (var pool = new NpgsqlConnection(connection))
            {
                NpgsqlConnection.ClearPool(pool);
            }

            await server.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
        });
    }

    /// <summary>A server of our own goes as a whole; one that was given must not fill up with templates.</summary>
    private static void Drop(PostgresServer server)
    {
        if (server.IsGiven)
        {
            using var connection = new NpgsqlConnection(server.ConnectionString("postgres") + ";Pooling=false");
            connection.Open();
            using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS {TemplateName} WITH (FORCE)", connection);
            command.ExecuteNonQuery();
        }
    }

    private static async Task<(PostgresServer Server, byte[] Keys)> StartAsync()
    {
        var server = await PostgresServer.StartAsync();
        await server.ExecuteAsync($"CREATE DATABASE {TemplateName}");
        var folder = TemporaryFolder.Create("template");
        var keys = await Template.FillAsync(new Dictionary<string, string?>
        {
            ["Database:Provider"] = nameof(DatabaseProvider.PostgreSql),
            ["ConnectionStrings:CaseTracker"] = server.ConnectionString(TemplateName) + ";Pooling=false",
            ["Data:Directory"] = folder,
        });
        TemporaryFolder.Delete(folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Drop(server);
        return (server, keys);
    }
}
