using CaseTracker.Application;
using CaseTracker.Infrastructure;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Testing.Databases;

/// <summary>Migrating and seeding takes seconds, so it is done once in a process and copied after that.</summary>
internal static class Template
{
    public static async Task FillAsync(IReadOnlyDictionary<string, string?> settings)
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
    }
}
