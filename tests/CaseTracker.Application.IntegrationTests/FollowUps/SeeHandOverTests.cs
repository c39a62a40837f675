using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Jobs;
using CaseTracker.Application.Today;
using CaseTracker.Domain.Access;
using CaseTracker.Testing;
using Microsoft.Extensions.DependencyInjection;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.FollowUps;

public abstract class SeeHandOverTests(UseCases app)
{
    [SkippableFact]
    public async Task An_incident_that_was_opened_is_no_longer_newly_handed_over()
    {
        var team = await app.FoundTeamAsync();
        var (supervisor, worker) = (await app.JoinAsync(Role.Supervisor, team), await app.JoinAsync(Role.CaseWorker, team));
        var first = (await app.SendAsync(supervisor, AnIncident())).Value;
        var second = (await app.SendAsync(supervisor, AnIncident() with { Victims = [AnUnknownVictim()] })).Value;
        Assert.Empty((await app.SendAsync(supervisor, new AssignIncident(first, 1, worker.Id))).Refusals);
        Assert.Empty((await app.SendAsync(supervisor, new AssignIncident(second, 1, worker.Id))).Refusals);
        await app.Services.GetRequiredService<JobRunner>().RunAsync("deliver-outbox", default);
        Assert.Equal(2, (await app.SendAsync(worker, new GetToday())).Value.Handed);

        Assert.True((await app.SendAsync(supervisor, new SeeHandOver(first))).IsSuccess);
        Assert.Equal(2, (await app.SendAsync(worker, new GetToday())).Value.Handed);
        Assert.True((await app.SendAsync(worker, new SeeHandOver(first))).IsSuccess);

        Assert.Equal(1, (await app.SendAsync(worker, new GetToday())).Value.Handed);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : SeeHandOverTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : SeeHandOverTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
