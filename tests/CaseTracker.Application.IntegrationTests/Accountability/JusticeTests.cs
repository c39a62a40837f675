using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Accountability;

public abstract class JusticeTests(UseCases app)
{
    private static readonly StageInput Reported = new("J1", new DateInput(2026, 3, 4), "Copy of the complaint", null, NoDate);

    [SkippableFact]
    public async Task Paths_against_the_aggressor_make_the_ladder_and_those_against_the_defender_do_not()
    {
        var (worker, number) = await LoggedAsync();
        await OpenAsync(worker, number, 1, "CT-PRC-CRIM", Reported);
        await OpenAsync(worker, number, 2, "CT-PRC-HRC", Reported with { Stage = "J2", On = new DateInput(2026, 3, 10) });
        await OpenAsync(worker, number, 3, "CT-PRC-CRMZ", Reported with { Stage = "J4" });

        var header = (await app.SendAsync(worker, new GetIncidentHeader(number))).Value;
        var paths = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths;

        Assert.Equal((Stage.J2, Stage.J1), (header.Highest, header.Lowest));
        Assert.Equal(["CT-PRC-CRMZ"], paths.Where(p => p.IsAgainstDefender).Select(p => p.Kind));
    }

    [SkippableFact]
    public async Task A_corrected_entry_stays_and_says_what_replaced_it()
    {
        var (worker, number) = await LoggedAsync();
        await OpenAsync(worker, number, 1, "CT-PRC-CRIM", Reported with { Stage = "J4" });
        var path = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0];

        Assert.Empty((await app.SendAsync(worker, new RecordStage(number, 2, path.Id, Reported with { Corrects = 1 }))).Refusals);

        var corrected = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0];
        Assert.Equal((Stage.J1, 2, (int?)2), (corrected.Standing, corrected.Stages.Count, corrected.Stages[0].CorrectedBy));
        Assert.Equal(Stage.J1, (await app.SendAsync(worker, new GetIncidentHeader(number))).Value.Highest);
    }

    [SkippableFact]
    public async Task Going_back_is_refused_unless_it_is_said_to_be_a_reopening()
    {
        var (worker, number) = await LoggedAsync();
        await OpenAsync(worker, number, 1, "CT-PRC-CRIM", Reported with { Stage = "J4" });
        var path = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Id;
        var back = Reported with { Stage = "J2", On = new DateInput(2026, 3, 12) };

        Assert.Equal([ProceedingErrors.SilentlyReverses], (await app.SendAsync(worker, new RecordStage(number, 2, path, back))).Refusals);
        Assert.Empty((await app.SendAsync(worker, new RecordStage(number, 2, path, back with { Reopens = true }))).Refusals);
    }

    [SkippableFact]
    public async Task An_investigative_act_restarts_the_clock_of_stalled_justice()
    {
        var (worker, number) = await LoggedAsync();
        await OpenAsync(worker, number, 1, "CT-PRC-CRIM", Reported);
        var path = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Id;

        Assert.Empty((await app.SendAsync(worker, new RecordInvestigativeAct(number, 2, path, "CT-INV-INTERVIEW", new DateInput(2026, 3, 6)))).Refusals);

        var header = (await app.SendAsync(worker, new GetIncidentHeader(number))).Value;
        Assert.Equal((10, false), (header.DaysSinceInvestigated, header.IsStalled));
    }

    [SkippableFact]
    public async Task Everything_that_is_wrong_is_named_at_once()
    {
        var (worker, number) = await LoggedAsync();

        var answer = await app.SendAsync(worker, new OpenProceeding(number, 1, "nonsense", new StageInput(null, new DateInput(2026, 2, 30), " ", null, NoDate)));

        Assert.Equal(["Authority", "Kind", "On", "Reason", "Stage"], answer.Refusals.Select(r => r.Field).Order());
        Assert.Empty((await app.SendAsync(worker, new GetJustice(number))).Value.Paths);
    }

    [SkippableFact]
    public async Task A_path_of_another_incident_is_not_found()
    {
        var (worker, number) = await LoggedAsync();
        var other = (await app.SendAsync(worker, AnIncident())).Value;
        await OpenAsync(worker, other, 1, "CT-PRC-CRIM", Reported);
        var path = (await app.SendAsync(worker, new GetJustice(other))).Value.Paths[0].Id;

        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(worker, new RecordStage(number, 1, path, Reported))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(worker, new RecordInvestigativeAct(number, 1, path, "CT-INV-OTHER", new DateInput(2026, 3, 5)))).Refusals);
    }

    [SkippableFact]
    public async Task A_conviction_is_of_somebody_and_full_justice_of_everybody()
    {
        var (worker, number) = await LoggedAsync();
        Assert.Empty((await app.SendAsync(worker, new AddInvolvement(number, 1, new InvolvementToRecord("010104", "0102", null, null)))).Refusals);
        await OpenAsync(worker, number, 2, "CT-PRC-CRIM", Reported);
        var path = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Id;
        var conviction = Reported with { Stage = "J6", On = new DateInput(2026, 3, 10), IsFinal = true };

        Assert.Equal([ProceedingErrors.ConvictionNeedsAccused], (await app.SendAsync(worker, new RecordStage(number, 3, path, conviction))).Refusals);
        Assert.Equal([ProceedingErrors.FullJusticeFollows], (await app.SendAsync(worker, new RecordStage(number, 3, path, conviction with { Stage = "J7", Accused = [1] }))).Refusals);
        Assert.Empty((await app.SendAsync(worker, new RecordStage(number, 3, path, conviction with { Accused = [1] }))).Refusals);
        var partial = (await app.SendAsync(worker, new GetJustice(number))).Value;
        Assert.Equal((Stage.J6, 1), (partial.Paths[0].Standing, partial.Lacking[Lacking.Convicted]));

        Assert.Empty((await app.SendAsync(worker, new RecordStage(number, 4, path, conviction with { Accused = [2] }))).Refusals);
        Assert.Equal(Stage.J7, (await app.SendAsync(worker, new GetIncidentHeader(number))).Value.Highest);

        Assert.Empty((await app.SendAsync(worker, new AddInvolvement(number, 5, new InvolvementToRecord("010103", "0101", null, null)))).Refusals);
        Assert.Equal(Stage.J6, (await app.SendAsync(worker, new GetIncidentHeader(number))).Value.Highest);
        var told = (await app.SendAsync(worker, new GetHistory(number))).Value.Changes.First(c => c.Stage is { Perpetrator: not null });
        Assert.Equal(("J1", "J6", true), (told.From, told.To, told.Stage!.IsFinal));
    }

    [SkippableFact]
    public async Task The_second_of_two_corrections_of_one_entry_is_told_and_not_lost_in_silence()
    {
        var (worker, number) = await LoggedAsync();
        await OpenAsync(worker, number, 1, "CT-PRC-CRIM", Reported);
        var path = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Id;
        var correction = Reported with { Corrects = 1, On = new DateInput(2026, 3, 3) };

        Assert.Empty((await app.SendAsync(worker, new RecordStage(number, 2, path, correction))).Refusals);
        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(worker, new RecordStage(number, 2, path, correction))).Refusals);
        Assert.Equal([ProceedingErrors.NothingToCorrect], (await app.SendAsync(worker, new RecordStage(number, 3, path, correction))).Refusals);
    }

    [SkippableFact]
    public async Task What_an_earlier_version_stored_is_derived_when_the_product_starts()
    {
        var (worker, number) = await LoggedAsync();
        await OpenAsync(worker, number, 1, "CT-PRC-CRIM", Reported);
        await app.StoredAsync(async db => await db.Database.ExecuteSqlRawAsync("UPDATE \"Proceedings\" SET \"Standing\" = NULL, \"ClockFrom\" = NULL, \"StalledFrom\" = NULL, \"AuthorityCode\" = NULL"));

        await app.Services.GetRequiredService<DatabaseSetup>().LoadAsync();

        var path = Assert.Single((await app.SendAsync(worker, new GetJustice(number))).Value.Paths);
        Assert.Equal((Stage.J1, Authority.Other), (path.Standing, path.Authority!.Code));
        Assert.Equal(2, (await app.SendAsync(worker, new GetIncidentHeader(number))).Value.Version);
    }

    private async Task OpenAsync(Actor worker, string number, int version, string kind, StageInput first) =>
        Assert.Empty((await app.SendAsync(worker, new OpenProceeding(number, version, kind, first with { Authority = "CT-AUT-FGR" }))).Refusals);

    private async Task<(Actor Worker, string Number)> LoggedAsync()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        return (worker, (await app.SendAsync(worker, AnIncident())).Value);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : JusticeTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : JusticeTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
