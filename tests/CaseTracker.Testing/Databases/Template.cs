using CaseTracker.Application;
using CaseTracker.Infrastructure;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Testing.Databases;

/// <summary>Migrating and seeding takes seconds, so it is done once in a process and copied after that.</summary>
internal static class Template
{
    /// <returns>The key database that goes with it: migrated, and without a key.</returns>
    public static async Task<byte[]> FillAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(new FixedClock())
            .AddApplication()
            .AddInfrastructure(configuration)
            .BuildServiceProvider();
        var setup = services.GetRequiredService<DatabaseSetup>();
        await setup.MigrateAsync();
        await setup.SeedAsync();

        // The last connection takes the write-ahead log into the file when it closes.
        SqliteConnection.ClearAllPools();
        return await File.ReadAllBytesAsync(KeysIn(settings["Data:Directory"]!));
    }

    public static async Task WriteKeysAsync(string folder, byte[] keys)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeysIn(folder))!);
        await File.WriteAllBytesAsync(KeysIn(folder), keys);
    }

    private static string KeysIn(string folder) => Path.Combine(folder, "keys", "keys.db");
}
