using System.Text;
using CaseTracker.Application.Access;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.IntegrationTests.Campaigns;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Erasures;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.IntegrationTests.Erasures;

/// <summary>The same for what has a key of its own and hangs on no incident: campaigns, and what tracks a release.</summary>
public sealed class CampaignsErasedForGoodTests : IAsyncLifetime
{
    private static readonly CampaignInput Typed = CampaignStory.Typed() with
    {
        Title = "The pelican called her a liar",
        Description = "The pelican has a column of its own.",
        Outlets = [new OutletToRecord("CT-OUT-PRESS", "El Pelícano Pardo")],
        Speakers = [new SpeakerToRecord("The pelican's spokesperson", true, "010102")],
        Addresses = [new AddressInput("https://archive.example/pelican", "2026-02-21")],
    };

    /// <summary>What stands in clear beside the sealed texts. A new column of text has to be sealed, or to be entered here with what it can hold.</summary>
    private static readonly Dictionary<string, string> Codes = new()
    {
        ["Campaigns.Number"] = "a number of a series",
        ["Campaigns.ReachUnitCode"] = "of a list",
        ["CampaignNarratives.Code"] = "of a list",
        ["CampaignOutlets.KindCode"] = "of a list",
        ["CampaignSpeakers.PerpetratorCode"] = "of a list",
        ["Interventions.TypeCode"] = "of a list",
        ["Interventions.GradeCode"] = "of a list",
        ["InterventionReplies.Code"] = "of a list",
        ["InterventionGradings.GradeCode"] = "of a list",
    };

    private readonly UseCasesOnSqlite _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_copy_of_the_database_from_before_is_unreadable_with_the_keys_of_now()
    {
        var (story, supervisor) = await GroupedAsync();
        var one = await Tracking.OfAsync(_app);
        var backup = Path.Combine(_app.Database.Folder, "before.bak");
        await _app.BackUpAsync(backup);

        await EraseAsync(story, supervisor, one);

        var now = await _app.RestoreAsync(backup);
        var (campaign, tracked) = (await (story with { App = now }).ViewAsync(), await (one with { App = now }).ViewAsync());
        Assert.Null(campaign.Erased);
        Assert.Equal((IncidentKeys.Erased, IncidentKeys.Erased, IncidentKeys.Erased), (campaign.Title, campaign.Description, campaign.Outlets[0].Name));
        Assert.Equal((IncidentKeys.Erased, IncidentKeys.Erased), (campaign.Speakers[0].Label, campaign.Addresses[0].Url));
        Assert.Equal((IncidentKeys.Erased, IncidentKeys.Erased), (tracked.Summary, tracked.Replies[0].Substance));

        // Why an incident belongs is under the incident's key: the copy shows it until the job has looked at it.
        Assert.Equal("The pelican printed her photograph", campaign.Members.Rows.Single().Added.Reason);
        Assert.Equal(2, await (one with { App = now }).Jobs.RunAsync(RepeatErasures.Job));
        Assert.Equal(IncidentKeys.Erased, (await (story with { App = now }).ViewAsync()).Members.Rows.Single().Added.Reason);
        await now.DisposeAsync();
    }

    [Fact]
    public async Task No_file_holds_the_keys_the_reasons_or_a_word_any_more()
    {
        var (story, supervisor) = await GroupedAsync();
        var one = await Tracking.OfAsync(_app);
        var campaign = await IdAsync(story);
        List<byte[]> gone = [.. (await KeyBackup.OfAsync(_app, KeyOwner.Of(campaign))).Blobs, .. (await KeyBackup.OfAsync(_app, KeyOwner.Of(one.Id))).Blobs];
        Assert.Equal(2, gone.Count);
        gone.Add(await _app.EnvelopeOfAsync("SELECT \"Reason\" FROM \"CampaignIncidents\" WHERE \"RemovedAt\" IS NULL"));
        gone.Add(await _app.EnvelopeOfAsync("SELECT \"RemovalReason\" FROM \"CampaignIncidents\" WHERE \"RemovedAt\" IS NOT NULL"));
        Assert.All(await Task.WhenAll(gone.Select(_app.HoldsAsync)), Assert.True);

        await EraseAsync(story, supervisor, one);

        Assert.All(await Task.WhenAll(gone.Select(_app.HoldsAsync)), Assert.False);
        foreach (var word in (string[])["pelican", "Pelícano", "PELICAN", "cormorant"])
        {
            Assert.False(await _app.HoldsAsync(Encoding.UTF8.GetBytes(word)), word);
            Assert.False(await _app.HoldsAsync(Encoding.Unicode.GetBytes(word)), word);
        }
    }

    /// <summary>Outlets, accounts, speakers, addresses and reasons are sealed; of the rest no column takes a text that somebody types.</summary>
    [Fact]
    public async Task Every_text_of_a_campaign_or_an_intervention_is_sealed_or_a_code()
    {
        var columns = await _app.StoredAsync(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(t => t.GetTableName()!.StartsWith("Campaign", StringComparison.Ordinal) || t.GetTableName()!.StartsWith("Intervention", StringComparison.Ordinal))
            .SelectMany(t => t.GetProperties(), (t, p) => (Name: $"{t.GetTableName()}.{p.Name}", p.ClrType))
            .ToList()));

        Assert.Equal(Codes.Keys.Order(StringComparer.Ordinal), columns.Where(c => c.ClrType == typeof(string)).Select(c => c.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            SealedFields.All.Where(f => f.Table.StartsWith("Campaign", StringComparison.Ordinal) || f.Table.StartsWith("Intervention", StringComparison.Ordinal)).Select(f => $"{f.Table}.{f.Column}").Order(StringComparer.Ordinal),
            columns.Where(c => c.ClrType == typeof(Sealed<string>)).Select(c => c.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_trail_verifies_before_and_after_and_proves_each_order()
    {
        var (story, supervisor) = await GroupedAsync();
        var one = await Tracking.OfAsync(_app);
        var before = Checkpoint.Read(await _app.ProofAsync(p => p.CheckpointAsync(CancellationToken.None)))!;

        var orders = await EraseAsync(story, supervisor, one);

        Assert.Null((await _app.ProofAsync(p => p.VerifyAsync([before], null, CancellationToken.None))).Fault);
        var auditor = await _app.JoinAsync(Role.Auditor);
        var leaves = await _app.StoredAsync(db => db.Trail.Where(e => e.TreeIndex != null).OrderBy(e => e.TreeIndex).Select(e => e.LeafHash!).ToArrayAsync());
        foreach (var order in orders)
        {
            var line = Erasing.Valid(await _app.SendAsync(auditor, new GetErasure(order))).Order!;
            var place = (int)line.Place!.Value;
            Assert.Equal(Convert.ToHexStringLower(leaves[place]), line.LeafHash);
            Assert.True(MerkleTree.IsIncluded(leaves[place], place, leaves.Length, MerkleTree.InclusionProof(place, leaves), MerkleTree.Root(leaves)));
        }
    }

    private static async Task<IReadOnlyList<ErasureId>> EraseAsync(CampaignStory story, Actor supervisor, Tracking one)
    {
        var campaign = Erasing.Valid(await story.App.SendAsync(supervisor, new EraseCampaign(story.Number, ErasureGround.Danger, story.Number, Understood: true)));
        return [campaign, await one.EraseAsync()];
    }

    private Task<CampaignId> IdAsync(CampaignStory story) => _app.StoredAsync(db => db.Campaigns.Where(c => c.Number == story.Number).Select(c => c.Id).SingleAsync());

    private async Task<(CampaignStory Story, Actor Supervisor)> GroupedAsync()
    {
        var story = await CampaignStory.OfAsync(_app, Typed);
        var (number, former) = (await story.LogAsync(), await story.LogAsync());
        Assert.Empty((await story.AddAsync(number, "The pelican printed her photograph")).Refusals);
        Assert.Empty((await story.AddAsync(former, "The pelican named her")).Refusals);
        Assert.Empty((await _app.SendAsync(story.Worker, new RemoveIncidentFromCampaign(story.Number, former, "The pelican meant her sister"))).Refusals);
        return (story, await _app.JoinAsync(Role.Supervisor, story.Worker.Teams[0]));
    }
}
