using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Jobs;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using CaseTracker.Infrastructure.Confidentiality;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Incidents;

public abstract class DraftTests(UseCases app)
{
    [SkippableFact]
    public async Task After_too_many_drafts_discarding_one_makes_room()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var keys = new List<Guid>();
        for (var i = 0; i < 50; i++)
        {
            keys.Add(Guid.CreateVersion7());
            Assert.Empty((await app.SendAsync(worker, new SaveDraft(keys[^1], "{}"))).Refusals);
        }

        Assert.Equal([DraftErrors.TooMany.With(50).Code], (await app.SendAsync(worker, new SaveDraft(Guid.CreateVersion7(), "{}"))).Refusals.Select(r => r.Code));
        Assert.True((await app.SendAsync(worker, new DiscardDraft(keys[0]))).IsSuccess);
        Assert.Empty((await app.SendAsync(worker, new SaveDraft(Guid.CreateVersion7(), "{}"))).Refusals);
    }

    [SkippableFact]
    public async Task Drafts_that_nobody_touched_for_a_month_are_deleted()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var (old, young) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.SendAsync(worker, new SaveDraft(old, "{}"));
        app.Clock.Advance(TimeSpan.FromDays(ExpireDrafts.AfterDays - 1));
        await app.SendAsync(worker, new SaveDraft(young, "{}"));
        app.Clock.Advance(TimeSpan.FromDays(2));

        await app.Services.GetRequiredService<JobRunner>().RunAsync("expire-drafts", default);

        Assert.False((await app.SendAsync(worker, new GetDraft(old))).IsSuccess);
        Assert.True((await app.SendAsync(worker, new GetDraft(young))).IsSuccess);
    }

    [SkippableTheory]
    [InlineData("discarded")]
    [InlineData("sent")]
    [InlineData("expired")]
    public async Task What_a_draft_held_is_unreadable_in_a_backup_once_it_has_ended(string how)
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var (ended, kept) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.SendAsync(worker, new SaveDraft(ended, "{}"));
        var backup = await app.StoredAsync(db => db.Drafts.AsNoTracking().SingleAsync(d => d.Id == ended));
        switch (how)
        {
            case "discarded":
                Assert.True((await app.SendAsync(worker, new DiscardDraft(ended))).IsSuccess);
                break;
            case "sent":
                Assert.Empty((await app.SendAsync(worker, Build.AnIncident() with { Key = ended })).Refusals);
                break;
            default:
                app.Clock.Advance(TimeSpan.FromDays(ExpireDrafts.AfterDays + 1));
                await RunAsync("expire-drafts");
                break;
        }

        await app.SendAsync(worker, new SaveDraft(kept, "{}"));
        await RunAsync("destroy-draft-keys");
        Assert.Equal((1, 1), (await KeysOfAsync(ended), await KeysOfAsync(kept)));

        app.Clock.Advance(TimeSpan.FromHours(1));
        await RunAsync("destroy-draft-keys");
        Assert.Equal((0, 1), (await KeysOfAsync(ended), await KeysOfAsync(kept)));
        Assert.Equal("{}", (await app.SendAsync(worker, new GetDraft(kept))).Value.Content);

        await app.StoredAsync(async db =>
        {
            db.Drafts.Add(backup);
            return await db.SaveChangesAsync();
        });
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(worker, new GetDraft(ended))).Refusals);
    }

    [SkippableFact]
    public async Task A_form_that_stayed_open_cannot_bring_an_ended_draft_back()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var key = Guid.CreateVersion7();
        await app.SendAsync(worker, new SaveDraft(key, "{}"));
        await app.SendAsync(worker, new DiscardDraft(key));
        await RunAsync("destroy-draft-keys");
        app.Clock.Advance(TimeSpan.FromHours(1));
        await RunAsync("destroy-draft-keys");

        Assert.Equal([DraftErrors.Ended], (await app.SendAsync(worker, new SaveDraft(key, "{}"))).Refusals);
        Assert.Empty((await app.SendAsync(worker, Build.AnIncident() with { Key = key })).Refusals);
    }

    [SkippableFact]
    public async Task A_draft_that_was_saved_again_between_two_looks_keeps_its_key()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var key = Guid.CreateVersion7();
        await app.SendAsync(worker, new SaveDraft(key, "{}"));
        await app.SendAsync(worker, new DiscardDraft(key));
        await RunAsync("destroy-draft-keys");
        Assert.Empty((await app.SendAsync(worker, new SaveDraft(key, "[]"))).Refusals);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await RunAsync("destroy-draft-keys");

        Assert.Equal("[]", (await app.SendAsync(worker, new GetDraft(key))).Value.Content);
    }

    private Task RunAsync(string job) => app.Services.GetRequiredService<JobRunner>().RunAsync(job, default);

    private async Task<int> KeysOfAsync(Guid draft)
    {
        await using var keys = await app.Services.GetRequiredService<IDbContextFactory<KeyDbContext>>().CreateDbContextAsync();
        return await keys.Keys.CountAsync(k => k.KeyId == draft && k.Kind == KeyKind.Draft);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : DraftTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : DraftTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
