using CaseTracker.Application.Incidents;
using CaseTracker.Application.Jobs;
using CaseTracker.Domain.Access;
using CaseTracker.Testing;
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

    public sealed class OnSqlite(UseCasesOnSqlite app) : DraftTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : DraftTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
