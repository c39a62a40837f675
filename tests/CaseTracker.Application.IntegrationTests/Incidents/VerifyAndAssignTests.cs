using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Incidents;

public abstract class VerifyAndAssignTests(UseCases app)
{
    [SkippableFact]
    public async Task Verification_keeps_its_reason_and_says_from_where_to_where_in_the_trail()
    {
        var (worker, number) = await LoggedAsync();

        Assert.Empty((await app.SendAsync(worker, new VerifyIncident(number, 1, Verification.V1, "Called the organisation"))).Refusals);

        var history = (await app.SendAsync(worker, new GetHistory(number))).Value;
        Assert.Equal(("V0", "V1", "Called the organisation"), (history.Changes[0].From, history.Changes[0].To, history.Changes[0].Reason));
        Assert.Equal((nameof(VerifyIncident), "V0>V1"), (history.Trail[0].Action, history.Trail[0].Detail));
    }

    [SkippableFact]
    public async Task Verified_needs_two_sources()
    {
        var (worker, number) = await LoggedAsync();

        Assert.Equal([IncidentErrors.NeedsTwoSources], (await app.SendAsync(worker, new VerifyIncident(number, 1, Verification.V3, "Sure"))).Refusals);
    }

    [SkippableFact]
    public async Task An_incident_is_handed_to_somebody_of_its_team()
    {
        var (worker, number) = await LoggedAsync();
        var colleague = await app.JoinAsync(Role.Supervisor, worker.Teams[0]);

        Assert.Empty((await app.SendAsync(worker, new AssignIncident(number, 1, colleague.Id))).Refusals);

        Assert.Equal(colleague.Id, (await app.SendAsync(worker, new GetIncidentHeader(number))).Value.OwnerId);
        Assert.Equal(new[] { worker.Id!.Value, colleague.Id!.Value }.ToHashSet(), (await app.SendAsync(worker, new GetAssignees(number))).Value.Select(a => a.Id).ToHashSet());
    }

    [SkippableFact]
    public async Task Nobody_outside_the_team_and_nobody_who_sees_no_incidents_can_take_it()
    {
        var (worker, number) = await LoggedAsync();
        var stranger = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var auditor = await app.JoinAsync(Role.Auditor, worker.Teams[0]);

        foreach (var nobody in new[] { stranger.Id, auditor.Id, default(MemberId) })
        {
            Assert.Equal([IncidentErrors.OwnerOutsideTeam], (await app.SendAsync(worker, new AssignIncident(number, 1, nobody))).Refusals);
        }

        Assert.Equal([SharedErrors.Required.On("Owner")], (await app.SendAsync(worker, new AssignIncident(number, 1, null))).Refusals);
    }

    private async Task<(Actor Worker, string Number)> LoggedAsync()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        return (worker, (await app.SendAsync(worker, AnIncident())).Value);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : VerifyAndAssignTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : VerifyAndAssignTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
