using CaseTracker.Application.Access;
using CaseTracker.Application.Audit;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Testing;
using CaseTracker.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Erasures;

/// <summary>The files of an installation on SQLite, byte by byte, and copies of them.</summary>
internal static class Files
{
    /// <summary>A backup, as SQLite makes one while the site runs.</summary>
    public static Task BackUpAsync(this UseCases app, string to) => BackUpAsync(Path.Combine(app.Database.Folder, "casetracker.db"), to);

    private static async Task BackUpAsync(string file, string to)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"VACUUM INTO '{to}'";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The product on a backup of its database, with the keys of this moment.</summary>
    public static async Task<UseCases> RestoreAsync(this UseCases app, string backup)
    {
        var folder = TemporaryFolder.Create("restored");
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        foreach (var key in Directory.GetFiles(Path.Combine(app.Database.Folder, "keys"), "*.key"))
        {
            File.Copy(key, Path.Combine(folder, "keys", Path.GetFileName(key)));
        }

        await BackUpAsync(Path.Combine(app.Database.Folder, "keys", "keys.db"), Path.Combine(folder, "keys", "keys.db"));
        File.Copy(backup, Path.Combine(folder, "casetracker.db"));
        var restored = new Restored(new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder, "casetracker.db")}", folder, () => ValueTask.CompletedTask));
        await restored.InitializeAsync();
        return restored;
    }

    /// <summary>The one sealed value that a query asks for, as it is stored.</summary>
    public static async Task<byte[]> EnvelopeOfAsync(this UseCases app, string query)
    {
        await using var connection = new SqliteConnection(app.Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return (byte[])(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Whether either database or its log holds these bytes.</summary>
    public static async Task<bool> HoldsAsync(this UseCases app, byte[] bytes)
    {
        while (true)
        {
            try
            {
                return await FindAsync(app.Database.Folder, bytes);
            }
            catch (FileNotFoundException)
            {
                // The last connection was closed meanwhile: what its log held is in the database now, which is read again.
            }
        }
    }

    private static async Task<bool> FindAsync(string folder, byte[] bytes)
    {
        var held = false;
        foreach (var file in Directory.GetFiles(folder, "*.db*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var content = new MemoryStream();
            await stream.CopyToAsync(content);
            held |= content.ToArray().AsSpan().IndexOf(bytes) >= 0;
        }

        return held;
    }

    public static async Task<T> ProofAsync<T>(this UseCases app, Func<ITrailProof, Task<T>> ask)
    {
        await using var scope = app.ScopeOf(Actor.System());
        return await ask(scope.ServiceProvider.GetRequiredService<ITrailProof>());
    }

    private sealed class Restored(TestDatabase database) : UseCases(DatabaseProvider.Sqlite)
    {
        protected override Task<TestDatabase> CreateDatabaseAsync(DatabaseProvider provider) => Task.FromResult(database);
    }
}
