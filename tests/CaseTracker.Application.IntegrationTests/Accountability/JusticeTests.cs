using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
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

        Assert.Equal(10, (await app.SendAsync(worker, new GetIncidentHeader(number))).Value.DaysSinceInvestigated);
    }

    [SkippableFact]
    public async Task Everything_that_is_wrong_is_named_at_once()
    {
        var (worker, number) = await LoggedAsync();

        var answer = await app.SendAsync(worker, new OpenProceeding(number, 1, "nonsense", new StageInput(null, new DateInput(2026, 2, 30), " ", null, NoDate)));

        Assert.Equal(["Authority", "Kind", "On", "Stage"], answer.Refusals.Select(r => r.Field).Order());
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
