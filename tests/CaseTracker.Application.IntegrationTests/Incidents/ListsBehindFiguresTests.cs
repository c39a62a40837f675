using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Demonstration;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Today;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Statistics;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Incidents;

/// <summary>A number that is a link must open exactly that many incidents.</summary>
public abstract class ListsBehindFiguresTests(FigureApp app)
{
    [SkippableFact]
    public async Task Opens_what_each_definition_of_impunity_counted()
    {
        foreach (var group in Enum.GetValues<VerificationGroup>())
        {
            var counted = new IncidentFilter { Counted = FilterReading.Yes, Verified = group == VerificationGroup.Verified ? "V3" : "V0-V2" };
            var asked = counted with { Justice = nameof(JusticeAsked.Any) };
            var killings = asked with { Killings = FilterReading.Yes };
            await AgreesAsync(ImpunityDefinitions.Naive, group, asked with { Justice = nameof(JusticeAsked.None) }, asked);
            await AgreesAsync(ImpunityDefinitions.CpjStyle, group, killings with { Justice = nameof(JusticeAsked.None) }, killings);
            await AgreesAsync(ImpunityDefinitions.UnescoStyle, group, killings with { Justice = nameof(JusticeAsked.Unresolved) }, killings);
            var mature = Figure(ImpunityDefinitions.Mature, group);
            Assert.Equal(mature.Denominator, await TotalAsync(asked with { OlderThanMonths = "60" }));
            Assert.Equal(mature.LeftOut.GetValueOrDefault(LeftOut.Unknown)?.Count ?? 0, await TotalAsync(counted with { OlderThanMonths = "60", Path = FilterReading.No }));
        }
    }

    [SkippableFact]
    public async Task Opens_each_step_of_the_funnel()
    {
        var funnel = StageFunnel.Of(app.Facts, VerificationGroup.NotYetVerified, app.Today);
        foreach (var step in funnel.All)
        {
            var reached = new IncidentFilter { Counted = FilterReading.Yes, Verified = "V0-V2", Path = FilterReading.Yes, Reached = step.Stage == Stage.J0 ? null : step.Stage.ToString() };
            Assert.Equal(step.Ids.Count, await TotalAsync(reached));
        }

        Assert.True(funnel.All[4].Ids.Count > 0);
    }

    [SkippableFact]
    public async Task Opens_what_today_counts()
    {
        var today = (await app.SendAsync(app.Worker, new GetToday())).Value;
        Assert.Equal(today.Stalled, (await app.SendAsync(app.Worker, new ListStalled(today.StalledAsked))).Value.Total);
        Assert.Equal(today.Hearings, await TotalAsync(TodayLists.Hearings, app.Worker));
        Assert.Equal(today.Handed, await TotalAsync(TodayLists.Handed, app.Worker));
        Assert.Null(today.Waiting);
        Assert.True(today.Stalled > 0);

        var team = (await app.SendAsync(app.Supervisor, new GetToday())).Value;
        Assert.Equal((team.Stalled, StalledFilter.Team), ((await app.SendAsync(app.Supervisor, new ListStalled(team.StalledAsked))).Value.Total, team.StalledAsked.Whose));
        Assert.True(team.Stalled > 0);

        var review = (await app.SendAsync(app.Supervisor, new GetToday())).Value.Waiting;
        Assert.Equal(review, await TotalAsync(TodayLists.Waiting, app.Supervisor));
        Assert.True(review > 0);
    }

    private async Task AgreesAsync(ImpunityDefinition definition, VerificationGroup group, IncidentFilter numerator, IncidentFilter denominator)
    {
        var figure = Figure(definition, group);
        Assert.Equal((figure.Numerator, figure.Denominator), (await TotalAsync(numerator), await TotalAsync(denominator)));
        Assert.True(figure.Denominator > 0, $"{definition.Key} of {group} proves nothing on these incidents.");
    }

    private ImpunityFigure Figure(ImpunityDefinition definition, VerificationGroup group) => definition.Evaluate(app.Facts, group, app.Today);

    private async Task<int> TotalAsync(IncidentFilter filter, Actor? reader = null)
    {
        var answer = await app.SendAsync(reader ?? app.Supervisor, new ListIncidents(filter));
        Assert.Empty(answer.Refusals);
        return answer.Value.Total;
    }

    public sealed class OnSqlite(FigureAppOnSqlite app) : ListsBehindFiguresTests(app), IClassFixture<FigureAppOnSqlite>;

    public sealed class OnPostgreSql(FigureAppOnPostgreSql app) : ListsBehindFiguresTests(app), IClassFixture<FigureAppOnPostgreSql>;
}

/// <summary>So many demonstration incidents that each definition has some to count, and the facts that statistics take of them.</summary>
public abstract class FigureApp(Infrastructure.Hosting.DatabaseProvider provider) : UseCases(provider), IAsyncLifetime
{
    public Actor Worker { get; private set; } = Actor.Nobody;

    public Actor Supervisor { get; private set; } = Actor.Nobody;

    public DateOnly Today { get; private set; }

    public IReadOnlyList<IncidentFact> Facts { get; private set; } = [];

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        if (IsSkipped)
        {
            return;
        }

        var team = await FoundTeamAsync();
        Worker = await JoinAsync(Role.CaseWorker, team);
        Supervisor = await JoinAsync(Role.Supervisor, team);
        Today = Services.GetRequiredService<Application.Time.Calendar>().Today;
        await Services.GetRequiredService<IDemoSeeder>().SeedAsync(1_000, 7, new Progress<int>(), default);
        var terms = Services.GetRequiredService<ITerms>();
        Facts = await StoredAsync(async db => (await db.Incidents.Whole().AsNoTracking().ToListAsync()).Select(i => FactOf(i, terms, Today)).ToList());
    }

    private static IncidentFact FactOf(Incident incident, ITerms terms, DateOnly today)
    {
        var acts = incident.Acts.Any(a => terms.Find(Lists.Acts, a.Code)!.Class == "killing") ? SdgActs.Killing : SdgActs.Other;
        var row = new IncidentRow(incident.Id, incident.FirstDay, incident.LastDay, incident.Verification, acts, AnyStatePerpetrator: false) { Roster = incident.Roster };
        var stages = incident.Proceedings.Where(p => !p.IsAgainstDefender)
            .SelectMany(p => p.Stages.Select(s => new StageRow(p.Id, p.KindCode, s.Sequence, s.Stage, s.On.Earliest, s.On.Latest, s.Corrects, s.Accused, s.IsFinal, s.Reopens, s.IsWithdrawal)))
            .ToList();
        return IncidentFact.Of(row, stages, today);
    }

    private bool IsSkipped
    {
        get
        {
            try
            {
                return Services is null;
            }
            catch (SkipException)
            {
                return true;
            }
        }
    }
}

public sealed class FigureAppOnSqlite() : FigureApp(Infrastructure.Hosting.DatabaseProvider.Sqlite);

public sealed class FigureAppOnPostgreSql() : FigureApp(Infrastructure.Hosting.DatabaseProvider.PostgreSql);
