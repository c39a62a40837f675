using CaseTracker.Application.Access;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
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
    public async Task The_owner_needs_no_reason_and_breaks_no_glass()
    {
        var (worker, number) = await LoggedAsync();

        Assert.Equal("Citlali Ocampo Reyes", (await app.SendAsync(worker, new OpenIdentity(number, await PersonOfAsync(worker, number), null))).Value.Name);

        var access = (await app.SendAsync(worker, new GetIdentityAccess(number))).Value;
        Assert.Equal((IdentityDoor.Open, null, 0), (access.Door, access.OpenUntil, access.Openings.Count));
    }

    [SkippableTheory]
    [InlineData(Role.CaseWorker)]
    [InlineData(Role.Supervisor)]
    public async Task Others_who_work_on_it_break_the_glass_with_a_reason_and_the_owner_is_told(Role role)
    {
        var (worker, number) = await LoggedAsync();
        var person = await PersonOfAsync(worker, number);
        var colleague = await app.JoinAsync(role, worker.Teams[0]);

        Assert.Equal(IdentityDoor.BehindGlass, (await app.SendAsync(colleague, new GetIdentityAccess(number))).Value.Door);
        Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(colleague, new OpenIdentity(number, person, " "))).Refusals);
        Assert.Equal(["Reason"], (await app.SendAsync(colleague, new OpenIdentity(number, person, new string('x', 501)))).Refusals.Select(r => r.Field));
        Assert.Equal("Citlali Ocampo Reyes", (await app.SendAsync(colleague, new OpenIdentity(number, person, "To call about the hearing"))).Value.Name);

        var opening = Assert.Single((await app.SendAsync(worker, new GetIdentityAccess(number))).Value.Openings);
        Assert.Equal((colleague.DisplayName, "To call about the hearing"), (opening.By, opening.Reason));
        Assert.Contains((await app.SendAsync(worker, new GetAccessHistory(number))).Value, e => e.Kind == AccessEventKind.IdentityOpened && e.Reason == "To call about the hearing");
        Assert.Contains((await app.SendAsync(worker, new MyNotices())).Value.Lines, n => n.Kind == NoticeKind.IdentityOpened && n.Number == number);
        Assert.Equal(1, await app.StoredAsync(db => db.OutgoingMail.CountAsync(m => m.MemberId == worker.Id)));
    }

    [SkippableFact]
    public async Task The_glass_stays_broken_for_an_hour()
    {
        var (worker, number) = await LoggedAsync();
        var person = await PersonOfAsync(worker, number);
        var colleague = await app.JoinAsync(Role.CaseWorker, worker.Teams[0]);
        Assert.True((await app.SendAsync(colleague, new OpenIdentity(number, person, "To call"))).IsSuccess);
        try
        {
            app.Clock.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromTicks(1));
            Assert.True((await app.SendAsync(colleague, new OpenIdentity(number, person, null))).IsSuccess);

            app.Clock.Advance(TimeSpan.FromTicks(1));
            Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(colleague, new OpenIdentity(number, person, null))).Refusals);
            Assert.Single((await app.SendAsync(worker, new MyNotices())).Value.Lines, n => n.Kind == NoticeKind.IdentityOpened);
        }
        finally
        {
            app.Clock.Set(FixedClock.Start);
        }
    }

    [SkippableTheory]
    [InlineData(GrantLevel.Read, IdentityDoor.Closed)]
    [InlineData(GrantLevel.Work, IdentityDoor.BehindGlass)]
    [InlineData(GrantLevel.Identities, IdentityDoor.Open)]
    public async Task A_named_person_opens_what_they_were_named_for(GrantLevel level, IdentityDoor door)
    {
        var (worker, number) = await LoggedAsync();
        var person = await PersonOfAsync(worker, number);
        var named = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        Assert.Empty((await app.SendAsync(worker, new GiveAccess(number, named.Id, level, new DateOnly(2026, 3, 20), "Interprets"))).Refusals);

        Assert.Equal(door, (await app.SendAsync(named, new GetIdentityAccess(number))).Value.Door);
        Assert.Equal(door == IdentityDoor.Open, (await app.SendAsync(named, new OpenIdentity(number, person, null))).IsSuccess);
        Assert.Equal(door == IdentityDoor.Closed ? [AccessErrors.ReadOnly] : [], (await app.SendAsync(named, new OpenIdentity(number, person, "To call"))).Refusals);
    }

    [SkippableFact]
    public async Task Somebody_of_another_incident_is_not_found_through_this_one()
    {
        var (worker, number) = await LoggedAsync();
        var (stranger, theirs) = await LoggedAsync();
        var person = (await app.SendAsync(worker, new GetPeople(number))).Value[0].Person!.Value;

        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new OpenIdentity(theirs, person, "Guessing"))).Refusals);
    }

    private async Task<PersonId> PersonOfAsync(Actor actor, string number) => (await app.SendAsync(actor, new GetPeople(number))).Value[0].Person!.Value;

    private async Task<(Actor Worker, string Number)> LoggedAsync()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        return (worker, (await app.SendAsync(worker, AnIncident())).Value);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : OpenIdentityTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : OpenIdentityTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
