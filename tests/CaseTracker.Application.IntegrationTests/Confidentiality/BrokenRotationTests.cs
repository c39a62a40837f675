using System.Security.Cryptography;
using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Demonstration;
using CaseTracker.Infrastructure;
using CaseTracker.Infrastructure.Confidentiality;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Testing;
using CaseTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseTracker.Application.IntegrationTests.Confidentiality;

/// <summary>Exchanging a key while something else goes wrong: whatever it is, nothing that was sealed is lost.</summary>
[Collection("keys")]
public sealed class BrokenRotationTests : IAsyncLifetime
{
    private readonly KeySource _old;
    private readonly KeySource _both;
    private readonly KeySource _new;
    private TestDatabase _database = null!;

    public BrokenRotationTests()
    {
        var (old, next) = (Key(), Key());
        (_old, _both, _new) = (Configured(old), Configured(old, next), Configured(next));
    }

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Killed_after_much_was_logged_at_the_last_moment_it_loses_no_key()
    {
        await SeedAsync(5);
        var before = 0;
        await using (var host = await HostAsync(_both))
        {
            // The contexts of a rotation: is it finished, the new key, what is wrapped, nothing more, retire the old key, clean up.
            host.GetRequiredService<Contexts>().Before = async number =>
            {
                if (number == 5)
                {
                    await SeedAsync(700);
                    before = await KeysAsync();
                }
                else if (number == 6)
                {
                    throw new KilledException();
                }
            };
            await Assert.ThrowsAsync<KilledException>(() => RotateAsync(host));
        }

        Assert.True(before > 1005, $"{before} keys are less than a part and a rest.");
        await using (var host = await HostAsync(_both))
        {
            await RotateAsync(host);
        }

        Assert.Equal(before, await KeysAsync());
        Assert.Equal(705, await OpenAsync(_new));
    }

    [Fact]
    public async Task An_altered_key_is_passed_over_kept_and_told_of_and_everything_else_has_the_new_one()
    {
        await SeedAsync(5);
        var altered = await AlterAsync();
        var before = await KeysAsync();
        await using (var host = await HostAsync(_both))
        {
            var rotation = await RotateAsync(host);
            Assert.Equal((before - 1, altered), (rotation.Keys, Assert.Single(rotation.Altered)));
        }

        Assert.Equal(4, await OpenAsync(_new));
        Assert.Equal(before, await KeysAsync());
        await using (var host = await HostAsync(_old))
        {
            Assert.True(host.GetRequiredService<IVaultDoor>().IsLocked);
        }

        // What was passed over once does not keep the next key from taking over.
        var third = Key();
        await using (var host = await HostAsync(Configured(_new.Key!, third)))
        {
            Assert.Equal(before - 1, (await RotateAsync(host)).Keys);
        }

        Assert.Equal(4, await OpenAsync(Configured(third)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData(null)]
    public async Task A_file_that_lost_the_new_key_keeps_the_old_one_in_its_place(string? left)
    {
        var file = new KeySource(KeySourceKind.File, Path.Combine(_database.Folder, "elsewhere", "vault.key"), Key: null, Passphrase: null);
        await SeedAsync(5, file);
        await using (var host = await HostAsync(file))
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => host.GetRequiredService<IVaultDoor>().RotateAsync(new Losing(file.NextFile, left), CancellationToken.None));
        }

        File.Delete(file.NextFile);
        Assert.Equal(5, await OpenAsync(file));
    }

    [Fact]
    public async Task The_folder_of_the_key_file_keeps_its_mode_and_the_file_is_its_owners()
    {
        if (OperatingSystem.IsWindows())
        {
            // There, files have the permissions of their folder.
            return;
        }

        const UnixFileMode everybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        var folder = Directory.CreateDirectory(Path.Combine(_database.Folder, "etc")).FullName;
        File.SetUnixFileMode(folder, everybody);
        var file = new KeySource(KeySourceKind.File, Path.Combine(folder, "vault.key"), Key: null, Passphrase: null);
        await SeedAsync(1, file);
        await using (var host = await HostAsync(file))
        {
            await RotateAsync(host);
        }

        Assert.Equal(everybody, File.GetUnixFileMode(folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.KeyFile));
    }

    private static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static KeySource Configured(string key, string? next = null) => new(KeySourceKind.Configuration, "", key, Passphrase: null, next);

    private static Task<Rotation> RotateAsync(ServiceProvider host) => host.GetRequiredService<IVaultDoor>().RotateAsync(new Progress<int>(), CancellationToken.None);

    private async Task SeedAsync(int incidents, KeySource? source = null)
    {
        await using var host = await HostAsync(source ?? _old);
        await using var scope = host.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        await scope.ServiceProvider.GetRequiredService<IDemoSeeder>().SeedAsync(incidents, incidents, new Progress<int>(), CancellationToken.None);
    }

    /// <summary>How many incidents show their title.</summary>
    private async Task<int> OpenAsync(KeySource source)
    {
        await using var host = await HostAsync(source);
        Assert.False(host.GetRequiredService<IVaultDoor>().IsLocked);
        await using var scope = host.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        var db = scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>();
        var incidents = await db.Incidents.AsNoTracking().Select(i => new { i.Id, i.Title }).ToListAsync();
        var ring = await host.GetRequiredService<IVault>().OfAsync(incidents.Select(i => i.Id), CancellationToken.None);
        return incidents.Count(i => Opens(() => ring.Of(i.Id).Title(i.Title)));
    }

    private static bool Opens(Func<string> title)
    {
        try
        {
            return title() is var shown && shown != IncidentKeys.Unopenable && shown != IncidentKeys.KeyLost;
        }
        catch (SealBrokenException)
        {
            return false;
        }
    }

    private async Task<KeyOwner> AlterAsync()
    {
        await using var host = await HostAsync(_old);
        await using var keys = await host.GetRequiredService<IDbContextFactory<KeyDbContext>>().CreateDbContextAsync();
        var id = await keys.Keys.Where(k => k.Kind == KeyKind.Incident).MinAsync(k => k.KeyId);
        await keys.Keys.Where(k => k.KeyId == id).ExecuteUpdateAsync(k => k.SetProperty(x => x.Blob, new byte[60]));
        return new(KeyKind.Incident, id);
    }

    /// <summary>How many data keys there are, for whomever they are wrapped.</summary>
    private async Task<int> KeysAsync()
    {
        await using var host = await HostAsync(Configured(Key()));
        await using var keys = await host.GetRequiredService<IDbContextFactory<KeyDbContext>>().CreateDbContextAsync();
        return await keys.Keys.Select(k => new { k.KeyId, k.Kind }).Distinct().CountAsync();
    }

    private async Task<ServiceProvider> HostAsync(KeySource source)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_database.Settings).Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(new FixedClock())
            .AddApplication()
            .AddInfrastructure(configuration)
            .Replace(ServiceDescriptor.Singleton(source));
        var real = services.Single(s => s.ServiceType == typeof(IDbContextFactory<KeyDbContext>));
        services.AddSingleton(provider => new Contexts((IDbContextFactory<KeyDbContext>)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)));
        services.Replace(ServiceDescriptor.Singleton<IDbContextFactory<KeyDbContext>>(provider => provider.GetRequiredService<Contexts>()));
        var host = services.BuildServiceProvider();
        await host.GetRequiredService<DatabaseSetup>().LoadAsync();
        return host;
    }

    private sealed class KilledException : Exception;

    /// <summary>Does something before a context of the key database is made, counted from when it is said what.</summary>
    private sealed class Contexts(IDbContextFactory<KeyDbContext> real) : IDbContextFactory<KeyDbContext>
    {
        private int _made;

        public Func<int, Task>? Before { get; set; }

        public KeyDbContext CreateDbContext() => real.CreateDbContext();

        public async Task<KeyDbContext> CreateDbContextAsync(CancellationToken cancellationToken)
        {
            if (Before is { } before)
            {
                await before(++_made);
            }

            return await real.CreateDbContextAsync(cancellationToken);
        }
    }

    private sealed class Losing(string file, string? left) : IProgress<int>
    {
        public void Report(int value)
        {
            File.Delete(file);
            if (left is not null)
            {
                File.WriteAllText(file, left);
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
                }
            }
        }
    }
}
