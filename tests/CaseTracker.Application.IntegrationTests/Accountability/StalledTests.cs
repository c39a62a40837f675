using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Today;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Accountability;

/// <summary>Today is 16 March 2026. The list, today's number and the filter of incidents mean the same by "stalled".</summary>
public abstract class StalledTests(UseCases app)
{
    [SkippableFact]
    public async Task The_longest_comes_first_and_every_way_to_ask_counts_the_same()
    {
        var worker = await WorkerAsync();
        var recent = await OpenAsync(worker, new DateInput(2026, 3, 3));
        var older = await OpenAsync(worker, new DateInput(2024, 2, 1));
        var oldest = await OpenAsync(worker, new DateInput(2023, 2, 1));

        var stalled = (await app.SendAsync(worker, new ListStalled(new StalledFilter()))).Value;

        Assert.Equal([oldest, older], stalled.Rows.Select(r => r.Number));
        Assert.DoesNotContain(recent, stalled.Rows.Select(r => r.Number));
        Assert.Equal((new DateOnly(2026, 3, 16).DayNumber - new DateOnly(2023, 2, 1).DayNumber, "CT-AUT-FGR"), (stalled.Rows[0].Days, stalled.Rows[0].Authority!.Code));
        Assert.Equal(2, (await app.SendAsync(worker, new GetToday())).Value.Stalled);
        var supervisor = await app.JoinAsync(Role.Supervisor, worker.Teams[0]);
        Assert.Equal(2, (await app.SendAsync(supervisor, new GetToday())).Value.Stalled);
        Assert.Equal(2, (await app.SendAsync(worker, new ListIncidents(new IncidentFilter { Stalled = "yes", Owner = "me" }))).Value.Total);
    }

    [SkippableFact]
    public async Task It_is_read_page_by_page_in_both_directions()
    {
        var worker = await WorkerAsync();
        var numbers = new List<string>();
        for (var i = 0; i < 27; i++)
        {
            numbers.Add(await OpenAsync(worker, new DateInput(2020, 1, 1 + (i / 2))));
        }

        var first = (await app.SendAsync(worker, new ListStalled(new StalledFilter()))).Value;
        var second = (await app.SendAsync(worker, new ListStalled(new StalledFilter(), first.After))).Value;
        var back = (await app.SendAsync(worker, new ListStalled(new StalledFilter(), second.Before))).Value;

        Assert.Equal((25, 2, 27), (first.Rows.Count, second.Rows.Count, second.Total));
        Assert.Equal(first.Rows.Select(r => r.Id), back.Rows.Select(r => r.Id));
        Assert.Equal(numbers.Order(), first.Rows.Concat(second.Rows).Select(r => r.Number).Order());
        Assert.Equal([PagingErrors.BadCursor], (await app.SendAsync(worker, new ListStalled(new StalledFilter(), "nonsense"))).Refusals);
    }

    [SkippableFact]
    public async Task An_act_takes_it_off_the_list_and_correcting_the_acts_day_puts_it_back()
    {
        var worker = await WorkerAsync();
        var number = await OpenAsync(worker, new DateInput(2024, 2, 1));
        var path = await PathAsync(worker, number);

        Done(await app.SendAsync(worker, new RecordInvestigativeAct(number, 2, path, "CT-INV-INTERVIEW", new DateInput(2026, 3, 1), "Two neighbours were heard")));
        Assert.Empty((await app.SendAsync(worker, new ListStalled(new StalledFilter()))).Value.Rows);

        Done(await app.SendAsync(worker, new RecordInvestigativeAct(number, 3, path, "CT-INV-INTERVIEW", new DateInput(2025, 3, 1), null, Corrects: 1)));
        Assert.Equal(new DateOnly(2025, 3, 1), Assert.Single((await app.SendAsync(worker, new ListStalled(new StalledFilter()))).Value.Rows).ClockFrom);

        var acts = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Acts;
        Assert.Equal([("Two neighbours were heard", 2), (null, null)], acts.OrderBy(a => a.Sequence).Select(a => (a.Note, a.CorrectedBy)));
    }

    [SkippableFact]
    public async Task Changing_the_details_of_a_path_leaves_its_clock_alone()
    {
        var worker = await WorkerAsync();
        var number = await OpenAsync(worker, new DateInput(2024, 2, 1));
        var path = await PathAsync(worker, number);
        var before = Assert.Single((await app.SendAsync(worker, new ListStalled(new StalledFilter()))).Value.Rows).ClockFrom;

        Done(await app.SendAsync(worker, new DescribeProceeding(number, 2, path, new ProceedingInput("CT-AUT-FEADLE", "Agency 4", "FED/1/2024", "Somebody", "2026-03-20", "Moved"))));

        Assert.Equal(before, Assert.Single((await app.SendAsync(worker, new ListStalled(new StalledFilter()))).Value.Rows).ClockFrom);
        var shown = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0];
        Assert.Equal(("CT-AUT-FEADLE", "Agency 4", "FED/1/2024", "Somebody", new DateOnly(2026, 3, 20)), (shown.Authority!.Code, shown.Unit, shown.FileNumber, shown.Counsel, shown.NextHearing!.Value));
        Assert.Equal(1, (await app.SendAsync(worker, new GetToday())).Value.Hearings);
        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(worker, new DescribeProceeding(number, 2, path, new ProceedingInput("CT-AUT-FGR", null, null, null, null)))).Refusals);
        Assert.Equal([ProceedingErrors.HearingOutOfRange.Code], (await app.SendAsync(worker, new DescribeProceeding(number, 3, path, new ProceedingInput("CT-AUT-FEADLE", null, null, null, "0001-01-01")))).Refusals.Select(r => r.Code));
    }

    [SkippableFact]
    public async Task Another_threshold_of_an_authority_counts_at_once_and_for_everybody()
    {
        var worker = await WorkerAsync();
        var number = await OpenAsync(worker, new DateInput(2024, 2, 1), "CT-AUT-ILO");
        var administrator = await app.JoinAsync(Role.Administrator, await app.FoundTeamAsync());
        var stored = (await app.SendAsync(administrator, new ListAuthorities(nameof(AuthorityKind.International)))).Value.Rows.Single(a => a.Code == "CT-AUT-ILO");
        var view = (await app.SendAsync(administrator, new GetAuthority(stored.Id))).Value;

        Done(await app.SendAsync(administrator, new ChangeAuthority(view.Id, view.Version, view.Details with { StalledAfterDays = 3000 })));
        Assert.DoesNotContain(number, (await app.SendAsync(worker, new ListStalled(new StalledFilter()))).Value.Rows.Select(r => r.Number));

        Done(await app.SendAsync(administrator, new ChangeAuthority(view.Id, view.Version + 1, view.Details with { StalledAfterDays = 30 })));
        Assert.Contains(number, (await app.SendAsync(worker, new ListStalled(new StalledFilter()))).Value.Rows.Select(r => r.Number));
        Assert.Equal([SharedErrors.Forbidden], (await app.SendAsync(administrator, new ListStalled(new StalledFilter()))).Refusals);
    }

    [SkippableFact]
    public async Task Nobody_is_shown_or_compared_with_what_they_may_not_see()
    {
        var (worker, stranger) = (await WorkerAsync(), await WorkerAsync());
        for (var i = 0; i < SimilarPaths.Fewest; i++)
        {
            await OpenAsync(stranger, new DateInput(2024, 2, 1), "CT-AUT-CNDH");
        }

        var own = await OpenAsync(worker, new DateInput(2024, 2, 1), "CT-AUT-CNDH");

        Assert.Equal([own], (await app.SendAsync(worker, new ListStalled(new StalledFilter(StalledFilter.All)))).Value.Rows.Select(r => r.Number));
        Assert.Null(Assert.Single((await app.SendAsync(worker, new CompareProceedings(own))).Value).Value.Similar);

        var theirs = await OpenAsync(stranger, new DateInput(2025, 2, 1), "CT-AUT-CNDH");
        var comparison = Assert.Single((await app.SendAsync(stranger, new CompareProceedings(theirs))).Value).Value;
        var days = new DateOnly(2026, 3, 16).DayNumber - new DateOnly(2024, 2, 1).DayNumber;
        Assert.Equal((new SimilarPaths(SimilarPaths.Fewest, days, days, days), true), (comparison.Similar, comparison.SameAuthority));
    }

    [SkippableFact]
    public async Task Files_before_an_authority_that_is_on_no_list_are_not_compared_as_if_it_were_one()
    {
        var worker = await WorkerAsync();
        for (var i = 0; i < SimilarPaths.Fewest; i++)
        {
            await OpenAsync(worker, new DateInput(2024, 2, 1), Authority.Other);
        }

        var own = await OpenAsync(worker, new DateInput(2024, 2, 1), Authority.Other);

        Assert.Empty((await app.SendAsync(worker, new CompareProceedings(own))).Value);
    }

    private async Task<Actor> WorkerAsync() => await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());

    private async Task<string> OpenAsync(Actor worker, DateInput on, string authority = "CT-AUT-FGR")
    {
        var number = (await app.SendAsync(worker, AnIncident() with { Incident = TheFacts() with { StartedOn = new DateInput(2019, 1, 1) } })).Value;
        Done(await app.SendAsync(worker, new OpenProceeding(number, 1, "CT-PRC-CRIM", new StageInput("J2", on, "Copy of the file", null, NoDate, Authority: authority))));
        return number;
    }

    private async Task<ProceedingId> PathAsync(Actor worker, string number) => (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Id;

    private static void Done(Result answer) => Assert.Empty(answer.Refusals);

    public sealed class OnSqlite(UseCasesOnSqlite app) : StalledTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : StalledTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
