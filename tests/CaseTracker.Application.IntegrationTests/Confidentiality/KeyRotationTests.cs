using System.Security.Cryptography;
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
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseTracker.Application.IntegrationTests.Confidentiality;

/// <summary>Exchanging a key that is not in a file. Each test has a register of its own, and starts the product anew with other settings.</summary>
[Collection("keys")]
public sealed class KeyRotationTests : IAsyncLifetime
{
    private readonly string _old = Key();
    private readonly string _new = Key();
    private TestDatabase _database = null!;
    private byte[] _secret = [];

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_key_of_the_configuration_is_replaced_by_the_next_one()
    {
        await SealAsync(Configured(_old));
        Assert.Equal(2, await RotateAsync(Configured(_old, _new)));

        Assert.True(await OpensAsync(Configured(_new)));
        Assert.True(await OpensAsync(Configured(_old, _new)), "Until the operator has exchanged the settings, the next key opens.");
        Assert.False(await OpensAsync(Configured(_old)));
        Assert.Equal(1, await RecipientsOfKeysAsync());
    }

    [Fact]
    public async Task A_killed_rotation_of_a_configured_key_goes_on()
    {
        await SealAsync(Configured(_old));
        await Assert.ThrowsAsync<KilledException>(() => RotateAsync(Configured(_old, _new), new Killing()));
        Assert.True(await OpensAsync(Configured(_old)));
        Assert.Equal(2, await RecipientsOfKeysAsync());

        await RotateAsync(Configured(_old, _new));
        Assert.True(await OpensAsync(Configured(_new)));
        Assert.False(await OpensAsync(Configured(_old)));
        Assert.Equal(1, await RecipientsOfKeysAsync());
    }

    [Fact]
    public async Task A_key_that_was_given_up_half_way_opens_nothing_once_another_took_over()
    {
        var givenUp = Key();
        await SealAsync(Configured(_old));
        await Assert.ThrowsAsync<KilledException>(() => RotateAsync(Configured(_old, givenUp), new Killing()));
        await RotateAsync(Configured(_old, _new));

        Assert.True(await OpensAsync(Configured(_new)));
        Assert.False(await OpensAsync(Configured(givenUp)));
        Assert.Equal(1, await RecipientsOfKeysAsync());
    }

    [Fact]
    public async Task A_missing_next_key_the_same_one_and_a_former_one_are_refused_and_change_nothing()
    {
        await SealAsync(Configured(_old));
        await Assert.ThrowsAsync<InvalidOperationException>(() => RotateAsync(Configured(_old)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => RotateAsync(Configured(_old, _old)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => RotateAsync(Configured(_old, "no key")));
        Assert.True(await OpensAsync(Configured(_old)));

        await RotateAsync(Configured(_old, _new));
        await Assert.ThrowsAsync<InvalidOperationException>(() => RotateAsync(Configured(_old, _new)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => RotateAsync(Configured(_new, _old)));
        Assert.True(await OpensAsync(Configured(_new)));
    }

    [Fact]
    public async Task A_passphrase_is_replaced_by_one_that_is_typed_twice()
    {
        await SealAsync(Asked("first of all"));
        Assert.Equal(2, await RotateAsync(Asked("first of all", "then another", "then another")));

        Assert.True(await OpensAsync(Asked("then another")));
        Assert.False(await OpensAsync(Asked("first of all")));
    }

    [Fact]
    public async Task A_killed_rotation_of_a_passphrase_goes_on()
    {
        await SealAsync(Asked("first of all"));
        await Assert.ThrowsAsync<KilledException>(() => RotateAsync(Asked("first of all", "then another", "then another"), new Killing()));
        Assert.True(await OpensAsync(Asked("first of all")));

        await RotateAsync(Asked("first of all", "then another", "then another"));
        Assert.True(await OpensAsync(Asked("then another")));
        Assert.Equal(1, await RecipientsOfKeysAsync());
    }

    [Fact]
    public async Task A_new_passphrase_that_differs_the_second_time_is_empty_or_is_the_old_one_is_refused()
    {
        await SealAsync(Asked("first of all"));
        foreach (var answers in (string[][])[["first of all", "then another", "then an other"], ["first of all", ""], ["first of all", "first of all", "first of all"]])
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => RotateAsync(Asked(answers)));
        }

        Assert.True(await OpensAsync(Asked("first of all")));
    }

    [Fact]
    public async Task The_operator_is_asked_once_however_often_the_vault_is_opened()
    {
        await using var host = await HostAsync(Asked("first of all"));
        var door = host.GetRequiredService<IVaultDoor>();
        await door.OpenAsync(anythingSealed: false, CancellationToken.None);
        await door.OpenAsync(anythingSealed: true, CancellationToken.None);

        Assert.False(door.IsLocked);
    }

    [Fact]
    public async Task What_the_old_key_opens_is_in_no_file_of_the_key_database_any_more()
    {
        await SealAsync(Configured(_old));
        var former = await BlobsAsync();
        Assert.Equal(2, former.Count);
        Expect.None(former.Where(blob => !KeyFiles().Any(file => file.AsSpan().IndexOf(blob) >= 0)).Select(_ => "is not found where it still is"));

        await RotateAsync(Configured(_old, _new));
        Expect.None(former.Where(blob => KeyFiles().Any(file => file.AsSpan().IndexOf(blob) >= 0)).Select(_ => "is still there"));
    }

    private static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static KeySource Configured(string key, string? next = null) => new(KeySourceKind.Configuration, "", key, Passphrase: null, next);

    private static KeySource Asked(params string[] answers)
    {
        var left = new Queue<string>(answers);
        return new(KeySourceKind.Passphrase, "", Key: null, _ => left.TryDequeue(out var answer) ? answer : null);
    }

    private async Task SealAsync(KeySource source)
    {
        await using var host = await HostAsync(source);
        _secret = host.GetRequiredService<ISecretBox>().Seal("totp|one", [1, 2, 3]);
    }

    private async Task<bool> OpensAsync(KeySource source)
    {
        await using var host = await HostAsync(source);
        if (host.GetRequiredService<IVaultDoor>().IsLocked)
        {
            return false;
        }

        Assert.Equal([1, 2, 3], host.GetRequiredService<ISecretBox>().Open("totp|one", _secret));
        return true;
    }

    private async Task<int> RotateAsync(KeySource source, IProgress<int>? progress = null)
    {
        await using var host = await HostAsync(source);
        var rotation = await host.GetRequiredService<IVaultDoor>().RotateAsync(progress ?? new Progress<int>(), CancellationToken.None);
        Assert.False(host.GetRequiredService<IVaultDoor>().IsLocked);
        return rotation.Keys;
    }

    /// <summary>Database and write-ahead log, while other connections to them are open.</summary>
    private List<byte[]> KeyFiles() => [.. Directory.EnumerateFiles(Path.Combine(_database.Folder, "keys"), "keys.db*").Select(Read)];

    private static byte[] Read(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[open.Length];
        open.ReadExactly(bytes);
        return bytes;
    }

    private async Task<List<byte[]>> BlobsAsync()
    {
        await using var host = await HostAsync(Configured(Key()));
        await using var keys = await host.GetRequiredService<IDbContextFactory<KeyDbContext>>().CreateDbContextAsync();
        return await keys.Keys.Select(k => k.Blob).ToListAsync();
    }

    private async Task<int> RecipientsOfKeysAsync()
    {
        await using var host = await HostAsync(Configured(Key()));
        await using var keys = await host.GetRequiredService<IDbContextFactory<KeyDbContext>>().CreateDbContextAsync();
        return await keys.Keys.Select(k => k.RecipientId).Distinct().CountAsync();
    }

    private async Task<ServiceProvider> HostAsync(KeySource source)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_database.Settings).Build();
        var host = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(new FixedClock())
            .AddApplication()
            .AddInfrastructure(configuration)
            .Replace(ServiceDescriptor.Singleton(source))
            .BuildServiceProvider();
        await host.GetRequiredService<DatabaseSetup>().LoadAsync();
        return host;
    }

    private sealed class KilledException : Exception;

    private sealed class Killing : IProgress<int>
    {
        public void Report(int value) => throw new KilledException();
    }
}
