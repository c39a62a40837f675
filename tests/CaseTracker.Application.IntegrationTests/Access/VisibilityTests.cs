using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.People;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Access;

/// <summary>What a query sees that forgot to ask who is looking.</summary>
public abstract class VisibilityTests(UseCases app)
{
    public enum Reader
    {
        Owner,
        OwnerOutsideTheTeam,
        Teammate,
        SupervisorOfTheTeam,
        WorkerOfAnotherTeam,
        SupervisorOfAnotherTeam,
        AuditorOfTheTeam,
        AdministratorOfTheTeam,
        Nobody,
        System,
    }

    [SkippableTheory]
    [InlineData(Reader.Owner, true)]
    [InlineData(Reader.OwnerOutsideTheTeam, true)]
    [InlineData(Reader.Teammate, true)]
    [InlineData(Reader.SupervisorOfTheTeam, true)]
    [InlineData(Reader.System, true)]
    [InlineData(Reader.WorkerOfAnotherTeam, false)]
    [InlineData(Reader.SupervisorOfAnotherTeam, false)]
    [InlineData(Reader.AuditorOfTheTeam, false)]
    [InlineData(Reader.AdministratorOfTheTeam, false)]
    [InlineData(Reader.Nobody, false)]
    public async Task Shows_an_incident_and_its_people_to_those_who_work_on_it(Reader reader, bool sees)
    {
        var team = await app.FoundTeamAsync();
        var owner = await app.JoinAsync(Role.CaseWorker, team);
        var number = (await app.SendAsync(owner, AnIncident())).Value;
        var actor = await AsAsync(reader, owner, team);
        var person = await app.StoredAsync(db => PersonOf(db, number));

        Assert.Equal(sees, await app.ReadAsync(actor, db => db.Incidents.AnyAsync(i => i.Number == number)));
        Assert.Equal(sees, await app.ReadAsync(actor, db => db.People.AnyAsync(p => p.Id == person)));
        Assert.Equal(sees ? 1 : 0, await app.ReadAsync(actor, db => db.Incidents.Where(i => i.Number == number).SelectMany(i => i.Acts).CountAsync()));
    }

    [SkippableFact]
    public async Task Keeps_a_person_recorded_by_oneself_in_sight_after_the_incident_went_to_another_team()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var number = (await app.SendAsync(worker, AnIncident())).Value;
        var person = await app.StoredAsync(db => PersonOf(db, number));
        await GiveAwayAsync(number);

        Assert.False(await app.ReadAsync(worker, db => db.Incidents.AnyAsync(i => i.Number == number)));
        Assert.True(await app.ReadAsync(worker, db => db.People.AnyAsync(p => p.Id == person)));
    }

    [SkippableFact]
    public async Task Refuses_a_person_whom_the_actor_does_not_see_like_one_who_does_not_exist()
    {
        var number = (await app.SendAsync(await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync()), AnIncident())).Value;
        var hidden = await app.StoredAsync(db => PersonOf(db, number));
        var stranger = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());

        var invisible = await app.SendAsync(stranger, AnIncident() with { Victims = [Known(hidden)] });
        var missing = await app.SendAsync(stranger, AnIncident() with { Victims = [Known(PersonId.New(FixedClock.Start))] });

        Assert.Equal([PersonErrors.NotOnRecord.On("Victims[0].Person")], invisible.Refusals);
        Assert.Equal(missing.Refusals, invisible.Refusals);
    }

    [SkippableTheory]
    [InlineData(Role.Auditor, true)]
    [InlineData(Role.Administrator, false)]
    public async Task Shows_the_trail_to_auditors_and_not_to_administrators(Role role, bool sees)
    {
        await app.SendAsync(await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync()), AnIncident());

        Assert.Equal(sees, await app.ReadAsync(await app.JoinAsync(role), db => db.Trail.AnyAsync()));
    }

    private static async Task<PersonId> PersonOf(CaseTrackerDbContext db, string number) =>
        (await db.Incidents.Where(i => i.Number == number).SelectMany(i => i.Victims).SingleAsync()).PersonId!.Value;

    private async Task<Actor> AsAsync(Reader reader, Actor owner, TeamId team) => reader switch
    {
        Reader.Owner => owner,
        Reader.OwnerOutsideTheTeam => Actor.Member(owner.Id!.Value, Role.CaseWorker, [], owner.DisplayName),
        Reader.Teammate => await app.JoinAsync(Role.CaseWorker, team),
        Reader.SupervisorOfTheTeam => await app.JoinAsync(Role.Supervisor, team),
        Reader.WorkerOfAnotherTeam => await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync()),
        Reader.SupervisorOfAnotherTeam => await app.JoinAsync(Role.Supervisor, await app.FoundTeamAsync()),
        Reader.AuditorOfTheTeam => await app.JoinAsync(Role.Auditor, team),
        Reader.AdministratorOfTheTeam => await app.JoinAsync(Role.Administrator, team),
        Reader.Nobody => Actor.Nobody,
        Reader.System => Actor.System(),
        _ => throw new ArgumentOutOfRangeException(nameof(reader)),
    };

    private async Task GiveAwayAsync(string number)
    {
        var team = await app.FoundTeamAsync();
        var owner = await app.JoinAsync(Role.CaseWorker, team);
        await app.StoredAsync(async db =>
        {
            var incident = await db.Incidents.Whole().SingleAsync(i => i.Number == number);
            Assert.True(incident.Assign(owner.Id!.Value, team, new(owner.Id.Value, FixedClock.Start)).IsSuccess);
            return await db.SaveChangesAsync();
        });
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : VisibilityTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : VisibilityTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
