using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
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
    public async Task Verified_is_refused_claim_by_claim_until_two_sources_support_each()
    {
        var (worker, number) = await LoggedAsync();

        Assert.Equal(
            ["claims.who_unsupported", "claims.what_unsupported", "claims.when_unsupported", "claims.where_unsupported", "claims.by_whom_unsupported"],
            (await app.SendAsync(worker, new VerifyIncident(number, 1, Verification.V3, "Sure"))).Refusals.Select(r => r.Code));

        Assert.Empty((await app.SendAsync(worker, new AddSource(number, 1, new SourceToRecord("0102", "CT-MAT-1", "02", "A neighbour")))).Refusals);
        Assert.Empty((await app.SendAsync(worker, new WeighSources(number, 2, [Supports(1), Supports(2)], "Heard apart from each other"))).Refusals);
        Assert.Empty((await app.SendAsync(worker, new VerifyIncident(number, 3, Verification.V3, "Two sources apart"))).Refusals);
        Assert.True((await app.SendAsync(worker, new GetIncidentHeader(number))).Value.IsSupported);
    }

    [SkippableFact]
    public async Task A_verified_incident_that_loses_its_support_keeps_its_degree_and_is_listed()
    {
        var (worker, number) = await LoggedAsync();
        await app.SendAsync(worker, new AddSource(number, 1, new SourceToRecord("0102", "CT-MAT-1", "02", "A neighbour")));
        await app.SendAsync(worker, new WeighSources(number, 2, [Supports(1), Supports(2)], null));
        await app.SendAsync(worker, new VerifyIncident(number, 3, Verification.V3, "Two sources apart"));
        Assert.Equal([number], await ListedAsync(worker, SupportAsked.Yes));

        Assert.Empty((await app.SendAsync(worker, new WeighSources(number, 4, [new SourceToWeigh(2, new Dictionary<Claims, ClaimStanding>(), "05")], "Took back what they had told"))).Refusals);

        var header = (await app.SendAsync(worker, new GetIncidentHeader(number))).Value;
        Assert.Equal((Verification.V3, (bool?)false), (header.Verification, header.IsSupported));
        Assert.Equal([number], await ListedAsync(worker, SupportAsked.No));
        Assert.Empty(await ListedAsync(worker, SupportAsked.Yes));
        Assert.Empty(await ListedAsync(worker, SupportAsked.Unrecorded));
    }

    [SkippableFact]
    public async Task What_was_said_of_a_source_is_kept_with_its_note_and_who_said_it()
    {
        var (worker, number) = await LoggedAsync();
        await app.SendAsync(worker, new WeighSources(number, 1, [Supports(1)], "Heard by telephone"));
        await app.SendAsync(worker, new WeighSources(number, 2, [new SourceToWeigh(1, new Dictionary<Claims, ClaimStanding> { [Claims.When] = ClaimStanding.Conflict })], "Now says Tuesday"));

        var view = (await app.SendAsync(worker, new GetVerification(number))).Value;

        Assert.Equal([("Now says Tuesday", true), ("Heard by telephone", false)], view.Entries.Select(e => (e.Note!, e.Stands)));
        Assert.Equal(ClaimStanding.Conflict, view.Sources[0].Standings[Claims.When]);
        Assert.Equal(ClaimStanding.Accepted, view.Sources[0].Standings[Claims.Who]);
        Assert.All(view.Entries, e => Assert.Equal(worker.DisplayName, e.By));
    }

    [SkippableFact]
    public async Task Two_who_weigh_at_once_do_not_overwrite_each_other()
    {
        var (worker, number) = await LoggedAsync();
        Assert.Empty((await app.SendAsync(worker, new WeighSources(number, 1, [Supports(1)], null))).Refusals);

        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(worker, new WeighSources(number, 1, [Supports(1)], null))).Refusals);
    }

    private static SourceToWeigh Supports(int source) => new(source, Incident.EachClaim.ToDictionary(c => c, _ => ClaimStanding.Accepted));

    private async Task<IEnumerable<string>> ListedAsync(Actor worker, SupportAsked asked) =>
        [.. (await app.SendAsync(worker, new ListIncidents(new IncidentFilter { Supported = asked.ToString() }))).Value.Rows.Select(r => r.Number)];

    private async Task<(Actor Worker, string Number)> LoggedAsync()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        return (worker, (await app.SendAsync(worker, AnIncident())).Value);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : VerifyIncidentTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : VerifyIncidentTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
