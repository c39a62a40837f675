using CaseTracker.Application.Access;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.People;

/// <summary>Who reads a pseudonym can name it in an incident of their own: that opens nothing.</summary>
public abstract class WalkAroundTheGlassTests(UseCases app)
{
    private const string Name = "Citlali Ocampo Reyes";

    [SkippableTheory]
    [InlineData(Role.CaseWorker, false)]
    [InlineData(Role.CaseWorker, true)]
    [InlineData(Role.Supervisor, false)]
    public async Task Naming_somebody_in_an_incident_of_ones_own_asks_for_a_reason_and_tells_the_owner_of_the_other(Role role, bool later)
    {
        var (worker, number) = await LoggedAsync();
        var colleague = await app.JoinAsync(role, worker.Teams[0]);
        var own = await NamedAsync(colleague, worker, number, later);
        var person = await PersonOfAsync(worker, number);

        Assert.Equal((IdentityDoor.BehindGlass, true), (await app.SendAsync(colleague, new GetIdentityAccess(own, person))).Value is var access ? (access.Door, access.IsOfPerson) : default);
        Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(colleague, new OpenIdentity(own, person, null))).Refusals);
        Assert.DoesNotContain((await app.SendAsync(worker, new MyNotices())).Value.Lines, n => n.Kind == NoticeKind.IdentityOpened);

        Assert.Equal(Name, (await app.SendAsync(colleague, new OpenIdentity(own, person, "To call about the hearing"))).Value.Name);
        Assert.Contains((await app.SendAsync(worker, new MyNotices())).Value.Lines, n => n.Kind == NoticeKind.IdentityOpened && n.Number == number);
        var opening = Assert.Single((await app.SendAsync(worker, new GetIdentityAccess(number))).Value.Openings);
        Assert.Equal((colleague.DisplayName, "To call about the hearing"), (opening.By, opening.Reason));
        Assert.Equal(1, await app.StoredAsync(db => db.OutgoingMail.CountAsync(m => m.MemberId == worker.Id)));
    }

    [SkippableFact]
    public async Task It_lasts_an_hour_and_is_for_that_person_alone()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var number = (await app.SendAsync(worker, AnIncident() with { Victims = [AVictim(), AVictim("Otilia Barrera Nava")], Acts = [AnAct(), AnAct(1)] })).Value;
        var people = (await app.SendAsync(worker, new GetPeople(number))).Value;
        var colleague = await app.JoinAsync(Role.CaseWorker, worker.Teams[0]);
        var own = (await app.SendAsync(colleague, AnIncident() with { Victims = [Known(people[0].Person!.Value), Known(people[1].Person!.Value)], Acts = [AnAct(), AnAct(1)] })).Value;
        Assert.True((await app.SendAsync(colleague, new OpenIdentity(own, people[0].Person!.Value, "To call"))).IsSuccess);
        try
        {
            Assert.True((await app.SendAsync(colleague, new OpenIdentity(own, people[0].Person!.Value, null))).IsSuccess);
            Assert.NotNull((await app.SendAsync(colleague, new GetIdentityAccess(own, people[0].Person))).Value.OpenUntil);
            foreach (var (where, whose) in new[] { (own, people[1]), (number, people[1]) })
            {
                Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(colleague, new OpenIdentity(where, whose.Person!.Value, null))).Refusals);
            }

            app.Clock.Advance(IdentityOpening.Lasts);
            Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(colleague, new OpenIdentity(own, people[0].Person!.Value, null))).Refusals);
        }
        finally
        {
            app.Clock.Set(FixedClock.Start);
        }
    }

    [SkippableFact]
    public async Task Broken_glass_of_an_incident_does_not_open_whom_it_names_by_pseudonym_afterwards()
    {
        var (worker, number) = await LoggedAsync();
        var team = worker.Teams[0];
        var (other, theirs) = await LoggedAsync(team);
        var colleague = await app.JoinAsync(Role.CaseWorker, team);
        Assert.True((await app.SendAsync(colleague, new OpenIdentity(theirs, await PersonOfAsync(other, theirs), "To call"))).IsSuccess);

        await AddAsync(colleague, theirs, await PseudonymOfAsync(worker, number));

        Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(colleague, new OpenIdentity(theirs, await PersonOfAsync(worker, number), null))).Refusals);
    }

    [SkippableFact]
    public async Task Who_recorded_them_notices_nothing_when_others_name_them_or_they_name_them_again()
    {
        var (worker, number) = await LoggedAsync();
        var person = await PersonOfAsync(worker, number);
        await NamedAsync(await app.JoinAsync(Role.CaseWorker, worker.Teams[0]), worker, number, later: false);
        var again = (await app.SendAsync(worker, AnIncident() with { Victims = [Known(person)] })).Value;

        Assert.Equal(Name, (await app.SendAsync(worker, new OpenIdentity(number, person, null))).Value.Name);
        Assert.Equal(Name, (await app.SendAsync(worker, new OpenIdentity(again, person, null))).Value.Name);
        Assert.Equal(0, await app.StoredAsync(db => db.Notices.CountAsync(n => n.Kind == NoticeKind.IdentityOpened && n.MemberId != worker.Id && db.Incidents.Any(i => i.Id == n.IncidentId && i.Number == number))));
    }

    [SkippableFact]
    public async Task Who_was_named_for_the_identities_of_the_one_opens_them_in_their_own()
    {
        var (worker, number) = await LoggedAsync();
        var named = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        Assert.Empty((await app.SendAsync(worker, new GiveAccess(number, named.Id, GrantLevel.Identities, new DateOnly(2026, 3, 20), "Accompanies her"))).Refusals);
        var own = await NamedAsync(named, worker, number, later: false);

        Assert.Equal(Name, (await app.SendAsync(named, new OpenIdentity(own, await PersonOfAsync(worker, number), null))).Value.Name);
    }

    [SkippableFact]
    public async Task Access_to_identities_that_a_colleague_gives_to_their_incident_does_not_reach_whom_it_only_names()
    {
        var (worker, number) = await LoggedAsync();
        var colleague = await app.JoinAsync(Role.CaseWorker, worker.Teams[0]);
        var own = await NamedAsync(colleague, worker, number, later: false);
        var third = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        Assert.Empty((await app.SendAsync(colleague, new GiveAccess(own, third.Id, GrantLevel.Identities, new DateOnly(2026, 3, 20), "Helps"))).Refusals);

        Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(third, new OpenIdentity(own, await PersonOfAsync(worker, number), null))).Refusals);
    }

    [SkippableFact]
    public async Task Of_somebody_recorded_before_it_was_kept_with_which_incident_every_incident_counts()
    {
        var (worker, number) = await LoggedAsync();
        var person = await PersonOfAsync(worker, number);
        var pseudonym = await PseudonymOfAsync(worker, number);
        await app.StoredAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "People" SET "RecordedIn" = NULL WHERE "Pseudonym" = {pseudonym}"""));
        Assert.Equal(Name, (await app.SendAsync(worker, new OpenIdentity(number, person, null))).Value.Name);

        var colleague = await app.JoinAsync(Role.CaseWorker, worker.Teams[0]);
        var own = await NamedAsync(colleague, worker, number, later: false);

        Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(colleague, new OpenIdentity(own, person, null))).Refusals);
        Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(worker, new OpenIdentity(number, person, null))).Refusals);
    }

    [SkippableFact]
    public async Task Where_the_incident_of_the_recording_was_erased_everybody_is_asked_for_a_reason_and_those_who_led_it_are_told()
    {
        var (worker, number) = await LoggedAsync();
        var supervisor = await app.JoinAsync(Role.Supervisor, worker.Teams[0]);
        var stranger = await app.JoinAsync(Role.Supervisor, await app.FoundTeamAsync());
        var person = await PersonOfAsync(worker, number);
        var (colleague, third) = (await app.JoinAsync(Role.CaseWorker, worker.Teams[0]), await app.JoinAsync(Role.CaseWorker, worker.Teams[0]));
        var own = await NamedAsync(colleague, worker, number, later: false);
        Assert.True((await app.SendAsync(supervisor, new EraseIncident(number, ErasureGround.Danger, number, true))).IsSuccess);

        Assert.Equal((IdentityDoor.BehindGlass, true), (await app.SendAsync(colleague, new GetIdentityAccess(own, person))).Value is var access ? (access.Door, access.IsOfPerson) : default);
        Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(colleague, new OpenIdentity(own, person, null))).Refusals);
        Assert.Empty(await FoundAsync(colleague, Name));

        var theirs = (await app.SendAsync(third, AnIncident() with { Victims = [Known(person)] })).Value;
        Assert.Equal(Name, (await app.SendAsync(colleague, new OpenIdentity(own, person, "To call about the hearing"))).Value.Name);
        Assert.Contains((await app.SendAsync(third, new MyNotices())).Value.Lines, n => n.Kind == NoticeKind.IdentityOpened && n.Number == theirs);
        foreach (var told in new[] { supervisor, worker })
        {
            Assert.Single((await app.SendAsync(told, new MyNotices())).Value.Lines, n => n.Kind == NoticeKind.LeftIdentityOpened && n.Number == number);
        }

        Assert.DoesNotContain((await app.SendAsync(stranger, new MyNotices())).Value.Lines, n => n.Kind == NoticeKind.LeftIdentityOpened);
        Assert.DoesNotContain((await app.SendAsync(third, new MyNotices())).Value.Lines, n => n.Kind == NoticeKind.LeftIdentityOpened);
        Assert.Equal("To call about the hearing", Assert.Single((await app.SendAsync(third, new GetIdentityAccess(theirs))).Value.Openings).Reason);
        Assert.Equal([theirs, own], (await FoundAsync(colleague, Name)).OrderDescending());
        Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(third, new OpenIdentity(theirs, person, null))).Refusals);
    }

    [SkippableFact]
    public async Task Who_recorded_them_is_asked_too_once_that_incident_was_erased()
    {
        var (worker, number) = await LoggedAsync();
        var supervisor = await app.JoinAsync(Role.Supervisor, worker.Teams[0]);
        var person = await PersonOfAsync(worker, number);
        var again = (await app.SendAsync(worker, AnIncident() with { Victims = [Known(person)] })).Value;
        Assert.True((await app.SendAsync(worker, new OpenIdentity(again, person, null))).IsSuccess);
        Assert.True((await app.SendAsync(supervisor, new EraseIncident(number, ErasureGround.Danger, number, true))).IsSuccess);

        Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(worker, new OpenIdentity(again, person, null))).Refusals);
        Assert.True((await app.SendAsync(worker, new OpenIdentity(again, person, "To call"))).IsSuccess);
        Assert.Single((await app.SendAsync(supervisor, new MyNotices())).Value.Lines, n => n.Kind == NoticeKind.LeftIdentityOpened && n.Number == number);
    }

    [SkippableFact]
    public async Task A_name_finds_no_incident_that_only_names_the_pseudonym()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        const string name = "Xochitl Barragán Uc";
        var number = (await app.SendAsync(worker, AnIncident() with { Victims = [AVictim(name)] })).Value;
        var colleague = await app.JoinAsync(Role.CaseWorker, worker.Teams[0]);
        var own = await NamedAsync(colleague, worker, number, later: true);

        Assert.Empty(await FoundAsync(colleague, name));
        Assert.Equal([number], await FoundAsync(worker, name));

        Assert.True((await app.SendAsync(colleague, new OpenIdentity(own, await PersonOfAsync(worker, number), "To call"))).IsSuccess);
        Assert.Equal([own, number], (await FoundAsync(colleague, name)).OrderDescending());
    }

    private async Task<List<string>> FoundAsync(Actor reader, string text) =>
        [.. (await app.SendAsync(reader, new ListIncidents(new IncidentFilter { Text = text }))).Value.Rows.Select(r => r.Number)];

    /// <summary>An incident of the reader's own that names somebody of another one by their pseudonym.</summary>
    private async Task<string> NamedAsync(Actor reader, Actor owner, string number, bool later)
    {
        if (!later)
        {
            return (await app.SendAsync(reader, AnIncident() with { Victims = [Known(await PersonOfAsync(owner, number))] })).Value;
        }

        var own = (await app.SendAsync(reader, AnIncident() with { Victims = [AVictim("Leocadia Tun Poot")] })).Value;
        await AddAsync(reader, own, await PseudonymOfAsync(owner, number));
        return own;
    }

    private async Task AddAsync(Actor reader, string number, string pseudonym)
    {
        var version = (await app.SendAsync(reader, new GetIncidentHeader(number))).Value.Version;
        Assert.Empty((await app.SendAsync(reader, new AddVictim(number, version, pseudonym, AnUnknownVictim() with { IsUnknown = false }))).Refusals);
    }

    private async Task<PersonId> PersonOfAsync(Actor actor, string number) => (await app.SendAsync(actor, new GetPeople(number))).Value[0].Person!.Value;

    private async Task<string> PseudonymOfAsync(Actor actor, string number) => (await app.SendAsync(actor, new GetPeople(number))).Value[0].Pseudonym!;

    private async Task<(Actor Worker, string Number)> LoggedAsync(TeamId? team = null)
    {
        var worker = await app.JoinAsync(Role.CaseWorker, team ?? await app.FoundTeamAsync());
        return (worker, (await app.SendAsync(worker, AnIncident())).Value);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : WalkAroundTheGlassTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : WalkAroundTheGlassTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
