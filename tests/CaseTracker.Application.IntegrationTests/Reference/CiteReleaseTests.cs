using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Reference;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Reference;

public abstract class CiteReleaseTests(UseCases app)
{
    private const string Stigmatization = "mx-2016-stigmatization";

    [SkippableFact]
    public async Task A_smear_of_early_2016_is_suggested_the_release_and_shows_on_it_once_cited()
    {
        var (worker, number) = await SmearAsync();
        var suggested = Assert.Single((await SuggestAsync(worker, number)).Suggested);
        Assert.Equal(Stigmatization, suggested.Release.Key);
        Assert.Contains(new SuggestionReason(SuggestionReasonKind.SharedAct, "CT-STG-1"), suggested.Reasons);

        Assert.True((await app.SendAsync(worker, new CiteRelease(number, Stigmatization, 1))).IsSuccess);

        Assert.Equal([number], await CitingAsync(worker));
        var context = await SuggestAsync(worker, number);
        Assert.Equal((Stigmatization, worker.DisplayName, 2), (Assert.Single(context.Linked).Release.Key, context.Linked[0].By, context.Version));
        Assert.Empty(context.Suggested);
        var trace = await app.StoredAsync(db => db.Trail.SingleAsync(e => e.Subject == number && e.Action == nameof(CiteRelease)));
        Assert.Equal(Stigmatization, trace.Detail);
    }

    [SkippableFact]
    public async Task Who_may_not_see_the_incident_does_not_find_it_on_the_release_nor_in_its_count()
    {
        var (worker, number) = await SmearAsync();
        await app.SendAsync(worker, new CiteRelease(number, Stigmatization, 1));
        var stranger = await StrangerAsync();

        Assert.Empty(await CitingAsync(stranger));
        Assert.Equal(0, (await app.SendAsync(stranger, new ListReleases())).Value.Releases.Single(r => r.Key == Stigmatization).Citing);
        Assert.Equal(1, (await app.SendAsync(worker, new ListReleases())).Value.Releases.Single(r => r.Key == Stigmatization).Citing);
    }

    [SkippableFact]
    public async Task An_invisible_incident_answers_like_a_missing_one()
    {
        var (_, number) = await SmearAsync();
        var stranger = await StrangerAsync();

        foreach (var asked in new[] { number, "CT-2016-99999" })
        {
            Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new SuggestReleases(asked))).Refusals);
            Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new CiteRelease(asked, Stigmatization, 1))).Refusals);
            Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new UnciteRelease(asked, Stigmatization, 1))).Refusals);
        }

        Assert.Equal(0, await app.StoredAsync(db => db.Incidents.Where(i => i.Number == number).SelectMany(i => i.Citations).CountAsync()));
    }

    [SkippableFact]
    public async Task Refuses_a_release_twice_one_that_does_not_exist_and_an_outdated_screen()
    {
        var (worker, number) = await SmearAsync();
        await app.SendAsync(worker, new CiteRelease(number, Stigmatization, 1));

        Assert.Equal([IncidentErrors.AlreadyCited], (await app.SendAsync(worker, new CiteRelease(number, Stigmatization, 2))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(worker, new CiteRelease(number, "mx-1999", 2))).Refusals);
        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(worker, new CiteRelease(number, "mx-2017-impunity", 1))).Refusals);
    }

    [SkippableFact]
    public async Task A_link_can_be_taken_back()
    {
        var (worker, number) = await SmearAsync();
        await app.SendAsync(worker, new CiteRelease(number, Stigmatization, 1));

        Assert.True((await app.SendAsync(worker, new UnciteRelease(number, Stigmatization, 2))).IsSuccess);
        Assert.Empty(await CitingAsync(worker));
        Assert.Single((await SuggestAsync(worker, number)).Suggested);
    }

    [SkippableFact]
    public async Task Records_what_became_of_a_request_with_its_author_and_a_trace()
    {
        var worker = await StrangerAsync();
        var version = (await app.SendAsync(worker, new GetRelease(Stigmatization))).Value.Version;
        var record = new RecordImplementation(Stigmatization, "safe-environment", version, "CT-RST-PARTLY", "Guidelines published", new DateInput(2017, null, null));

        Assert.Equal([SharedErrors.Forbidden], (await app.SendAsync(await app.JoinAsync(Role.Auditor), record)).Refusals);
        Assert.True((await app.SendAsync(worker, record)).IsSuccess);

        var ask = (await app.SendAsync(worker, new GetRelease(Stigmatization))).Value.Asks.Single(a => a.Key == "safe-environment");
        Assert.Equal(("CT-RST-PARTLY", worker.DisplayName, 2017), (ask.Status, Assert.Single(ask.Changes).By, ask.Changes[0].On.Year));
        var trace = await app.StoredAsync(db => db.Trail.SingleAsync(e => e.Action == nameof(RecordImplementation) && e.Subject == Stigmatization));
        Assert.Equal("safe-environment CT-RST-NOINFO>CT-RST-PARTLY", trace.Detail);
        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(worker, record)).Refusals);
    }

    private async Task<(Actor Worker, string Number)> SmearAsync()
    {
        var worker = await StrangerAsync();
        var smear = AnIncident() with { Incident = TheFacts() with { StartedOn = new DateInput(2016, 2, 10) }, Acts = [new ActToRecord(0, "CT-STG-1")] };
        return (worker, (await app.SendAsync(worker, smear)).Value);
    }

    private async Task<Actor> StrangerAsync() => await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());

    private async Task<IncidentReleases> SuggestAsync(Actor actor, string number) => (await app.SendAsync(actor, new SuggestReleases(number))).Value;

    private async Task<IEnumerable<string>> CitingAsync(Actor actor)
    {
        var citing = (await app.SendAsync(actor, new GetRelease(Stigmatization))).Value.Citing;
        Assert.Equal(citing.Total, citing.Rows.Count);
        return citing.Rows.Select(r => r.Number);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : CiteReleaseTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : CiteReleaseTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
