using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Testing;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Incidents;

public abstract class VerifyIncidentTests(UseCases app)
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

    private async Task<(Actor Worker, string Number)> LoggedAsync()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        return (worker, (await app.SendAsync(worker, AnIncident())).Value);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : VerifyIncidentTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : VerifyIncidentTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
