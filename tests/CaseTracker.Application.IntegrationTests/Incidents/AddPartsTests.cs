using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Incidents;

public abstract class AddPartsTests(UseCases app)
{
    private static readonly ActInput Surveillance = new("0201030201", NoDate, null, "CT-MOT-CONFIRMED", null, null);

    [SkippableFact]
    public async Task Each_part_is_there_after_it_was_added()
    {
        var (worker, number) = await LoggedAsync();

        Assert.Empty((await app.SendAsync(worker, new AddVictim(number, 1, null, AVictim("Xóchitl Zapoteco Luna")))).Refusals);
        Assert.Empty((await app.SendAsync(worker, new AddAct(number, 2, 2, Surveillance))).Refusals);
        Assert.Empty((await app.SendAsync(worker, new AddInvolvement(number, 3, new InvolvementToRecord("010103", null, null, null)))).Refusals);
        Assert.Empty((await app.SendAsync(worker, new AddSource(number, 4, new SourceToRecord(null, "CT-MAT-1", null, null)))).Refusals);

        var summary = (await app.SendAsync(worker, new GetIncidentSummary(number))).Value;
        Assert.Equal((2, 2, 2, 2), (summary.Victims.Count, summary.Acts.Count, summary.Perpetrators.Count, summary.Sources.Count));
        Assert.Equal(2, summary.Acts[1].Victim);
        Assert.Equal(5, (await app.SendAsync(worker, new GetIncidentHeader(number))).Value.Version);
    }

    [SkippableFact]
    public async Task Somebody_on_record_is_found_by_pseudonym_and_added_once()
    {
        var (worker, number) = await LoggedAsync();
        var pseudonym = (await app.SendAsync(worker, new GetPeople(number))).Value[0].Pseudonym!;
        var second = (await app.SendAsync(worker, AnIncident() with { Victims = [AnUnknownVictim()] })).Value;

        Assert.Empty((await app.SendAsync(worker, new AddVictim(second, 1, $" {pseudonym} ", AnUnknownVictim()))).Refusals);
        var again = await app.SendAsync(worker, new AddVictim(second, 2, pseudonym, AnUnknownVictim()));

        Assert.Equal([IncidentErrors.VictimTwice.On("Pseudonym")], again.Refusals);
        Assert.Equal([second], (await app.SendAsync(worker, new GetPeople(number))).Value[0].OtherIncidents);
    }

    [SkippableFact]
    public async Task A_pseudonym_of_another_team_is_as_unknown_as_one_that_nobody_has()
    {
        var (worker, number) = await LoggedAsync();
        var pseudonym = (await app.SendAsync(worker, new GetPeople(number))).Value[0].Pseudonym!;
        var (stranger, theirs) = await LoggedAsync();

        var invisible = await app.SendAsync(stranger, new AddVictim(theirs, 1, pseudonym, AnUnknownVictim()));
        var missing = await app.SendAsync(stranger, new AddVictim(theirs, 1, "Nobody-00", AnUnknownVictim()));

        Assert.Equal([PersonErrors.NotOnRecord.On("Pseudonym")], invisible.Refusals);
        Assert.Equal(missing.Refusals, invisible.Refusals);
    }

    [SkippableFact]
    public async Task Refuses_an_act_against_nobody_of_this_incident()
    {
        var (worker, number) = await LoggedAsync();

        Assert.Equal([SharedErrors.Required.On("Victim")], (await app.SendAsync(worker, new AddAct(number, 1, null, Surveillance))).Refusals);
        Assert.Equal([IncidentErrors.VictimOfAnotherIncident.On("Victim")], (await app.SendAsync(worker, new AddAct(number, 1, 7, Surveillance))).Refusals);
    }

    [SkippableFact]
    public async Task A_refused_person_leaves_no_identity_behind()
    {
        var (worker, number) = await LoggedAsync();
        var before = await app.CountAsync("PersonIdentities");

        var answer = await app.SendAsync(worker, new AddVictim(number, 1, null, AVictim("Itzel Pérez") with { IsUnknown = true }));

        Assert.Equal(["Name"], answer.Refusals.Select(r => r.Field));
        Assert.Equal(before, await app.CountAsync("PersonIdentities"));
    }

    private async Task<(Actor Worker, string Number)> LoggedAsync()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        return (worker, (await app.SendAsync(worker, AnIncident())).Value);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : AddPartsTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : AddPartsTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
