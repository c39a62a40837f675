using CaseTracker.Application;
using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Infrastructure;
using CaseTracker.Infrastructure.Confidentiality;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.CommandLine;

/// <summary>The verb as a process that is killed.</summary>
public sealed class KeysVerbTests : IDisposable
{
    private const int Incidents = 1200;

    private readonly Console _console = new();

    private string KeyFile => Path.Combine(_console.Folder, "keys", "vault.key");

    [Fact]
    public async Task A_rotation_that_was_killed_is_finished_by_the_next_one_and_everything_opens()
    {
        var seeded = await _console.RunAsync("seed", "--demo", $"{Incidents}");
        Assert.True(seeded.Code == 0, seeded.Said);
        var old = await File.ReadAllTextAsync(KeyFile);
        var before = await OpenAllAsync();
        Assert.Equal(Incidents, before.Count);

        Assert.True(await _console.KillAfterAsync("wrapped", "keys", "rotate"), "It was done before it could be killed: more incidents are needed.");
        Assert.Equal(before, await OpenAllAsync());

        var (code, said) = await _console.RunAsync("keys", "rotate");
        Assert.True(code == 0, said);
        Assert.NotEqual(old, await File.ReadAllTextAsync(KeyFile));
        Assert.False(File.Exists(KeyFile + ".next"));
        Assert.Equal(1, await WithAsync(services => KeysAsync(services, keys => keys.Select(k => k.RecipientId).Distinct().CountAsync())));
        Assert.Equal(before, await OpenAllAsync());
        Assert.Equal(
            ["begun", "begun", $"wrapped:{Wrapped(said)} altered:0"],
            _console.Read("""SELECT "Detail" FROM "Trail" WHERE "Action" = 'RotateKeys' ORDER BY "Sequence" """));
    }

    [Fact]
    public async Task A_configured_key_without_a_next_one_is_refused_in_a_sentence()
    {
        var key = Convert.ToBase64String(new byte[32]);
        var (code, said) = await _console.RunAsync("keys", "rotate", $"--Vault:Key={key}");

        Assert.Equal(1, code);
        Assert.Contains("Vault:NextKey", said, StringComparison.Ordinal);
        Assert.DoesNotContain(key, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_misses_a_key_of_the_installation_is_refused_in_a_sentence()
    {
        var seeded = await _console.RunAsync("seed", "--demo", "3");
        Assert.True(seeded.Code == 0, seeded.Said);
        Assert.Equal(1, await WithAsync(services => KeysAsync(services, keys => keys.Where(k => k.Kind == KeyKind.Index).ExecuteDeleteAsync())));

        var (code, said) = await _console.RunAsync("keys", "rotate");

        Assert.Equal(1, code);
        Assert.Contains("is missing from the key database", said, StringComparison.Ordinal);
        Assert.Contains("put back a backup", said, StringComparison.Ordinal);
    }

    private static string Wrapped(string said) => said.Split('\n').Single(l => l.Contains("data keys are wrapped", StringComparison.Ordinal)).Split(' ')[0];

    public void Dispose() => _console.Dispose();

    /// <summary>Every title, by the number of its incident.</summary>
    private Task<SortedDictionary<string, string>> OpenAllAsync() => WithAsync(async services =>
    {
        var db = services.GetRequiredService<CaseTrackerDbContext>();
        var incidents = await db.Incidents.AsNoTracking().Select(i => new { i.Id, i.Number, i.Title }).ToListAsync();
        var ring = await services.GetRequiredService<IVault>().OfAsync(incidents.Select(i => i.Id), CancellationToken.None);
        return new SortedDictionary<string, string>(incidents.ToDictionary(i => i.Number, i => ring.Of(i.Id).Title(i.Title)));
    });

    private static async Task<T> KeysAsync<T>(IServiceProvider services, Func<IQueryable<WrappedKey>, Task<T>> read)
    {
        await using var keys = await services.GetRequiredService<IDbContextFactory<KeyDbContext>>().CreateDbContextAsync();
        return await read(keys.Keys);
    }

    /// <summary>What a start of the site on this folder would read.</summary>
    private async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> read)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Directory"] = _console.Folder }).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddApplication().AddInfrastructure(configuration).BuildServiceProvider();
        await services.GetRequiredService<DatabaseSetup>().LoadAsync();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        return await read(scope.ServiceProvider);
    }
}
