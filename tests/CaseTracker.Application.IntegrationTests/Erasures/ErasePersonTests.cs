using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Erasures;

public abstract class ErasePersonTests(UseCases app)
{
    [SkippableFact]
    public async Task Nobody_opens_finds_describes_or_records_again_who_they_were()
    {
        var one = await Erasing.OfAsync(app, AnIncident() with { Victims = [AVictim("Nicté Balam Couoh") with { Aliases = "La Güera", Contact = "+52 55 5555 0199" }] });
        var other = await Erasing.OfAsync(app);
        var victim = await one.VictimAsync();
        Assert.Equal("Nicté Balam Couoh", Erasing.Valid(await app.SendAsync(one.Owner, new OpenIdentity(one.Number, victim.Person!.Value, null))).Name);

        await one.ErasePersonAsync();

        Assert.Equal([ErasureErrors.PersonAlreadyErased], (await app.SendAsync(one.Owner, new OpenIdentity(one.Number, victim.Person!.Value, null))).Refusals);
        Assert.Empty(Erasing.Valid(await app.SendAsync(one.Owner, new ListIncidents(new IncidentFilter { Text = "Balam" }))).Rows);
        Assert.False(Erasing.Valid(await app.SendAsync(one.Owner, new FindPossibleDuplicates(IncidentId.New(app.Clock.GetUtcNow()), ["Nicté Balam Couoh"], NoDate, null, null, []))).Any);
        Assert.Equal([ErasureErrors.PersonAlreadyErased], (await app.SendAsync(one.Owner, new DescribePerson(one.Number, victim.Person.Value, victim.Version + 1, null, null, false, []))).Refusals);
        Assert.Equal([ErasureErrors.PersonErased.On("Pseudonym")], (await app.SendAsync(one.Owner, new AddVictim(await one.LogAsync(), 1, victim.Pseudonym, AnUnknownVictim()))).Refusals);
        Assert.Equal(["erasure.person_erased"], (await app.SendAsync(one.Owner, AnIncident() with { Victims = [Known(victim.Person.Value)] })).Refusals.Select(r => r.Code));
        Assert.Equal("Threats after a press conference", Erasing.Valid(await app.SendAsync(one.Owner, new GetIncidentHeader(one.Number))).Title);
        Assert.Equal((victim.Pseudonym, victim.Gender, app.Clock.GetUtcNow()), ((await one.VictimAsync()).Pseudonym, (await one.VictimAsync()).Gender, (await one.VictimAsync()).ErasedAt));
        Assert.Null((await other.VictimAsync()).ErasedAt);
    }

    [SkippableFact]
    public async Task What_was_typed_of_them_before_it_was_logged_goes_too()
    {
        var typed = AnIncident();
        var team = await app.FoundTeamAsync();
        var owner = await app.JoinAsync(Role.CaseWorker, team);
        Erasing.Valid(await app.SendAsync(owner, new SaveDraft(typed.Key, "{\"Victims[0].Name\":\"Citlali\"}")));
        var one = new Erasing(app, owner, await app.JoinAsync(Role.Supervisor, team), Erasing.Valid(await app.SendAsync(owner, typed)));

        await one.ErasePersonAsync();

        Assert.False(await one.StandsAsync(KeyOwner.OfDraft(typed.Key)));
        Assert.True(await one.StandsAsync(KeyOwner.Of(IncidentId.From(typed.Key))));
    }

    [SkippableFact]
    public async Task It_holds_in_every_incident_and_their_owners_are_told()
    {
        var one = await Erasing.OfAsync(app);
        var colleague = await app.JoinAsync(Role.CaseWorker, one.Owner.Teams[0]);
        var theirs = await one.LogAgainAsync(colleague);

        await one.ErasePersonAsync();

        Assert.NotNull((await one.VictimAsync(theirs)).ErasedAt);
        Assert.Equal(NoticeKind.IdentityErased, Erasing.Valid(await app.SendAsync(one.Owner, new MyNotices())).Lines[0].Kind);
        Assert.Equal((NoticeKind.IdentityErased, theirs), (Erasing.Valid(await app.SendAsync(colleague, new MyNotices())).Lines[0].Kind, Erasing.Valid(await app.SendAsync(colleague, new MyNotices())).Lines[0].Number));
        var history = Erasing.Valid(await app.SendAsync(one.Owner, new GetHistory(one.Number)));
        Assert.Contains(history.Trail, l => l.Action == nameof(ErasePerson) && l.Detail == $"{one.Number} Request");
        Assert.Contains(history.Trail, l => l.Action == FinishErasures.Action);
    }

    [SkippableFact]
    public async Task Asks_for_the_pseudonym_and_happens_once()
    {
        var one = await Erasing.OfAsync(app);
        var victim = await one.VictimAsync();
        Assert.Equal([ErasureErrors.PseudonymDiffers, ErasureErrors.NotUnderstood], (await app.SendAsync(one.Supervisor, new ErasePerson(one.Number, victim.Person!.Value, ErasureGround.Request, one.Number, Understood: false))).Refusals);
        Assert.Equal([SharedErrors.Forbidden], (await app.SendAsync(one.Owner, new ErasePerson(one.Number, victim.Person.Value, ErasureGround.Request, victim.Pseudonym, Understood: true))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(one.Supervisor, new ErasePerson(one.Number, new(Guid.CreateVersion7()), ErasureGround.Request, "x", Understood: true))).Refusals);

        await one.ErasePersonAsync();

        Assert.Equal([ErasureErrors.PersonAlreadyErased], (await app.SendAsync(one.Supervisor, new ErasePerson(one.Number, victim.Person.Value, ErasureGround.Request, victim.Pseudonym, Understood: true))).Refusals);
        Assert.Equal(1, await app.StoredAsync(db => db.Erasures.CountAsync(e => e.Number == one.Number)));
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : ErasePersonTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : ErasePersonTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
