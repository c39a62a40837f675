using CaseTracker.Application.Access;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Today;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Incidents;

public abstract class HandOverTests(UseCases app)
{
    [SkippableFact]
    public async Task Stays_with_its_owner_until_the_other_accepts()
    {
        var (owner, colleague, number) = await LoggedAsync();

        await ProposeAsync(owner, number, colleague);

        Assert.Equal(owner.Id, await OwnerOfAsync(number));
        Assert.Contains((await app.SendAsync(colleague, new MyNotices())).Value.Lines, n => n.Kind == NoticeKind.HandOverProposed && n.Number == number);
        Assert.Equal(1, (await app.SendAsync(colleague, new GetToday())).Value.Handed);
        Assert.Equal([number], (await app.SendAsync(colleague, new ListIncidents(TodayLists.Handed))).Value.Rows.Select(r => r.Number));
        Assert.True((await app.SendAsync(colleague, new GetIncidentHeader(number))).Value.IsOfferedToReader);

        Done(await app.SendAsync(colleague, new AnswerHandOver(number, 1, Accept: true, null)));

        Assert.Equal(colleague.Id, await OwnerOfAsync(number));
        Assert.Contains((await app.SendAsync(owner, new MyNotices())).Value.Lines, n => n.Kind == NoticeKind.HandOverAccepted && n.Number == number);
        Assert.Equal(0, (await app.SendAsync(colleague, new GetToday())).Value.Handed);
    }

    [SkippableFact]
    public async Task A_refusal_needs_a_reason_and_everything_of_it_is_in_the_history()
    {
        var (owner, colleague, number) = await LoggedAsync();
        await ProposeAsync(owner, number, colleague);

        Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(colleague, new AnswerHandOver(number, 1, Accept: false, " "))).Refusals);
        Done(await app.SendAsync(colleague, new AnswerHandOver(number, 1, Accept: false, "On leave until June")));

        Assert.Equal(owner.Id, await OwnerOfAsync(number));
        Assert.Contains((await app.SendAsync(owner, new MyNotices())).Value.Lines, n => n.Kind == NoticeKind.HandOverDeclined);
        var events = (await app.SendAsync(owner, new GetAccessHistory(number))).Value;
        Assert.Equal(
            [(AccessEventKind.HandOverDeclined, colleague.DisplayName, "On leave until June"), (AccessEventKind.HandOverProposed, owner.DisplayName, "Knows the region")],
            events.OrderByDescending(e => e.Kind).Select(e => (e.Kind, e.By, e.Reason!)));
        Assert.Equal(
            [nameof(AnswerHandOver), nameof(ProposeHandOver), nameof(LogIncident)],
            (await app.SendAsync(owner, new GetHistory(number))).Value.Trail.Select(t => t.Action).Where(a => a is nameof(AnswerHandOver) or nameof(ProposeHandOver) or nameof(LogIncident)));
    }

    [SkippableFact]
    public async Task A_second_proposal_replaces_the_first_and_the_first_is_no_longer_there_to_accept()
    {
        var (owner, colleague, number) = await LoggedAsync();
        var other = await app.JoinAsync(Role.CaseWorker, owner.Teams[0]);
        await ProposeAsync(owner, number, colleague);
        await ProposeAsync(owner, number, other);

        Assert.Equal([AccessErrors.Settled], (await app.SendAsync(colleague, new AnswerHandOver(number, 1, Accept: true, null))).Refusals);
        Assert.Equal(other.DisplayName, (await app.SendAsync(owner, new GetHandOver(number))).Value.Open?.To);
        Done(await app.SendAsync(other, new AnswerHandOver(number, 2, Accept: true, null)));
    }

    [SkippableFact]
    public async Task Sent_twice_it_is_one_proposal_and_one_notice()
    {
        var (owner, colleague, number) = await LoggedAsync();
        await ProposeAsync(owner, number, colleague);
        await ProposeAsync(owner, number, colleague);

        Assert.Equal(1, await app.StoredAsync(db => db.Incidents.Where(i => i.Number == number).SelectMany(i => i.HandOvers).CountAsync()));
        Assert.Single((await app.SendAsync(colleague, new MyNotices())).Value.Lines, n => n.Kind == NoticeKind.HandOverProposed);
    }

    [SkippableFact]
    public async Task Withdrawn_it_cannot_be_accepted_and_accepted_it_cannot_be_withdrawn()
    {
        var (owner, colleague, number) = await LoggedAsync();
        await ProposeAsync(owner, number, colleague);
        Done(await app.SendAsync(owner, new WithdrawHandOver(number, 1)));
        Assert.Equal([AccessErrors.Settled], (await app.SendAsync(colleague, new AnswerHandOver(number, 1, Accept: true, null))).Refusals);

        await ProposeAsync(owner, number, colleague);
        Done(await app.SendAsync(colleague, new AnswerHandOver(number, 2, Accept: true, null)));
        Assert.Equal([AccessErrors.Settled], (await app.SendAsync(colleague, new WithdrawHandOver(number, 2))).Refusals);
        Assert.Equal([AccessErrors.NotYours], (await app.SendAsync(owner, new WithdrawHandOver(number, 2))).Refusals);
    }

    [SkippableFact]
    public async Task Accepted_and_withdrawn_at_once_one_of_the_two_is_refused()
    {
        var (owner, colleague, number) = await LoggedAsync();
        await ProposeAsync(owner, number, colleague);

        var answers = await Task.WhenAll(
            app.SendAsync(colleague, new AnswerHandOver(number, 1, Accept: true, null)),
            app.SendAsync(owner, new WithdrawHandOver(number, 1)));

        Assert.Single(answers, a => a.IsSuccess);
        Assert.All(answers.Where(a => !a.IsSuccess).SelectMany(a => a.Refusals), r => Assert.True(r.Kind is RefusalKind.Conflict or RefusalKind.Forbidden, r.Code));
        Assert.Equal(answers[0].IsSuccess ? colleague.Id : owner.Id, await OwnerOfAsync(number));
    }

    [SkippableFact]
    public async Task Who_wrote_on_an_outdated_screen_is_told_so()
    {
        var (owner, colleague, number) = await LoggedAsync();
        Done(await app.SendAsync(owner, new MoveIncident(number, 1, Workflow.Triage, "Read")));

        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(owner, new ProposeHandOver(number, 1, colleague.Id, "x"))).Refusals);
    }

    [SkippableFact]
    public async Task Only_its_owner_or_a_supervisor_of_the_team_offers_it_and_only_to_somebody_who_could_work_on_it()
    {
        var (owner, colleague, number) = await LoggedAsync();
        var supervisor = await app.JoinAsync(Role.Supervisor, owner.Teams[0]);
        var stranger = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var auditor = await app.JoinAsync(Role.Auditor, owner.Teams[0]);

        Assert.Equal([AccessErrors.NotYours], (await app.SendAsync(colleague, new ProposeHandOver(number, 1, colleague.Id, "Mine"))).Refusals);
        foreach (var nobody in new[] { stranger.Id, auditor.Id, default(MemberId) })
        {
            Assert.Equal([IncidentErrors.OwnerOutsideTeam], (await app.SendAsync(owner, new ProposeHandOver(number, 1, nobody, "x"))).Refusals);
        }

        Assert.Equal([SharedErrors.Required.On("Owner")], (await app.SendAsync(owner, new ProposeHandOver(number, 1, null, "x"))).Refusals);
        Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(owner, new ProposeHandOver(number, 1, colleague.Id, ""))).Refusals);
        Done(await app.SendAsync(supervisor, new ProposeHandOver(number, 1, colleague.Id, "The owner is ill")));
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(supervisor, new AnswerHandOver(number, 1, Accept: true, null))).Refusals);
    }

    [SkippableFact]
    public async Task A_supervisor_assigns_at_once_with_a_reason_and_who_had_it_is_told()
    {
        var (owner, colleague, number) = await LoggedAsync();
        var supervisor = await app.JoinAsync(Role.Supervisor, owner.Teams[0]);
        await ProposeAsync(owner, number, supervisor);

        Assert.Equal([AccessErrors.NotYours], (await app.SendAsync(owner, new AssignIncident(number, 1, colleague.Id, "x"))).Refusals);
        Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(supervisor, new AssignIncident(number, 1, colleague.Id, null))).Refusals);
        Done(await app.SendAsync(supervisor, new AssignIncident(number, 1, colleague.Id, "The owner is in hospital")));

        Assert.Equal(colleague.Id, await OwnerOfAsync(number));
        Assert.Contains((await app.SendAsync(owner, new MyNotices())).Value.Lines, n => n.Kind == NoticeKind.IncidentTaken);
        Assert.Equal([AccessErrors.Settled], (await app.SendAsync(supervisor, new AnswerHandOver(number, 1, Accept: true, null))).Refusals);
        Assert.Contains((await app.SendAsync(owner, new GetAccessHistory(number))).Value, e => e.Kind == AccessEventKind.AssignedAtOnce && e.Whom == colleague.DisplayName && e.Reason == "The owner is in hospital");
    }

    private static void Done(Result answer) => Assert.Empty(answer.Refusals);

    private async Task ProposeAsync(Actor by, string number, Actor to) =>
        Done(await app.SendAsync(by, new ProposeHandOver(number, await app.StoredAsync(db => db.Incidents.Where(i => i.Number == number).Select(i => i.Version).SingleAsync()), to.Id, "Knows the region")));

    private Task<MemberId> OwnerOfAsync(string number) => app.StoredAsync(db => db.Incidents.Where(i => i.Number == number).Select(i => i.OwnerId).SingleAsync());

    private async Task<(Actor Owner, Actor Colleague, string Number)> LoggedAsync()
    {
        var team = await app.FoundTeamAsync();
        var owner = await app.JoinAsync(Role.CaseWorker, team);
        return (owner, await app.JoinAsync(Role.CaseWorker, team), (await app.SendAsync(owner, AnIncident())).Value);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : HandOverTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : HandOverTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
