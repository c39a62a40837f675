using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Incidents;

public abstract class MoveIncidentTests(UseCases app)
{
    [SkippableFact]
    public async Task Moves_it_and_keeps_who_when_and_why()
    {
        var (worker, number) = await LoggedAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        var answer = await app.SendAsync(worker, Move(number));

        Assert.True(answer.IsSuccess);
        var incident = await StoredAsync(number);
        var change = Assert.Single(incident.WorkflowChanges);
        var keys = await app.KeysAsync(incident.Id);
        Assert.Equal((Workflow.Triage, 2, app.Clock.GetUtcNow()), (incident.Workflow, incident.Version, incident.ChangedAt));
        Assert.Equal((Workflow.Intake, Workflow.Triage, "Two sources agree", worker.Id!.Value, app.Clock.GetUtcNow()), (change.From, change.To, keys.Part(SealedFields.WorkflowReason, 1, change.Reason), change.By, change.At));
        var trace = await app.StoredAsync(db => db.Trail.SingleAsync(e => e.Subject == number && e.Action == nameof(MoveIncident)));
        Assert.Equal((AuditOutcome.Done, "CT-WF-INTAKE>CT-WF-TRIAGE"), (trace.Outcome, trace.Detail));
    }

    [SkippableFact]
    public async Task Refuses_an_outdated_screen_and_changes_nothing()
    {
        var (worker, number) = await LoggedAsync();
        await app.SendAsync(worker, Move(number));
        var answer = await app.SendAsync(worker, Move(number) with { To = Workflow.Documenting });

        Assert.Equal([SharedErrors.StaleVersion], answer.Refusals);
        Assert.Equal(Workflow.Triage, (await StoredAsync(number)).Workflow);
    }

    [SkippableFact]
    public async Task Lets_one_of_two_editors_at_the_same_instant_win_and_tells_the_other()
    {
        var (worker, number) = await LoggedAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => app.SendAsync(worker, Move(number) with { Reason = $"Editor {i}" }))));

        var winner = Assert.Single(Enumerable.Range(0, 6), i => answers[i].IsSuccess);
        Assert.All(answers.Where(a => !a.IsSuccess), a => Assert.Equal([SharedErrors.StaleVersion], a.Refusals));
        var incident = await StoredAsync(number);
        var keys = await app.KeysAsync(incident.Id);
        Assert.Equal((2, $"Editor {winner}"), (incident.Version, keys.Part(SealedFields.WorkflowReason, 1, Assert.Single(incident.WorkflowChanges).Reason)));
        Assert.Equal(1, await app.StoredAsync(db => db.Trail.CountAsync(e => e.Subject == number && e.Action == nameof(MoveIncident))));
    }

    [SkippableFact]
    public async Task Answers_for_an_invisible_incident_as_for_a_missing_one()
    {
        var (_, number) = await LoggedAsync();
        var stranger = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var invisible = await app.SendAsync(stranger, Move(number));
        var missing = await app.SendAsync(stranger, Move("CT-2026-99999"));

        Assert.Equal([SharedErrors.NotFound], invisible.Refusals);
        Assert.Equal(missing.Refusals, invisible.Refusals);
        Assert.Equal(Workflow.Intake, (await StoredAsync(number)).Workflow);
    }

    [SkippableFact]
    public async Task Leaves_a_trace_of_an_attempt_on_what_is_not_the_actors_to_see()
    {
        var (_, number) = await LoggedAsync();
        var stranger = await app.JoinAsync(Role.Supervisor, await app.FoundTeamAsync());
        await app.SendAsync(stranger, Move(number));

        var denial = await app.StoredAsync(db => db.Trail.SingleAsync(e => e.ActorId == stranger.Id));
        Assert.Equal((nameof(MoveIncident), AuditOutcome.Denied, number), (denial.Action, denial.Outcome, denial.Subject));
    }

    [SkippableFact]
    public async Task Stores_neither_the_move_nor_a_trace_of_it_without_a_reason()
    {
        var (worker, number) = await LoggedAsync();
        var answer = await app.SendAsync(worker, Move(number) with { Reason = "  " });

        Assert.Equal([SharedErrors.Required.On("Reason")], answer.Refusals);
        Assert.Equal((Workflow.Intake, 1), ((await StoredAsync(number)).Workflow, (await StoredAsync(number)).Version));
        Assert.Equal(0, await app.StoredAsync(db => db.Trail.CountAsync(e => e.Subject == number && e.Action == nameof(MoveIncident))));
    }

    private static MoveIncident Move(string number) => new(number, 1, Workflow.Triage, "Two sources agree");

    private async Task<(Actor Worker, string Number)> LoggedAsync()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        return (worker, (await app.SendAsync(worker, AnIncident())).Value);
    }

    private Task<Incident> StoredAsync(string number) => app.StoredAsync(db => db.Incidents.Whole().AsNoTracking().SingleAsync(i => i.Number == number));

    public sealed class OnSqlite(UseCasesOnSqlite app) : MoveIncidentTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : MoveIncidentTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
