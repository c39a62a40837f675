using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Testing;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Incidents;

public abstract class FindPossibleDuplicatesTests(UseCases app)
{
    private static readonly DateInput TwoDaysLater = new(2026, 3, 4);
    private static readonly DateInput FourDaysLater = new(2026, 3, 6);

    [SkippableTheory]
    [InlineData("Itzel Zúñiga Pech")]
    [InlineData("itzel zuniga pech")]
    [InlineData("PECH ZÚÑIGA, Itzel")]
    public async Task Finds_a_name_however_it_is_written(string typed)
    {
        var worker = await WorkerAsync();
        var number = await LogAsync(worker, "Itzel Zúñiga Pech");

        var found = await AskAsync(worker, typed, TwoDaysLater, state: "MX-YUC", act: "130101");

        Assert.Contains(found.Incidents, i => i.Number == number && i.SameName && i.SameDate && !i.SamePlace);
        Assert.Single(found.People);
    }

    [SkippableFact]
    public async Task Needs_no_name_where_day_place_and_act_agree()
    {
        var worker = await WorkerAsync();
        var number = await LogAsync(worker, "Unrelated Name");

        Assert.Contains((await AskAsync(worker, "", TwoDaysLater, "MX-GRO", "0201030201")).Incidents, i => i.Number == number);
        Assert.Empty((await AskAsync(worker, "", TwoDaysLater, "MX-GRO", "130101")).Incidents);
        Assert.Empty((await AskAsync(worker, "", FourDaysLater, "MX-GRO", "0201030201")).Incidents);
        Assert.Empty((await AskAsync(worker, "", TwoDaysLater, "MX-YUC", "0201030201")).Incidents);
    }

    [SkippableFact]
    public async Task A_month_overlaps_the_days_in_it()
    {
        var worker = await WorkerAsync();
        var number = await LogAsync(worker, "Somebody Else");

        Assert.Contains((await AskAsync(worker, "", new DateInput(2026, 3, null), "MX-GRO", "0201030201")).Incidents, i => i.Number == number);
    }

    [SkippableFact]
    public async Task Words_that_every_organisation_bears_are_no_match()
    {
        var worker = await WorkerAsync();
        await LogAsync(worker, "Centro de Derechos Humanos Obsidiana Clara de la Montaña");

        var found = await AskAsync(worker, "Centro Vereda de Derechos", TwoDaysLater, "MX-GRO", "130101");

        Assert.Empty(found.People);
    }

    [SkippableTheory]
    [InlineData("Centro de Derechos Humanos Obsidiana Clara de Puebla", "Centro Ñandú de Derechos Humanos, A.C.", false)]
    [InlineData("Centro Ñandú de Derechos Humanos, A.C.", "Centro de Derechos Humanos Obsidiana Clara de Puebla", false)]
    [InlineData("Centro Ñandú de Derechos Humanos, A.C.", "CENTRO DE DERECHOS HUMANOS NANDU", true)]
    [InlineData("Centro Ñandú de Derechos Humanos, A.C.", "Ñandú", true)]
    [InlineData("Centro de Derechos Humanos Obsidiana Clara de Puebla", "Obsidiana Clara, Asociación Civil", true)]
    [InlineData("Red de Derechos Humanos", "red de derechos humanos", true)]
    [InlineData("Red de Derechos Humanos", "Centro Ñandú de Derechos Humanos", false)]
    public async Task Organisations_are_told_apart_by_what_not_every_one_is_called(string recorded, string typed, bool same)
    {
        var worker = await WorkerAsync();
        await LogAsync(worker, recorded);

        var found = await AskAsync(worker, typed, FourDaysLater, "MX-YUC", "130101");

        Assert.Equal(same, found.People.Count == 1);
    }

    [SkippableFact]
    public async Task Of_another_team_says_only_that_something_may_match()
    {
        await LogAsync(await WorkerAsync(), "Tonantzin Reyes Canul");

        var found = await AskAsync(await WorkerAsync(), "Tonantzin Reyes Canul", TwoDaysLater, "MX-GRO", "0201030201");

        Assert.True(found.Restricted);
        Assert.Empty(found.Incidents);
        Assert.Empty(found.People);
    }

    [SkippableFact]
    public async Task Says_nothing_of_a_restriction_where_everything_is_visible()
    {
        var worker = await WorkerAsync();
        await LogAsync(worker, "Amaranta Couoh Dzul");

        Assert.False((await AskAsync(worker, "Amaranta Couoh Dzul", TwoDaysLater, "MX-GRO", "0201030201")).Restricted);
    }

    [SkippableFact]
    public async Task Of_a_colleagues_incident_the_name_is_not_told_together_with_the_pseudonym()
    {
        var worker = await WorkerAsync();
        var number = await LogAsync(worker, "Macedonia Poot Ek");
        var colleague = await app.JoinAsync(Role.CaseWorker, worker.Teams[0]);

        foreach (var (day, state, act) in new[] { (TwoDaysLater, "MX-YUC", "130101"), (FourDaysLater, "MX-GRO", "130101"), (Build.NoDate, "MX-YUC", "130101") })
        {
            var found = await AskAsync(colleague, "Macedonia Poot Ek", day, state, act);

            // Whatever the day and the place, the same: trying them out must not lead to the incident of that name.
            Assert.True(found.Restricted);
            Assert.Empty(found.People);
            Assert.Empty(found.Incidents);
        }

        Assert.Contains((await AskAsync(colleague, "Macedonia Poot Ek", TwoDaysLater, "MX-GRO", "0201030201")).Incidents, i => i.Number == number && !i.SameName);
        Assert.Single((await AskAsync(worker, "Macedonia Poot Ek", FourDaysLater, "MX-YUC", "130101")).People);
    }

    private async Task<Actor> WorkerAsync() => await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());

    private async Task<string> LogAsync(Actor worker, string name) => (await app.SendAsync(worker, AnIncident() with { Victims = [AVictim(name)] })).Value;

    private async Task<PossibleDuplicates> AskAsync(Actor worker, string name, DateInput day, string state, string act) =>
        (await app.SendAsync(worker, new FindPossibleDuplicates(new IncidentId(Guid.CreateVersion7()), [name], day, "MX", state, [act]))).Value;

    public sealed class OnSqlite(UseCasesOnSqlite app) : FindPossibleDuplicatesTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : FindPossibleDuplicatesTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
