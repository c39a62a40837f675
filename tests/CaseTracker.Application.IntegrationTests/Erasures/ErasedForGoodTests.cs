using CaseTracker.Application.Access;
using CaseTracker.Application.Audit;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Domain.Audit;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Testing;
using CaseTracker.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Erasures;

/// <summary>What is left in files, byte by byte, and what a copy of the database from before is worth with the keys of now.</summary>
public sealed class ErasedForGoodTests : IAsyncLifetime
{
    private const string Name = "Yaretzi Tonantzin Cuauhtli";
    private const string Narrative = "The heron was seen by the lighthouse.";

    private readonly UseCasesOnSqlite _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_copy_of_the_database_from_before_is_unreadable_with_the_keys_of_now()
    {
        var one = await LoggedAsync();
        var victim = (await one.VictimAsync()).Person!.Value;
        var backup = Path.Combine(_app.Database.Folder, "before.bak");
        await BackUpAsync(Path.Combine(_app.Database.Folder, "casetracker.db"), backup);
        var then = await RestoreAsync(backup);
        Assert.Equal((Narrative, Name), await ReadAsync(then, one, victim));

        await one.EraseAsync();

        var now = await RestoreAsync(backup);
        Assert.Null(await now.StoredAsync(db => db.Incidents.Select(i => i.ErasedAt).SingleAsync()));
        Assert.Equal((IncidentKeys.Erased, null), await ReadAsync(now, one, victim));
        await then.DisposeAsync();
        await now.DisposeAsync();
    }

    [Fact]
    public async Task No_file_holds_the_keys_the_identity_or_the_index_any_more()
    {
        var one = await LoggedAsync();
        var victim = (await one.VictimAsync()).Person!.Value;
        KeyOwner[] owners = [KeyOwner.Of(await one.IdAsync()), KeyOwner.Of(victim)];
        var gone = new List<byte[]>();
        foreach (var owner in owners)
        {
            gone.AddRange((await KeyBackup.OfAsync(_app, owner)).Blobs);
        }

        gone.Add(await EnvelopeAsync("SELECT \"Name\" FROM \"PersonIdentities\""));
        Assert.Equal(3, gone.Count);
        Assert.All(await Task.WhenAll(gone.Select(HeldAsync)), Assert.True);

        await one.EraseAsync();

        Assert.All(await Task.WhenAll(gone.Select(HeldAsync)), Assert.False);
        Assert.Equal((0, 0, 0), (await _app.CountAsync("PersonIdentities"), await _app.CountAsync("PersonBlindNames"), await _app.CountAsync("IncidentWords")));
        foreach (var word in (string[])[Name, "Tonantzin", Narrative, "heron"])
        {
            Assert.False(await HeldAsync(System.Text.Encoding.UTF8.GetBytes(word)), word);
            Assert.False(await HeldAsync(System.Text.Encoding.Unicode.GetBytes(word)), word);
        }
    }

    [Fact]
    public async Task The_trail_verifies_before_and_after_and_proves_the_order()
    {
        var one = await LoggedAsync();
        var before = Checkpoint.Read(await ProofAsync(p => p.CheckpointAsync(CancellationToken.None)))!;

        var id = await one.EraseAsync();

        Assert.Null((await ProofAsync(p => p.VerifyAsync([before], null, CancellationToken.None))).Fault);
        var line = Erasing.Valid(await _app.SendAsync(one.Supervisor, new Application.Erasures.GetErasure(id))).Order!;
        var leaves = await _app.StoredAsync(db => db.Trail.Where(e => e.TreeIndex != null).OrderBy(e => e.TreeIndex).Select(e => e.LeafHash!).ToArrayAsync());
        var place = (int)line.Place!.Value;
        Assert.Equal(Convert.ToHexStringLower(leaves[place]), line.LeafHash);
        Assert.True(MerkleTree.IsIncluded(leaves[place], place, leaves.Length, MerkleTree.InclusionProof(place, leaves), MerkleTree.Root(leaves)));
    }

    private Task<Erasing> LoggedAsync() => Erasing.OfAsync(_app, AnIncident() with { Incident = TheFacts() with { Narrative = Narrative }, Victims = [AVictim(Name)] });

    private static async Task<(string? Narrative, string? Name)> ReadAsync(UseCases app, Erasing one, Domain.People.PersonId victim)
    {
        var summary = Erasing.Valid(await app.SendAsync(one.Owner, new GetIncidentSummary(one.Number)));
        return (summary.Narrative, (await app.SendAsync(one.Owner, new OpenIdentity(one.Number, victim, null))).TryGet(out var identity) ? identity.Name : null);
    }

    private async Task<T> ProofAsync<T>(Func<ITrailProof, Task<T>> ask)
    {
        await using var scope = _app.ScopeOf(Actor.System());
        return await ask(scope.ServiceProvider.GetRequiredService<ITrailProof>());
    }

    /// <summary>A backup, as SQLite makes one while the site runs.</summary>
    private static async Task BackUpAsync(string file, string to)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"VACUUM INTO '{to}'";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The product on a backup of its database, with the keys of this moment.</summary>
    private async Task<Restored> RestoreAsync(string backup)
    {
        var folder = TemporaryFolder.Create("restored");
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        foreach (var key in Directory.GetFiles(Path.Combine(_app.Database.Folder, "keys"), "*.key"))
        {
            File.Copy(key, Path.Combine(folder, "keys", Path.GetFileName(key)));
        }

        await BackUpAsync(Path.Combine(_app.Database.Folder, "keys", "keys.db"), Path.Combine(folder, "keys", "keys.db"));
        File.Copy(backup, Path.Combine(folder, "casetracker.db"));
        var app = new Restored(new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder, "casetracker.db")}", folder, () => ValueTask.CompletedTask));
        await app.InitializeAsync();
        return app;
    }

    private async Task<byte[]> EnvelopeAsync(string query)
    {
        await using var connection = new SqliteConnection(_app.Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return (byte[])(await command.ExecuteScalarAsync())!;
    }

    private async Task<bool> HeldAsync(byte[] bytes)
    {
        var held = false;
        foreach (var file in Directory.GetFiles(_app.Database.Folder, "*.db*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var content = new MemoryStream();
            await stream.CopyToAsync(content);
            held |= content.ToArray().AsSpan().IndexOf(bytes) >= 0;
        }

        return held;
    }

    private sealed class Restored(TestDatabase database) : UseCases(DatabaseProvider.Sqlite)
    {
        protected override Task<TestDatabase> CreateDatabaseAsync(DatabaseProvider provider) => Task.FromResult(database);
    }
}
