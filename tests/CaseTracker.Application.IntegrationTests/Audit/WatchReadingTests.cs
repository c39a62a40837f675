using CaseTracker.Application.Access;
using CaseTracker.Application.Audit;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseTracker.Application.IntegrationTests.Audit;

/// <summary>Who reads more than a day's work needs is told on, once. Limits here: 3 incidents in 10 minutes, 2 identities and 1 export in an hour.</summary>
public abstract class WatchReadingTests(UseCases app)
{
    private static readonly ReadingLimits Limits = new([new(Reading.Incidents, 3, 10), new(Reading.Identities, 2, 60), new(Reading.Exports, 1, 60)]);

    [SkippableFact]
    public async Task Many_incidents_in_a_short_time_are_told_to_supervisors_of_the_team_and_to_auditors()
    {
        var (team, other) = (await app.FoundTeamAsync(), await app.FoundTeamAsync());
        var (worker, supervisor, stranger) = (await app.JoinAsync(Role.CaseWorker, team), await app.JoinAsync(Role.Supervisor, team), await app.JoinAsync(Role.Supervisor, other));
        var (auditor, administrator) = (await app.JoinAsync(Role.Auditor), await app.JoinAsync(Role.Administrator));
        var numbers = await LogAsync(worker, 4);
        await OpenAsync(worker, numbers[..3]);
        await OpenAsync(worker, numbers[..3]);
        await WatchAsync();
        Assert.Empty(await AlarmsAsync(supervisor, worker));

        await OpenAsync(worker, numbers[3..]);
        await WatchAsync();
        await WatchAsync();

        var told = Assert.Single(await AlarmsAsync(supervisor, worker));
        Assert.Equal((NoticeKind.ReadingInBulk, worker.DisplayName, "incidents:4 minutes:10"), (told.Kind, told.Who, told.Detail));
        Assert.Single(await AlarmsAsync(auditor, worker));
        Assert.Empty(await AlarmsAsync(stranger, worker));
        Assert.Empty(await AlarmsAsync(administrator, worker));
        Assert.Empty(await AlarmsAsync(worker, worker));
        var subject = worker.Id!.Value.Value.ToString("N");
        var line = await app.StoredAsync(db => db.Trail.SingleAsync(e => e.Action == nameof(RaiseReadingAlarm) && e.Subject == subject));
        Assert.Equal((AuditOutcome.Done, null, "incidents:4 minutes:10"), (line.Outcome, line.ActorId, line.Detail));
    }

    [SkippableFact]
    public async Task It_is_told_again_when_it_goes_on_for_another_window_and_not_when_it_stopped()
    {
        var team = await app.FoundTeamAsync();
        var (worker, supervisor) = (await app.JoinAsync(Role.CaseWorker, team), await app.JoinAsync(Role.Supervisor, team));
        var numbers = await LogAsync(worker, 4);
        await OpenAsync(worker, numbers);
        await WatchAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(9));
        await OpenAsync(worker, numbers);
        await WatchAsync();
        Assert.Single(await AlarmsAsync(supervisor, worker));

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await WatchAsync();
        Assert.Equal(2, (await AlarmsAsync(supervisor, worker)).Count);

        app.Clock.Advance(TimeSpan.FromMinutes(20));
        await WatchAsync();
        Assert.Equal(2, (await AlarmsAsync(supervisor, worker)).Count);
    }

    [SkippableFact]
    public async Task Opened_identities_and_exports_are_counted_each_for_itself()
    {
        var team = await app.FoundTeamAsync();
        var (worker, supervisor) = (await app.JoinAsync(Role.CaseWorker, team), await app.JoinAsync(Role.Supervisor, team));
        var (auditor, colleague) = (await app.JoinAsync(Role.Auditor), await app.JoinAsync(Role.Auditor));
        foreach (var number in await LogAsync(worker, 3))
        {
            var person = (await app.SendAsync(worker, new GetPeople(number))).Value[0].Person!.Value;
            Assert.True((await app.SendAsync(worker, new OpenIdentity(number, person, null))).IsSuccess);
        }

        await app.SendAsync(auditor, new ExportTrail(new TrailFilter()));
        await app.SendAsync(auditor, new ExportTrail(new TrailFilter()));
        await WatchAsync();

        Assert.Equal("identities:3 minutes:60", Assert.Single(await AlarmsAsync(supervisor, worker)).Detail);
        Assert.Equal("exports:2 minutes:60", Assert.Single(await AlarmsAsync(colleague, auditor)).Detail);
        Assert.Empty(await AlarmsAsync(auditor, auditor));
    }

    [SkippableFact]
    public async Task Several_nodes_at_once_raise_it_once()
    {
        var team = await app.FoundTeamAsync();
        var (worker, supervisor) = (await app.JoinAsync(Role.CaseWorker, team), await app.JoinAsync(Role.Supervisor, team));
        await OpenAsync(worker, await LogAsync(worker, 4));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(WatchAsync)));

        Assert.Single(await AlarmsAsync(supervisor, worker));
        var subject = worker.Id!.Value.Value.ToString("N");
        Assert.Equal(1, await app.StoredAsync(db => db.Trail.CountAsync(e => e.Action == nameof(RaiseReadingAlarm) && e.Subject == subject)));
    }

    [SkippableFact]
    public async Task What_is_logged_or_denied_is_not_counted_as_read()
    {
        var team = await app.FoundTeamAsync();
        var (worker, supervisor) = (await app.JoinAsync(Role.CaseWorker, team), await app.JoinAsync(Role.Supervisor, team));
        await LogAsync(worker, 5);
        await OpenAsync(worker, ["CT-1999-00001", "CT-1999-00002", "CT-1999-00003", "CT-1999-00004"]);
        await WatchAsync();

        Assert.Empty(await AlarmsAsync(supervisor, worker));
    }

    [SkippableFact]
    public async Task Whatever_opens_a_record_counts_as_an_incident_does()
    {
        var team = await app.FoundTeamAsync();
        var (worker, supervisor) = (await app.JoinAsync(Role.CaseWorker, team), await app.JoinAsync(Role.Supervisor, team));
        var number = (await app.SendAsync(worker, Build.AnIncident() with { Victims = [.. Enumerable.Range(1, 4).Select(i => Build.AVictim($"Persona Leída{i} Inventada{i}"))] })).Value;
        foreach (var victim in (await app.SendAsync(worker, new GetPeople(number))).Value)
        {
            Assert.True((await app.SendAsync(worker, new GetPerson(victim.Person!.Value))).IsSuccess);
        }

        await WatchAsync();

        Assert.Equal("incidents:5 minutes:10", Assert.Single(await AlarmsAsync(supervisor, worker)).Detail);
    }

    private async Task<List<string>> LogAsync(Actor worker, int incidents)
    {
        var numbers = new List<string>();
        for (var i = 0; i < incidents; i++)
        {
            numbers.Add((await app.SendAsync(worker, Build.AnIncident())).Value);
        }

        return numbers;
    }

    private async Task OpenAsync(Actor worker, IEnumerable<string> numbers)
    {
        foreach (var number in numbers)
        {
            await app.SendAsync(worker, new GetIncidentSummary(number));
        }
    }

    private async Task WatchAsync()
    {
        await using var scope = app.ScopeOf(Actor.System());
        await scope.ServiceProvider.GetRequiredService<WatchReading>().RunAsync(CancellationToken.None);
    }

    private async Task<List<NoticeLine>> AlarmsAsync(Actor reader, Actor about) =>
        [.. (await app.SendAsync(reader, new MyNotices())).Value.Lines.Where(n => n.Kind == NoticeKind.ReadingInBulk && n.Subject == about.Id!.Value.Value.ToString("N"))];

    public sealed class OnSqlite(OnSqlite.App app) : WatchReadingTests(app), IClassFixture<OnSqlite.App>
    {
        public sealed class App : UseCasesOnSqlite
        {
            protected override void Configure(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(Limits));
        }
    }

    public sealed class OnPostgreSql(OnPostgreSql.App app) : WatchReadingTests(app), IClassFixture<OnPostgreSql.App>
    {
        public sealed class App : UseCasesOnPostgreSql
        {
            protected override void Configure(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(Limits));
        }
    }
}
