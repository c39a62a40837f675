using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.People;

public abstract class OpenIdentityTests(UseCases app)
{
    [SkippableFact]
    public async Task Answers_who_it_is_and_says_so_in_the_trail_under_the_pseudonym()
    {
        var (worker, number) = await LoggedAsync();
        var victim = (await app.SendAsync(worker, new GetPeople(number))).Value[0];

        var opened = await app.SendAsync(worker, new OpenIdentity(number, victim.Person!.Value, "To call about the hearing"));

        Assert.Equal("Citlali Ocampo Reyes", opened.Value.Name);
        var trace = await app.StoredAsync(db => db.Trail.SingleAsync(e => e.Action == nameof(OpenIdentity) && e.Subject == victim.Pseudonym));
        Assert.Equal((AuditOutcome.Done, number), (trace.Outcome, trace.Detail));
    }

    [SkippableFact]
    public async Task Opens_nothing_without_a_reason_or_with_an_endless_one()
    {
        var (worker, number) = await LoggedAsync();
        var person = (await app.SendAsync(worker, new GetPeople(number))).Value[0].Person!.Value;

        Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(worker, new OpenIdentity(number, person, " "))).Refusals);
        Assert.Equal(["Reason"], (await app.SendAsync(worker, new OpenIdentity(number, person, new string('x', 501)))).Refusals.Select(r => r.Field));
    }

    [SkippableFact]
    public async Task Supervisors_see_pseudonyms_only()
    {
        var (worker, number) = await LoggedAsync();
        var person = (await app.SendAsync(worker, new GetPeople(number))).Value[0].Person!.Value;
        var supervisor = await app.JoinAsync(Role.Supervisor, worker.Teams[0]);

        Assert.True((await app.SendAsync(supervisor, new GetPeople(number))).IsSuccess);
        Assert.Equal([SharedErrors.Forbidden], (await app.SendAsync(supervisor, new OpenIdentity(number, person, "Curious"))).Refusals);
    }

    [SkippableFact]
    public async Task Somebody_of_another_incident_is_not_found_through_this_one()
    {
        var (worker, number) = await LoggedAsync();
        var (stranger, theirs) = await LoggedAsync();
        var person = (await app.SendAsync(worker, new GetPeople(number))).Value[0].Person!.Value;

        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new OpenIdentity(theirs, person, "Guessing"))).Refusals);
    }

    private async Task<(Actor Worker, string Number)> LoggedAsync()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        return (worker, (await app.SendAsync(worker, AnIncident())).Value);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : OpenIdentityTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : OpenIdentityTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
