using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Incidents;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Incidents;

/// <summary>Nobody goes through a list of names with the hint about duplicates. The limit here: 3 names in a minute.</summary>
public abstract class NamesAskedTests(UseCases app)
{
    private const string OnRecord = "Ixchel Tamayo Bacab";

    [SkippableFact]
    public async Task Beyond_a_few_names_in_a_minute_the_hint_says_nothing_and_one_line_is_left()
    {
        var team = await app.FoundTeamAsync();
        var (worker, other) = (await app.JoinAsync(Role.CaseWorker, team), await app.JoinAsync(Role.CaseWorker, team));
        Assert.True((await app.SendAsync(worker, AnIncident() with { Victims = [AVictim(OnRecord)] })).IsSuccess);
        Assert.False((await AskAsync(worker, "Uno Inventado", "Dos Inventado", "")).Any);
        Assert.Empty(await LinesAsync(worker));
        try
        {
            Assert.False((await AskAsync(worker, "Tres Inventado", OnRecord)).Any);
            Assert.False((await AskAsync(worker, OnRecord, "Cuatro Inventado")).Any);
            Assert.Equal([(AuditOutcome.Denied, NamesLimit.Detail)], await LinesAsync(worker));
            Assert.True((await AskAsync(other, OnRecord)).Any);
            Assert.Empty(await LinesAsync(other));

            app.Clock.Advance(NamesLimit.Within);
            Assert.True((await AskAsync(worker, OnRecord)).Any);
            Assert.False((await AskAsync(worker, "Cinco Inventado", "Seis Inventado", "Siete Inventado")).Any);
            Assert.Equal(2, (await LinesAsync(worker)).Count);
        }
        finally
        {
            app.Clock.Set(FixedClock.Start);
        }
    }

    [SkippableFact]
    public async Task A_name_that_stays_on_the_form_is_counted_once()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        Assert.True((await app.SendAsync(worker, AnIncident() with { Victims = [AVictim(OnRecord)] })).IsSuccess);
        for (var i = 0; i < 10; i++)
        {
            Assert.True((await AskAsync(worker, "Uno Inventado", OnRecord, "Dos Inventado")).Any);
        }

        Assert.Empty(await LinesAsync(worker));
    }

    private async Task<PossibleDuplicates> AskAsync(Actor worker, params string[] names) =>
        (await app.SendAsync(worker, new FindPossibleDuplicates(IncidentId.New(app.Clock.GetUtcNow()), names, new DateInput(2025, 1, 2), "MX", "MX-YUC", []))).Value;

    private Task<List<(AuditOutcome, string?)>> LinesAsync(Actor worker) => app.StoredAsync(async db =>
        (await db.Trail.Where(e => e.ActorId == worker.Id && e.Action == NamesLimit.Action).ToListAsync()).Select(e => (e.Outcome, e.Detail)).ToList());

    public sealed class OnSqlite(OnSqlite.App app) : NamesAskedTests(app), IClassFixture<OnSqlite.App>
    {
        public sealed class App : UseCasesOnSqlite
        {
            protected override void Configure(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(new NamesLimit(3)));
        }
    }

    public sealed class OnPostgreSql(OnPostgreSql.App app) : NamesAskedTests(app), IClassFixture<OnPostgreSql.App>
    {
        public sealed class App : UseCasesOnPostgreSql
        {
            protected override void Configure(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(new NamesLimit(3)));
        }
    }
}
