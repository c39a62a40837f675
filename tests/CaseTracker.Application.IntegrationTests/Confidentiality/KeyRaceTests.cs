using CaseTracker.Application.Confidentiality;
using CaseTracker.Infrastructure;
using CaseTracker.Infrastructure.Confidentiality;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Testing;
using CaseTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Confidentiality;

/// <summary>Nodes of one installation that need the same data key at the same moment, when nobody has made it yet.</summary>
public abstract class KeyRaceTests(DatabaseProvider provider)
{
    private const int Nodes = 6;
    private const int Rounds = 12;

    [SkippableFact]
    public async Task Nodes_that_make_the_same_key_at_once_all_go_on_with_one()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var first = await NodeAsync(database);
        var nodes = new List<ServiceProvider>();
        while (nodes.Count < Nodes)
        {
            nodes.Add(await NodeAsync(database));
        }

        for (var round = 0; round < Rounds; round++)
        {
            await ForgetAsync(first);
            using var start = new Barrier(Nodes);
            await Task.WhenAll(nodes.Select(node => Task.Run(() =>
            {
                start.SignalAndWait();
                return node.GetRequiredService<IVaultDoor>().OpenAsync(anythingSealed: false, CancellationToken.None);
            })));

            var secret = nodes[0].GetRequiredService<ISecretBox>().Seal("totp|one", [1, 2, 3]);
            Assert.All(nodes, node => Assert.Equal([1, 2, 3], node.GetRequiredService<ISecretBox>().Open("totp|one", secret)));
            Assert.Equal(2, await StoredAsync(first, keys => keys.CountAsync()));
        }

        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    private static Task<int> ForgetAsync(ServiceProvider node) => StoredAsync(node, keys => keys.ExecuteDeleteAsync());

    private static async Task<T> StoredAsync<T>(ServiceProvider node, Func<DbSet<WrappedKey>, Task<T>> with)
    {
        await using var db = await node.GetRequiredService<IDbContextFactory<KeyDbContext>>().CreateDbContextAsync();
        return await with(db.Keys);
    }

    private static async Task<ServiceProvider> NodeAsync(TestDatabase database)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build();
        var node = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(new FixedClock())
            .AddApplication()
            .AddInfrastructure(configuration)
            .BuildServiceProvider();
        await node.GetRequiredService<DatabaseSetup>().LoadAsync();
        return node;
    }
}

public sealed class KeyRaceOnSqliteTests() : KeyRaceTests(DatabaseProvider.Sqlite);

public sealed class KeyRaceOnPostgreSqlTests() : KeyRaceTests(DatabaseProvider.PostgreSql);
