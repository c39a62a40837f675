using System.Diagnostics;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Testing.Databases;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CaseTracker.Web.IntegrationTests.Canaries;

/// <summary>The copies that infra/backup.md tells an operator to make, while the site runs.</summary>
internal static class Copies
{
    public const string OfTheDatabase = "casetracker.db";

    /// <returns>The folder of the copies, and where a server of our own keeps its files; null for a database that is a file, and for a server that was given.</returns>
    public static async Task<(string Folder, string? ServerFiles)> MakeAsync(BuiltSite site)
    {
        var folder = Directory.CreateDirectory(Path.Combine(site.Apart, "copies")).FullName;
        CopySqlite($"Data Source={site.KeyDatabase}", Path.Combine(folder, "keys"));
        if (site.Database.Provider == DatabaseProvider.Sqlite)
        {
            CopySqlite(site.Database.ConnectionString, Path.Combine(folder, OfTheDatabase));
            return (folder, null);
        }

        await DumpAsync(site.Database.ConnectionString, folder);
        return (folder, await FilesOfServerAsync(site.Database.ConnectionString));
    }

    private static void CopySqlite(string source, string copy)
    {
        using var from = new SqliteConnection($"{source};Pooling=False");
        using var to = new SqliteConnection($"Data Source={copy}.backup;Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        using var command = from.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", copy + ".vacuum");
        command.ExecuteNonQuery();
    }

    private static async Task DumpAsync(string connection, string folder)
    {
        var server = new NpgsqlConnectionStringBuilder(connection);
        foreach (var format in new[] { "plain", "directory" })
        {
            var file = Path.Combine(folder, $"{OfTheDatabase}.{format}");
            var start = new ProcessStartInfo(PostgresServer.Program("pg_dump"), [$"--format={format}", "--compress=0", $"--file={file}", $"--host={server.Host}", $"--port={server.Port}", $"--username={server.Username}", server.Database!]);
            start.Environment["PGPASSWORD"] = server.Password;
            using var dump = Process.Start(start)!;
            await dump.WaitForExitAsync();
            Assert.Equal(0, dump.ExitCode);
        }
    }

    /// <summary>With all that was written so far in them, and its log besides. Long values lie there compressed: those are found in the dump.</summary>
    private static async Task<string?> FilesOfServerAsync(string connection)
    {
        if (PostgresServer.IsGivenByTheEnvironment)
        {
            return null;
        }

        await using var server = new NpgsqlConnection(connection + ";Pooling=false");
        await server.OpenAsync();
        await using var command = new NpgsqlCommand("CHECKPOINT; SHOW data_directory", server);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
