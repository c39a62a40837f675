using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Incidents;

public abstract class ChangeIncidentTests(UseCases app)
{
    [SkippableFact]
    public async Task Stores_what_was_typed_and_the_next_version()
    {
        var (worker, number) = await LoggedAsync();
        var facts = TheFacts() with { Title = "Threats at the office", StartedOn = new DateInput(2026, 2, null, true), Accusations = ["CT-NAR-2"] };

        var answer = await app.SendAsync(worker, new ChangeIncident(number, 1, facts));

        Assert.Empty(answer.Refusals);
        var stored = (await app.SendAsync(worker, new GetIncidentFacts(number))).Value;
        Assert.Equal(2, stored.Version);
        Assert.Equal(("Threats at the office", new DateInput(2026, 2, null, true)), (stored.Facts.Title, stored.Facts.StartedOn));
        Assert.Equal(["CT-NAR-2"], stored.Facts.Accusations);
    }

    [SkippableFact]
    public async Task Refuses_an_outdated_screen_and_keeps_what_the_other_wrote()
    {
        var (worker, number) = await LoggedAsync();
        await app.SendAsync(worker, new ChangeIncident(number, 1, TheFacts() with { Municipality = "Chilapa" }));

        var answer = await app.SendAsync(worker, new ChangeIncident(number, 1, TheFacts() with { Municipality = "Iguala" }));

        Assert.Equal([SharedErrors.StaleVersion], answer.Refusals);
        Assert.Equal("Chilapa", (await app.SendAsync(worker, new GetIncidentFacts(number))).Value.Facts.Municipality);
    }

    [SkippableFact]
    public async Task Names_everything_that_is_wrong_at_once_and_stores_nothing()
    {
        var (worker, number) = await LoggedAsync();
        var wrong = TheFacts() with { Title = " ", StartedOn = new DateInput(2026, 13, null), Consent = "C9", State = "MX-XXX" };

        var answer = await app.SendAsync(worker, new ChangeIncident(number, 1, wrong));

        Assert.Equal(["Consent", "StartedOn", "State", "Title"], answer.Refusals.Select(r => r.Field).Order());
        Assert.Equal(1, (await app.SendAsync(worker, new GetIncidentFacts(number))).Value.Version);
    }

    [SkippableFact]
    public async Task Refuses_a_title_that_names_somebody_on_record()
    {
        var (worker, number) = await LoggedAsync();

        var answer = await app.SendAsync(worker, new ChangeIncident(number, 1, TheFacts() with { Title = "Threats against Citlali Ocampo Reyes" }));

        Assert.Equal([IncidentErrors.TitleNamesSomebody], answer.Refusals);
    }

    private async Task<(Actor Worker, string Number)> LoggedAsync()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        return (worker, (await app.SendAsync(worker, AnIncident())).Value);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : ChangeIncidentTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : ChangeIncidentTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
