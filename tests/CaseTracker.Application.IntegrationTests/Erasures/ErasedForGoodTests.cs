using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Domain.Audit;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
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
        await _app.BackUpAsync(backup);
        var then = await _app.RestoreAsync(backup);
        Assert.Equal((Narrative, Name), await ReadAsync(then, one, victim));

        await one.EraseAsync();

        var now = await _app.RestoreAsync(backup);
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

        gone.Add(await _app.EnvelopeOfAsync("SELECT \"Name\" FROM \"PersonIdentities\""));
        Assert.Equal(3, gone.Count);
        Assert.All(await Task.WhenAll(gone.Select(_app.HoldsAsync)), Assert.True);

        await one.EraseAsync();

        Assert.All(await Task.WhenAll(gone.Select(_app.HoldsAsync)), Assert.False);
        Assert.Equal((0, 0, 0), (await _app.CountAsync("PersonIdentities"), await _app.CountAsync("PersonBlindNames"), await _app.CountAsync("IncidentWords")));
        foreach (var word in (string[])[Name, "Tonantzin", Narrative, "heron"])
        {
            Assert.False(await _app.HoldsAsync(System.Text.Encoding.UTF8.GetBytes(word)), word);
            Assert.False(await _app.HoldsAsync(System.Text.Encoding.Unicode.GetBytes(word)), word);
        }
    }

    [Fact]
    public async Task The_trail_verifies_before_and_after_and_proves_the_order()
    {
        var one = await LoggedAsync();
        var before = Checkpoint.Read(await _app.ProofAsync(p => p.CheckpointAsync(CancellationToken.None)))!;

        var id = await one.EraseAsync();

        Assert.Null((await _app.ProofAsync(p => p.VerifyAsync([before], null, CancellationToken.None))).Fault);
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
}
