using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.IntegrationTests.Campaigns;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.IntegrationTests.Erasures;

/// <summary>Killed between two of its deeds, or undone by a restored backup, an erasure is carried on.</summary>
public abstract class InterruptedErasureTests(UseCases app)
{
    [SkippableFact]
    public async Task Killed_before_the_keys_were_destroyed_it_is_finished_by_the_next_turn()
    {
        var one = await Erasing.OfAsync(app);
        var id = await one.OrderAsync();
        Assert.True(await one.StandsAsync(KeyOwner.Of(await one.IdAsync())));
        Assert.False(Erasing.Valid(await app.SendAsync(one.Owner, new GetIncidentHeader(one.Number))).Erased!.IsFinished);
        Assert.Null(Erasing.Valid(await app.SendAsync(one.Supervisor, new GetErasure(id))).FinishedAt);

        Assert.Equal(1, await one.RunAsync(FinishErasures.Job));

        await AssertFinishedAsync(one);
    }

    [SkippableFact]
    public async Task Killed_before_it_was_marked_finished_it_is_finished_by_the_next_turn()
    {
        var one = await Erasing.OfAsync(app);
        await one.OrderAsync();
        var person = (await one.VictimAsync()).Person!.Value;
        await one.Keys.DestroyAsync([KeyOwner.Of(await one.IdAsync())], CancellationToken.None);

        Assert.Equal(1, await one.RunAsync(FinishErasures.Job));

        await AssertFinishedAsync(one);
        Assert.False(await one.StandsAsync(KeyOwner.Of(person)));
    }

    [SkippableFact]
    public async Task Keys_that_a_restored_backup_brings_back_are_destroyed_again()
    {
        var one = await Erasing.OfAsync(app);
        var owner = KeyOwner.Of(await one.IdAsync());
        var backup = await KeyBackup.OfAsync(app, owner);
        await one.EraseAsync();
        await backup.RestoreAsync();
        Assert.Equal("Threats after a press conference", Erasing.Valid(await app.SendAsync(one.Owner, new GetIncidentHeader(one.Number))).Title);

        Assert.Equal(1, await one.RunAsync(RepeatErasures.Job));

        Assert.False(await one.StandsAsync(owner));
        Assert.Equal(IncidentKeys.Erased, Erasing.Valid(await app.SendAsync(one.Owner, new GetIncidentHeader(one.Number))).Title);
        Assert.Equal(1, await app.StoredAsync(db => db.Trail.CountAsync(e => e.Action == RepeatErasures.Action && e.Subject == one.Number && e.ActorId == null)));
        Assert.Equal(0, await one.RunAsync(RepeatErasures.Job));
    }

    /// <summary>The database of before the order has its index and no mark; the key database knows better.</summary>
    [SkippableFact]
    public async Task A_database_from_before_the_erasure_is_marked_by_what_the_key_database_knows()
    {
        var one = await Erasing.OfAsync(app);
        var victim = await one.VictimAsync();
        var first = new StageInput("J1", new DateInput(2026, 3, 3), "She filed it herself", null, Build.NoDate, Authority: "CT-AUT-FGR", Unit: "Desk of the quetzal");
        Assert.Empty((await app.SendAsync(one.Owner, new OpenProceeding(one.Number, 1, "CT-PRC-CRIM", first))).Refusals);
        await one.Keys.DestroyAsync([KeyOwner.Of(await one.IdAsync()), KeyOwner.Of(victim.Person!.Value)], CancellationToken.None);

        Assert.Equal(2, await one.RunAsync(RepeatErasures.Job));

        var erased = Erasing.Valid(await app.SendAsync(one.Owner, new GetIncidentHeader(one.Number))).Erased!;
        Assert.Equal((null, null, true), (erased.Ground, erased.Receipt, erased.IsFinished));
        Assert.Equal(0, await app.StoredAsync(async db => await db.Words.CountAsync(w => db.Incidents.Any(i => i.Id == w.IncidentId && i.Number == one.Number))));
        Assert.NotNull((await one.VictimAsync()).ErasedAt);
        Assert.Null(Erasing.Valid(await app.SendAsync(one.Owner, new GetJustice(one.Number))).Paths.Single().Unit);
        Assert.Equal(0, await one.RunAsync(RepeatErasures.Job));
    }

    [SkippableFact]
    public async Task A_campaign_and_a_tracking_are_finished_by_the_next_turn_too()
    {
        var (story, supervisor) = await CampaignAsync();
        var one = await Tracking.OfAsync(app, replied: false);
        var campaign = KeyOwner.Of(await IdAsync(story));
        await OrderAsync(story, supervisor);
        await one.OrderAsync();
        Assert.True(await one.Jobs.StandsAsync(campaign, KeyOwner.Of(one.Id)));
        Assert.Equal((false, false), ((await story.ViewAsync()).Erased!.IsFinished, (await one.ViewAsync()).Erased!.IsFinished));

        Assert.Equal(2, await one.Jobs.RunAsync(FinishErasures.Job));

        Assert.Empty(await one.Jobs.Keys.StandingAsync([campaign, KeyOwner.Of(one.Id)], CancellationToken.None));
        Assert.Equal((true, true), ((await story.ViewAsync()).Erased!.IsFinished, (await one.ViewAsync()).Erased!.IsFinished));
        Assert.Equal(0, await one.Jobs.RunAsync(FinishErasures.Job));
    }

    [SkippableFact]
    public async Task Keys_of_a_campaign_and_a_tracking_that_a_restored_backup_brings_back_are_destroyed_again()
    {
        var (story, supervisor) = await CampaignAsync();
        var one = await Tracking.OfAsync(app);
        KeyBackup[] backups = [await KeyBackup.OfAsync(app, KeyOwner.Of(await IdAsync(story))), await KeyBackup.OfAsync(app, KeyOwner.Of(one.Id))];
        await OrderAsync(story, supervisor);
        await one.EraseAsync();
        foreach (var backup in backups)
        {
            await backup.RestoreAsync();
        }

        Assert.Equal(("Defenders called liars", Tracking.Summary), ((await story.ViewAsync()).Title, (await one.ViewAsync()).Summary));

        Assert.Equal(2, await one.Jobs.RunAsync(RepeatErasures.Job));

        Assert.Equal((IncidentKeys.Erased, IncidentKeys.Erased), ((await story.ViewAsync()).Title, (await one.ViewAsync()).Summary));
        Assert.Equal(1, await app.StoredAsync(db => db.Trail.CountAsync(e => e.Action == RepeatErasures.Action && e.Subject == story.Number && e.ActorId == null)));
        Assert.Equal(1, await app.StoredAsync(db => db.Trail.CountAsync(e => e.Action == RepeatErasures.Action && e.Subject == Tracking.Release && e.Detail == one.Id.Value.ToString("N"))));
        Assert.Equal(0, await one.Jobs.RunAsync(RepeatErasures.Job));
    }

    [SkippableFact]
    public async Task A_campaign_and_a_tracking_from_before_are_marked_by_what_the_key_database_knows()
    {
        var (story, _) = await CampaignAsync();
        var one = await Tracking.OfAsync(app, replied: false);
        await one.Jobs.Keys.DestroyAsync([KeyOwner.Of(await IdAsync(story)), KeyOwner.Of(one.Id)], CancellationToken.None);

        Assert.Equal(2, await one.Jobs.RunAsync(RepeatErasures.Job));

        var (campaign, tracked) = (await story.ViewAsync(), await one.ViewAsync());
        Assert.Equal((null, null, true), (campaign.Erased!.Ground, campaign.Erased.Receipt, campaign.Erased.IsFinished));
        Assert.Equal(IncidentKeys.Erased, campaign.Members.Rows.Single().Added.Reason);
        Assert.Equal((null, InterventionStatus.Closed), (tracked.Erased!.Ground, tracked.Status));
        Assert.Equal(0, await one.Jobs.RunAsync(RepeatErasures.Job));
    }

    /// <summary>Whoever adds an incident while the order is given writes a reason under the incident's key.</summary>
    [SkippableFact]
    public async Task A_reason_that_was_written_while_its_campaign_was_being_erased_goes_at_the_next_turn()
    {
        var (story, supervisor) = await CampaignAsync();
        await OrderAsync(story, supervisor);
        var jobs = new Erasing(app, story.Worker, supervisor, story.Number);
        await jobs.FinishAsync();
        var late = await story.LogAsync();
        await app.StoredAsync(async db =>
        {
            var campaign = await db.Campaigns.Include(c => c.Incidents).SingleAsync(c => c.Number == story.Number);
            var incident = await db.Incidents.Where(i => i.Number == late).Select(i => i.Id).SingleAsync();
            Assert.True(campaign.Add(incident, "Named in the last of them", new Stamp(campaign.OwnerId, app.Clock.GetUtcNow())).IsSuccess);
            return await db.SaveChangesAsync();
        });
        Assert.Contains((await story.ViewAsync()).Members.Rows, m => m.Added.Reason == "Named in the last of them");

        Assert.Equal(1, await jobs.RunAsync(RepeatErasures.Job));

        Assert.All((await story.ViewAsync()).Members.Rows, m => Assert.Equal(IncidentKeys.Erased, m.Added.Reason));
    }

    private async Task<(CampaignStory Story, Actor Supervisor)> CampaignAsync()
    {
        var story = await CampaignStory.OfAsync(app);
        Assert.Empty((await story.AddAsync(await story.LogAsync())).Refusals);
        return (story, await app.JoinAsync(Role.Supervisor, story.Worker.Teams[0]));
    }

    private Task<CampaignId> IdAsync(CampaignStory story) => app.StoredAsync(db => db.Campaigns.Where(c => c.Number == story.Number).Select(c => c.Id).SingleAsync());

    private async Task OrderAsync(CampaignStory story, Actor supervisor) =>
        Erasing.Valid(await app.SendAsync(supervisor, new EraseCampaign(story.Number, ErasureGround.Danger, story.Number, Understood: true)));

    private async Task AssertFinishedAsync(Erasing one)
    {
        Assert.False(await one.StandsAsync(KeyOwner.Of(await one.IdAsync())));
        Assert.True(Erasing.Valid(await app.SendAsync(one.Owner, new GetIncidentHeader(one.Number))).Erased!.IsFinished);
        Assert.Equal(0, await one.RunAsync(FinishErasures.Job));
        Assert.Equal(1, await app.StoredAsync(db => db.Trail.CountAsync(e => e.Action == FinishErasures.Action && e.Subject == one.Number && e.Outcome == AuditOutcome.Done)));
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : InterruptedErasureTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : InterruptedErasureTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
