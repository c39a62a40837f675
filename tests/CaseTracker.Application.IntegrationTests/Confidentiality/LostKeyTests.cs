using CaseTracker.Application.Accountability;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.IntegrationTests.Campaigns;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Infrastructure.Confidentiality;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Confidentiality;

/// <summary>What the key database lost is missed, and never made anew. Each test has a register of its own.</summary>
[Collection("keys")]
public sealed class LostKeyTests : IAsyncLifetime
{
    private readonly UseCasesOnSqlite _app = new();

    private IVaultDoor Door => _app.Services.GetRequiredService<IVaultDoor>();

    private IDatabaseSetup Setup => _app.Services.GetRequiredService<IDatabaseSetup>();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(KeyKind.Index)]
    [InlineData(KeyKind.Secrets)]
    public async Task A_key_of_the_installation_itself_is_not_made_anew(KeyKind kind)
    {
        var worker = await _app.JoinAsync(Role.CaseWorker, await _app.FoundTeamAsync());
        Assert.Empty((await _app.SendAsync(worker, Build.AnIncident())).Refusals);
        await KeysAsync(db => db.Keys.Where(k => k.Kind == kind).ExecuteDeleteAsync());

        var missed = await Assert.ThrowsAsync<SealBrokenException>(() => Setup.LoadAsync());

        Assert.True(missed.IsKeyMissing);
        Assert.Equal(kind, missed.Owner.Kind);
        Assert.True(Door.IsLocked);
        Assert.Equal(0, await KeysAsync(db => db.Keys.CountAsync(k => k.Kind == kind)));
    }

    [Fact]
    public async Task An_installation_that_was_founded_half_is_founded_whole_while_nothing_is_sealed_yet()
    {
        await KeysAsync(db => db.Keys.ExecuteDeleteAsync());
        await Setup.LoadAsync();

        Assert.False(Door.IsLocked);
        Assert.Equal(2, await KeysAsync(db => db.Keys.CountAsync()));
    }

    [Theory]
    [InlineData("intervention")]
    [InlineData("campaign")]
    [InlineData("draft")]
    public async Task A_register_without_an_incident_that_holds_something_sealed_founds_no_new_key_database(string held)
    {
        var worker = await _app.JoinAsync(Role.CaseWorker, await _app.FoundTeamAsync());
        var told = new InterventionInput("CT-ITV-FOLLOWUP", null, new DateInput(2025, null, null), "Said again in our letter", null, null);
        Assert.Empty(held switch
        {
            "intervention" => (await _app.SendAsync(worker, new TrackRequest(Guid.CreateVersion7(), "mx-2016-stigmatization", "public-recognition", told))).Refusals,
            "campaign" => (await _app.SendAsync(worker, new StartCampaign(Guid.CreateVersion7(), CampaignStory.Typed(), null))).Refusals,
            _ => (await _app.SendAsync(worker, new SaveDraft(Guid.CreateVersion7(), """{"Title":"half typed"}"""))).Refusals,
        });
        await KeysAsync(db => db.Keys.ExecuteDeleteAsync());
        await KeysAsync(db => db.Recipients.ExecuteDeleteAsync());

        await Setup.LoadAsync();

        Assert.True(Door.IsLocked);
        Assert.Equal(0, await KeysAsync(db => db.Recipients.CountAsync()));
    }

    [Fact]
    public async Task What_tracks_a_release_without_a_text_has_its_key_for_the_reply()
    {
        var worker = await _app.JoinAsync(Role.CaseWorker, await _app.FoundTeamAsync());
        var told = new InterventionInput("CT-ITV-FOLLOWUP", null, new DateInput(2016, null, null), null, null, null);
        var tracked = (await _app.SendAsync(worker, new TrackRequest(Guid.CreateVersion7(), "mx-2016-stigmatization", "public-recognition", told))).Value;

        var replied = await _app.SendAsync(worker, new RecordReply(tracked, 1, new ReplyInput(new DateInput(2017, null, null), false, "0301", "It denies the campaign", null, null)));

        Assert.Empty(replied.Refusals);
        Assert.Equal("It denies the campaign", (await _app.SendAsync(worker, new GetIntervention(tracked))).Value.Replies[0].Substance);
    }

    [Fact]
    public async Task Who_watches_is_told_of_a_lost_key_and_of_a_broken_seal_on_the_same_day()
    {
        var auditor = await _app.JoinAsync(Role.Auditor);
        var worker = await _app.JoinAsync(Role.CaseWorker, await _app.FoundTeamAsync());
        var number = (await _app.SendAsync(worker, Build.AnIncident())).Value;
        var id = (await _app.StoredAsync(db => db.Incidents.Select(i => i.Id).SingleAsync())).Value;
        var lost = await KeysAsync(db => db.Keys.AsNoTracking().SingleAsync(k => k.Kind == KeyKind.Incident));
        await KeysAsync(db => db.Keys.Where(k => k.Kind == KeyKind.Incident).ExecuteDeleteAsync());
        await Setup.LoadAsync();
        Assert.Equal(IncidentKeys.KeyLost, (await _app.SendAsync(worker, new GetIncidentHeader(number))).Value.Title);

        await KeysAsync(db =>
        {
            db.Keys.Add(lost);
            return db.SaveChangesAsync();
        });
        await _app.SpoilAsync(new(SealedFields.Title, KeyOwner.Of(IncidentId.From(id)), SealedRow.Of(id), $"\"Id\" = '{id.ToString("D").ToUpperInvariant()}'"));
        Assert.Equal(IncidentKeys.Unopenable, (await _app.SendAsync(worker, new GetIncidentHeader(number))).Value.Title);

        var told = (await _app.SendAsync(auditor, new MyNotices())).Value.Lines.Where(n => n.Subject == number).Select(n => n.Kind);
        Assert.Equal([NoticeKind.SealBroken, NoticeKind.KeyMissing], told.Order());
    }

    private async Task<T> KeysAsync<T>(Func<KeyDbContext, Task<T>> work)
    {
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<KeyDbContext>>().CreateDbContextAsync();
        return await work(db);
    }
}
