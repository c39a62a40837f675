using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Testing;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Incidents;

/// <summary>Whoever may know who the victims of an incident are finds it by a name, and nobody else does.</summary>
public abstract class FindByNameTests(UseCases app)
{
    private const string Name = "Xóchitl Núñez Zapoteca";

    private DateOnly Today => DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);

    [SkippableFact]
    public async Task The_owner_finds_and_the_team_and_its_supervisor_do_not()
    {
        var (owner, number) = await LoggedAsync();

        Assert.True(await FindsAsync(owner, number));
        Assert.False(await FindsAsync(await app.JoinAsync(Role.CaseWorker, owner.Teams[0]), number));
        Assert.False(await FindsAsync(await app.JoinAsync(Role.Supervisor, owner.Teams[0]), number));
    }

    [SkippableTheory]
    [InlineData(GrantLevel.Read, false)]
    [InlineData(GrantLevel.Work, false)]
    [InlineData(GrantLevel.Identities, true)]
    public async Task Who_is_named_finds_it_if_they_were_named_for_identities_until_that_ends(GrantLevel level, bool finds)
    {
        var (owner, number) = await LoggedAsync();
        var named = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        await GiveAsync(owner, number, named, level);
        Assert.Equal(finds, await FindsAsync(named, number));

        app.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Empty(await FoundAsync(named, Name));
    }

    [SkippableFact]
    public async Task What_was_taken_back_is_found_no_more()
    {
        var (owner, number) = await LoggedAsync();
        var colleague = await app.JoinAsync(Role.CaseWorker, owner.Teams[0]);
        await GiveAsync(owner, number, colleague, GrantLevel.Identities);
        Assert.True(await FindsAsync(colleague, number));

        Assert.Empty((await app.SendAsync(owner, new RevokeAccess(number, 1))).Refusals);
        Assert.False(await FindsAsync(colleague, number));
    }

    [SkippableFact]
    public async Task Who_broke_the_glass_finds_it_for_that_hour()
    {
        var (owner, number) = await LoggedAsync();
        var colleague = await app.JoinAsync(Role.CaseWorker, owner.Teams[0]);
        var person = (await app.SendAsync(colleague, new GetPeople(number))).Value[0].Person!.Value;
        Assert.Empty((await app.SendAsync(colleague, new OpenIdentity(number, person, "To call her at work"))).Refusals);
        Assert.True(await FindsAsync(colleague, number));
        Assert.False(await FindsAsync(await app.JoinAsync(Role.CaseWorker, owner.Teams[0]), number));

        app.Clock.Advance(IdentityOpening.Lasts);
        Assert.False(await FindsAsync(colleague, number));
    }

    [SkippableFact]
    public async Task Who_broke_the_glass_and_may_now_only_read_finds_it_no_more()
    {
        var (owner, number) = await LoggedAsync();
        var named = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        await GiveAsync(owner, number, named, GrantLevel.Work);
        var person = (await app.SendAsync(named, new GetPeople(number))).Value[0].Person!.Value;
        Assert.Empty((await app.SendAsync(named, new OpenIdentity(number, person, "To call her at work"))).Refusals);
        Assert.True(await FindsAsync(named, number));

        await GiveAsync(owner, number, named, GrantLevel.Read);
        Assert.False(await FindsAsync(named, number));
    }

    private async Task<(Actor Owner, string Number)> LoggedAsync()
    {
        var owner = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var logged = await app.SendAsync(owner, AnIncident() with { Victims = [AVictim(Name)] });
        Assert.Empty(logged.Refusals);
        return (owner, logged.Value);
    }

    private async Task GiveAsync(Actor owner, string number, Actor member, GrantLevel level) =>
        Assert.Empty((await app.SendAsync(owner, new GiveAccess(number, member.Id, level, Today.AddDays(1), "Interprets for the family"))).Refusals);

    /// <summary>By name; that they see it at all is asserted, so that not finding is not for want of seeing.</summary>
    private async Task<bool> FindsAsync(Actor reader, string number)
    {
        Assert.Equal([number], await FoundAsync(reader, number));
        return (await FoundAsync(reader, Name)).Contains(number);
    }

    private async Task<List<string>> FoundAsync(Actor reader, string text)
    {
        var page = await app.SendAsync(reader, new ListIncidents(new IncidentFilter { Text = text }));
        Assert.Empty(page.Refusals);
        return [.. page.Value.Rows.Select(r => r.Number)];
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : FindByNameTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : FindByNameTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
