using CaseTracker.Application.Access;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Today;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.FollowUps;

public abstract class FollowUpTests(UseCases app)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FixedClock.Start.UtcDateTime);

    [SkippableFact]
    public async Task Schedules_once_however_often_the_form_is_sent()
    {
        var (worker, number) = await CaseAsync();
        var schedule = Plan(number, Today.AddDays(3));

        Assert.Equal((await app.SendAsync(worker, schedule)).Value, (await app.SendAsync(worker, schedule)).Value);
        Assert.Equal(1, (await ListAsync(worker, new FollowUpFilter(When: FollowUpFilter.Week))).Total);
        Assert.True(await app.StoredAsync(db => db.Trail.AnyAsync(e => e.Action == nameof(ScheduleFollowUp) && e.Subject == number && e.Detail == "CT-FUK-CALL" && e.Outcome == AuditOutcome.Done)));
    }

    [SkippableFact]
    public async Task Plans_the_next_one_when_a_recurring_one_is_done()
    {
        var (worker, number) = await CaseAsync();
        await app.SendAsync(worker, Plan(number, Today) with { Recurrence = Recurrence.Weekly });
        var open = Assert.Single((await ListAsync(worker, new FollowUpFilter())).Rows);

        Assert.True((await app.SendAsync(worker, new CompleteFollowUp(open.Id, open.Version, "CT-FUO-NOTHING", null))).IsSuccess);
        Assert.Equal(Today.AddDays(7), Assert.Single((await ListAsync(worker, new FollowUpFilter())).Rows).DueOn);
        Assert.Equal("CT-FUO-NOTHING", Assert.Single((await ListAsync(worker, new FollowUpFilter(When: FollowUpFilter.Done))).Rows).Outcome);
        Assert.Equal([FollowUpErrors.AlreadyClosed], (await app.SendAsync(worker, new CompleteFollowUp(open.Id, open.Version + 1, "CT-FUO-DONE", null))).Refusals);
    }

    [SkippableFact]
    public async Task Postpones_with_a_reason_only()
    {
        var (worker, number) = await CaseAsync();
        await app.SendAsync(worker, Plan(number, Today));
        var open = Assert.Single((await ListAsync(worker, new FollowUpFilter())).Rows);

        Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(worker, new PostponeFollowUp(open.Id, open.Version, Today.AddDays(9), " "))).Refusals);
        Assert.True((await app.SendAsync(worker, new PostponeFollowUp(open.Id, open.Version, Today.AddDays(9), "The hearing was moved."))).IsSuccess);
        var later = Assert.Single((await ListAsync(worker, new FollowUpFilter(When: FollowUpFilter.Later))).Rows);
        Assert.Equal((Today.AddDays(9), 1), (later.DueOn, later.Postponed));
        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(worker, new PostponeFollowUp(open.Id, open.Version, Today.AddDays(20), "Again."))).Refusals);
    }

    [SkippableFact]
    public async Task Gives_it_only_to_somebody_who_sees_the_incident()
    {
        var (worker, number) = await CaseAsync();
        var colleague = await app.JoinAsync(Role.CaseWorker, worker.Teams[0]);
        var stranger = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var auditor = await app.JoinAsync(Role.Auditor, worker.Teams[0]);

        Assert.True((await app.SendAsync(worker, Plan(number, Today) with { Assignee = colleague.Id })).IsSuccess);
        foreach (var outsider in new[] { stranger, auditor })
        {
            Assert.Equal([FollowUpErrors.AssigneeOutsideTeam], (await app.SendAsync(worker, Plan(number, Today) with { Assignee = outsider.Id })).Refusals);
        }

        var given = Assert.Single((await ListAsync(colleague, new FollowUpFilter())).Rows);
        Assert.Equal([FollowUpErrors.AssigneeOutsideTeam], (await app.SendAsync(worker, new ReassignFollowUp(given.Id, given.Version, stranger.Id!.Value))).Refusals);
        Assert.True((await app.SendAsync(colleague, new ReassignFollowUp(given.Id, given.Version, worker.Id!.Value))).IsSuccess);
        Assert.Equal([worker.Id!.Value, colleague.Id!.Value], (await app.SendAsync(worker, new ListAssignees(number))).Value.Select(c => c.Id).OrderBy(id => id != worker.Id));
    }

    [SkippableFact]
    public async Task Answers_for_another_teams_follow_up_as_for_none()
    {
        var (worker, number) = await CaseAsync();
        await app.SendAsync(worker, Plan(number, Today));
        var open = Assert.Single((await ListAsync(worker, new FollowUpFilter())).Rows);
        var (stranger, _) = await CaseAsync();

        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new CompleteFollowUp(open.Id, open.Version, "CT-FUO-DONE", null))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new PostponeFollowUp(open.Id, open.Version, Today.AddDays(1), "x"))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new ReassignFollowUp(open.Id, open.Version, stranger.Id!.Value))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, Plan(number, Today))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new ListFollowUps(new FollowUpFilter(), number))).Refusals);
        Assert.Equal(0, (await ListAsync(stranger, new FollowUpFilter(FollowUpFilter.Team))).Total);
    }

    [SkippableFact]
    public async Task Pages_through_each_once_and_counts_what_today_counts()
    {
        var (worker, number) = await CaseAsync();
        for (var i = 0; i < 60; i++)
        {
            await app.SendAsync(worker, Plan(number, Today.AddDays(i / 8)));
        }

        var seen = new List<FollowUpListing>();
        string? at = null;
        do
        {
            var page = await ListAsync(worker, new FollowUpFilter(), at);
            seen.AddRange(page.Rows);
            at = page.After;
            await app.SendAsync(worker, Plan(number, Today));
        }
        while (at is not null);

        Assert.Equal(60, seen.DistinctBy(f => f.Id).Count());
        Assert.Equal(seen.OrderBy(f => f.DueOn).Select(f => f.DueOn), seen.Select(f => f.DueOn));
        var soon = await ListAsync(worker, new FollowUpFilter(When: FollowUpFilter.Week));
        Assert.Equal((await app.SendAsync(worker, new GetToday())).Value.DueSoon, soon.Total);
        Assert.Equal(soon.Rows.Select(f => f.Id), (await ListAsync(worker, new FollowUpFilter(When: FollowUpFilter.Week), (await ListAsync(worker, new FollowUpFilter(When: FollowUpFilter.Week), soon.After)).Before)).Rows.Select(f => f.Id));
    }

    [SkippableTheory]
    [InlineData("theirs", null, "Whose")]
    [InlineData(null, "yesterday", "When")]
    public async Task Refuses_a_list_that_it_does_not_know(string? whose, string? when, string field)
    {
        var (worker, _) = await CaseAsync();
        Assert.Equal([field], (await app.SendAsync(worker, new ListFollowUps(new FollowUpFilter(whose, when)))).Refusals.Select(r => r.Field));
    }

    private static ScheduleFollowUp Plan(string number, DateOnly due) => new(Guid.CreateVersion7(), number, "CT-FUK-CALL", null, due, null, Recurrence.None);

    private async Task<(Actor Worker, string Number)> CaseAsync()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        return (worker, (await app.SendAsync(worker, AnIncident())).Value);
    }

    private async Task<Page<FollowUpListing>> ListAsync(Actor actor, FollowUpFilter filter, string? at = null) =>
        (await app.SendAsync(actor, new ListFollowUps(filter, At: at))).Value;

    public sealed class OnSqlite(UseCasesOnSqlite app) : FollowUpTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : FollowUpTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
