using CaseTracker.Application.Access;
using CaseTracker.Application.Statistics;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Statistics;
using CaseTracker.Testing;

namespace CaseTracker.Application.IntegrationTests.Statistics;

public abstract class GetStatisticsTests(UseCases app)
{
    [SkippableTheory]
    [InlineData("impunity.mature", 4, 6)]
    [InlineData("impunity.naive", 6, 8)]
    [InlineData("impunity.cpj", 2, 3)]
    [InlineData("impunity.unesco", 2, 3)]
    [InlineData("impunity.per_file", 4, 7)]
    public async Task Counts_the_verified_as_a_person_would(string definition, int numerator, int denominator)
    {
        var statistics = await ReadAsync(await RegisterAsync());

        var figure = statistics.Verified.Figures.Single(f => f.Definition.Key == definition);
        Assert.Equal((numerator, denominator), (figure.Numerator, figure.Denominator));
        Assert.Equal(new DateOnly(2026, 3, 16), figure.AsOf);
    }

    [SkippableFact]
    public async Task Never_mixes_those_not_yet_verified_into_the_verified()
    {
        var statistics = await ReadAsync(await RegisterAsync());

        Assert.Equal((KnownRegister.Verified, KnownRegister.NotYetVerified), (statistics.Verified.Recorded.Count, statistics.NotYetVerified.Recorded.Count));
        Assert.Empty(EveryNumber(statistics.Verified).SelectMany(n => n.Ids).Intersect(statistics.NotYetVerified.Recorded));
        Assert.Empty(EveryNumber(statistics.NotYetVerified).SelectMany(n => n.Ids).Intersect(statistics.Verified.Recorded));
        Assert.Equal((1, 1), (statistics.NotYetVerified.Headline.Numerator, statistics.NotYetVerified.Headline.Denominator));
    }

    [SkippableFact]
    public async Task Climbs_the_funnel_as_far_as_each_incident_ever_got()
    {
        var funnel = (await ReadAsync(await RegisterAsync())).Verified.Funnel;

        Assert.Equal([9, 8, 7, 6, 4, 4, 3, 1, 0], funnel.All.Select(s => s.Ids.Count));
        Assert.Equal([7, 7, 7, 6, 4, 4, 3, 1, 0], funnel.Mature.Select(s => s.Ids.Count));
    }

    [SkippableFact]
    public async Task Says_what_it_left_out_and_never_takes_unknown_or_criminalization_for_impunity()
    {
        var verified = (await ReadAsync(await RegisterAsync())).Verified;

        Assert.Equal(
            [(LeftOut.NoDate, 1), (LeftOut.NotConfirmed, 1), (LeftOut.TooRecent, 2), (LeftOut.Unknown, 1), (LeftOut.SuspectDied, 1)],
            verified.Headline.LeftOut.Select(l => (l.Key, l.Value.Count)).Order());
        Assert.Equal(
            [(LeftOut.NoDate, 1), (LeftOut.NotConfirmed, 1), (LeftOut.Unknown, 1), (LeftOut.NotReported, 1), (LeftOut.NoCriminalFile, 1), (LeftOut.SuspectDied, 1)],
            verified.Figures.Single(f => f.Definition == ImpunityDefinitions.PerFile).LeftOut.Select(l => (l.Key, l.Value.Count)).Order());
        Assert.Empty(verified.Behind("impunity.naive", "numerator")!.Intersect(verified.Headline.LeftOut[LeftOut.Unknown]));
        Assert.Single(verified.Recent);
    }

    [SkippableFact]
    public async Task Opens_exactly_the_incidents_behind_every_number()
    {
        var supervisor = await RegisterAsync();
        var statistics = await ReadAsync(supervisor);

        foreach (var group in new[] { statistics.Verified, statistics.NotYetVerified })
        {
            foreach (var (figure, part, ids) in EveryNumber(group))
            {
                var list = (await app.SendAsync(supervisor, new GetCountedIncidents(NumberNames.Of(group.Group), figure, part))).Value;
                Assert.Equal((ids.Count, ids.Count), (list.Total, list.Rows.Count));
                Assert.Equal(ids, list.Rows.Select(r => r.Id));
            }
        }
    }

    [SkippableFact]
    public async Task Counts_nothing_of_another_team()
    {
        await RegisterAsync();
        var elsewhere = await app.JoinAsync(Role.Supervisor, await app.FoundTeamAsync());
        var statistics = await ReadAsync(elsewhere);

        Assert.All(EveryNumber(statistics.Verified).Concat(EveryNumber(statistics.NotYetVerified)), n => Assert.Empty(n.Ids));
        Assert.All(statistics.Verified.Figures, f => Assert.Null(f.Share));
        Assert.Equal(0, (await app.SendAsync(elsewhere, new GetCountedIncidents("verified", "register", "all"))).Value.Total);
    }

    [SkippableTheory]
    [InlineData(Role.CaseWorker)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task Refuses_everybody_but_supervisors(Role role)
    {
        var reader = await app.JoinAsync(role, await app.FoundTeamAsync());

        Assert.Equal([SharedErrors.Forbidden], (await app.SendAsync(reader, new GetStatistics())).Refusals);
        Assert.Equal([SharedErrors.Forbidden], (await app.SendAsync(reader, new GetCountedIncidents("verified", "impunity.naive", "numerator"))).Refusals);
    }

    [SkippableTheory]
    [InlineData("everything", "impunity.naive", "numerator", 1)]
    [InlineData(null, "impunity.naive", "numerator", 1)]
    [InlineData("verified", "impunity.invented", "numerator", 1)]
    [InlineData("verified", null, "numerator", 1)]
    [InlineData("verified", "impunity.naive", "quotient", 1)]
    [InlineData("verified", "impunity.naive", null, 1)]
    [InlineData("verified", "impunity.naive", "J2", 1)]
    [InlineData("verified", "impunity.naive", "NoDate", 1)]
    [InlineData("verified", "funnel.all", "X1", 1)]
    [InlineData("verified", "funnel.all", "9", 1)]
    [InlineData("verified", "impunity.naive", "numerator", 0)]
    [InlineData("verified", "impunity.naive", "numerator", -1)]
    [InlineData("verified", "impunity.naive", "numerator", int.MaxValue)]
    public async Task Finds_no_list_behind_a_number_that_does_not_exist(string? group, string? figure, string? part, int page)
    {
        var supervisor = await app.JoinAsync(Role.Supervisor, await app.FoundTeamAsync());

        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(supervisor, new GetCountedIncidents(group, figure, part, page))).Refusals);
    }

    private static IEnumerable<(string Figure, string Part, IReadOnlyList<Domain.Incidents.IncidentId> Ids)> EveryNumber(GroupStatistics group)
    {
        var names = group.Figures.SelectMany(f => new[] { "numerator", "denominator" }
                .Concat(f.ByJustice.Keys.Select(NumberNames.Of)).Concat(f.LeftOut.Keys.Select(NumberNames.Of)).Select(part => (f.Definition.Key, part)))
            .Concat(group.Funnel.All.Select(s => ("funnel.all", s.Stage.ToString())))
            .Concat(group.Funnel.Mature.Select(s => ("funnel.mature", s.Stage.ToString())))
            .Concat(group.Funnel.LeftOut.Keys.Select(r => ("funnel.all", NumberNames.Of(r))))
            .Concat([("register", "all"), ("register", "recent")]);
        return names.Select(n => (n.Item1, n.Item2, group.Behind(n.Item1, n.Item2)!));
    }

    private async Task<StatisticsView> ReadAsync(Actor supervisor) => (await app.SendAsync(supervisor, new GetStatistics())).Value;

    /// <returns>The supervisor of a team of its own that documented the known incidents.</returns>
    private async Task<Actor> RegisterAsync()
    {
        var team = await app.FoundTeamAsync();
        await new KnownRegister(app.Services, await app.JoinAsync(Role.CaseWorker, team)).WriteAsync();
        return await app.JoinAsync(Role.Supervisor, team);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : GetStatisticsTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : GetStatisticsTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
