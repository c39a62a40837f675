using CaseTracker.Application.Access;
using CaseTracker.Application.FollowUps;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Access;

/// <summary>Whoever lets somebody in as a member, or gives a member more to read, is told of.</summary>
public abstract class AccessNoticeTests(UseCases app)
{
    [SkippableTheory]
    [InlineData(NoticeKind.SignInReset)]
    [InlineData(NoticeKind.SetUpLinkMade)]
    public async Task A_reset_and_a_new_link_are_told_to_the_supervisors_the_auditors_and_the_member(NoticeKind kind)
    {
        var (team, other) = (await app.FoundTeamAsync(), await app.FoundTeamAsync());
        var member = await InvitedAsync(Role.CaseWorker, team);
        var (supervisor, stranger, auditor) = (await app.JoinAsync(Role.Supervisor, team), await app.JoinAsync(Role.Supervisor, other), await app.JoinAsync(Role.Auditor));
        var (teammate, administrator) = (await app.JoinAsync(Role.CaseWorker, team), await app.JoinAsync(Role.Administrator));

        Assert.True((await (kind == NoticeKind.SignInReset ? app.SendAsync(administrator, new ResetSecondFactor(member)) : app.SendAsync(administrator, new InviteAgain(member)))).IsSuccess);

        foreach (var told in new[] { supervisor, auditor, Actor.Member(member, Role.CaseWorker, [team], "") })
        {
            Assert.Equal([(kind, null)], await ToldAsync(told, member));
        }

        foreach (var untold in new[] { stranger, teammate, administrator })
        {
            Assert.Empty(await ToldAsync(untold, member));
        }

        Assert.True((await app.SendAsync(supervisor, new MyNotices())).Value.Lines is [{ IsOwn: false, Who: { Length: > 0 }, Number: null }]);
        Assert.True((await app.SendAsync(Actor.Member(member, Role.CaseWorker, [team], ""), new MyNotices())).Value.Lines is [{ IsOwn: true }]);
        Assert.Equal(new UnseenNotices(1, OwnAccess: false), (await app.SendAsync(supervisor, new CountNotices())).Value);
        Assert.Equal(new UnseenNotices(1, OwnAccess: true), (await app.SendAsync(Actor.Member(member, Role.CaseWorker, [team], ""), new CountNotices())).Value);
    }

    [SkippableTheory]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.CaseWorker)]
    public async Task Somebody_new_is_told_of_to_the_supervisors_of_their_team_and_the_auditors(Role role)
    {
        var team = await app.FoundTeamAsync();
        var (supervisor, auditor) = (await app.JoinAsync(Role.Supervisor, team), await app.JoinAsync(Role.Auditor));

        var member = await InvitedAsync(role, team);

        Assert.Equal([(NoticeKind.MemberAdded, role.ToString())], await ToldAsync(supervisor, member));
        Assert.Equal([(NoticeKind.MemberAdded, role.ToString())], await ToldAsync(auditor, member));
        Assert.Empty(await ToldAsync(Actor.Member(member, role, [team], ""), member));
    }

    [SkippableFact]
    public async Task Another_role_and_other_teams_are_told_in_the_teams_left_and_joined_and_the_line_says_which()
    {
        var (left, joined) = (await app.FoundTeamAsync(), await app.FoundTeamAsync());
        var (former, next, auditor) = (await app.JoinAsync(Role.Supervisor, left), await app.JoinAsync(Role.Supervisor, joined), await app.JoinAsync(Role.Auditor));
        var member = await app.JoinAsync(Role.CaseWorker, left);

        await ChangeAsync(member, new(Role.Supervisor, [joined]));

        (NoticeKind, string?)[] expected = [(NoticeKind.RoleChanged, "CaseWorker>Supervisor"), (NoticeKind.TeamsChanged, "joined:1 quit:1")];
        foreach (var told in new[] { former, next, auditor, member })
        {
            Assert.Equal(expected, await ToldAsync(told, member.Id!.Value));
        }

        Assert.Equal("CaseWorker>Supervisor joined:1 quit:1", await LineAsync(member));
    }

    [SkippableFact]
    public async Task Who_may_enter_again_or_no_longer_is_told_of()
    {
        var team = await app.FoundTeamAsync();
        var (supervisor, member) = (await app.JoinAsync(Role.Supervisor, team), await app.JoinAsync(Role.CaseWorker, team));

        await ChangeAsync(member, new(Role.CaseWorker, [team]) { IsActive = false });
        await ChangeAsync(member, new(Role.CaseWorker, [team]));

        Assert.Equal([(NoticeKind.RoleChanged, "CaseWorker>inactive"), (NoticeKind.RoleChanged, "inactive>CaseWorker")], await ToldAsync(supervisor, member.Id!.Value));
    }

    [SkippableFact]
    public async Task Another_name_is_told_to_nobody_and_neither_is_what_was_refused()
    {
        var team = await app.FoundTeamAsync();
        var (supervisor, member) = (await app.JoinAsync(Role.Supervisor, team), await app.JoinAsync(Role.CaseWorker, team));
        var administrator = await app.JoinAsync(Role.Administrator);

        await ChangeAsync(member, new(Role.CaseWorker, [team]));
        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(administrator, new ChangeMember(member.Id!.Value, 99, "Somebody", Role.Supervisor, [team], IsActive: true))).Refusals);

        Assert.Empty(await ToldAsync(supervisor, member.Id!.Value));
        Assert.Equal("CaseWorker", await LineAsync(member));
    }

    [SkippableFact]
    public async Task A_new_link_ends_the_one_before()
    {
        var invited = (await app.SendAsync(Actor.System(), new AddMember("Somebody", $"{Guid.CreateVersion7():N}@example.org", Role.Auditor, "en", []))).Value;
        var again = (await app.SendAsync(await app.JoinAsync(Role.Administrator), new InviteAgain(invited.Member))).Value;
        await using var scope = app.ScopeOf(Actor.System());
        var signIns = scope.ServiceProvider.GetRequiredService<ISignIns>();

        Assert.Equal([SignInErrors.LinkSpent], (await signIns.SetUpAsync(invited.Member, invited.Code, "correct horse battery staple", default)).Refusals);
        Assert.Empty((await signIns.SetUpAsync(invited.Member, again.Code, "correct horse battery staple", default)).Refusals);
    }

    private async Task ChangeAsync(Actor member, Standing to)
    {
        var administrator = await app.JoinAsync(Role.Administrator);
        var version = await app.StoredAsync(db => db.Members.Where(m => m.Id == member.Id).Select(m => m.Version).SingleAsync());
        Assert.Empty((await app.SendAsync(administrator, new ChangeMember(member.Id!.Value, version, "Another name", to.Role, to.Teams, to.IsActive))).Refusals);
    }

    private async Task<MemberId> InvitedAsync(Role role, TeamId team)
    {
        var name = await app.StoredAsync(db => db.Teams.Where(t => t.Id == team).Select(t => t.Name).SingleAsync());
        return (await app.SendAsync(Actor.System(), new AddMember("Somebody", $"{Guid.CreateVersion7():N}@example.org", role, "en", [name]))).Value.Member;
    }

    private async Task<List<(NoticeKind Kind, string? Detail)>> ToldAsync(Actor reader, MemberId about)
    {
        var (subject, id) = (about.Value.ToString("N"), reader.Id!.Value);
        var told = await app.StoredAsync(db => db.Notices.Where(n => n.MemberId == id && n.Subject == subject).OrderBy(n => n.At).ThenBy(n => n.Kind).ToListAsync());
        return [.. told.Select(n => (n.Kind, n.Detail))];
    }

    private Task<string?> LineAsync(Actor member)
    {
        var subject = member.Id!.Value.Value.ToString("N");
        return app.StoredAsync(db => db.Trail.Where(e => e.Subject == subject && e.Action == nameof(ChangeMember) && e.Outcome == Domain.Audit.AuditOutcome.Done).OrderByDescending(e => e.Sequence).Select(e => e.Detail).FirstAsync());
    }

    private sealed record Standing(Role Role, IReadOnlyList<TeamId> Teams)
    {
        public bool IsActive { get; init; } = true;
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : AccessNoticeTests(app), IClassFixture<UseCasesOnSqlite>
    {
        [Fact]
        public async Task Where_nobody_watches_the_other_administrators_are_told()
        {
            var small = new UseCasesOnSqlite();
            await small.InitializeAsync();
            var (administrator, colleague) = (await small.JoinAsync(Role.Administrator), await small.JoinAsync(Role.Administrator));

            var member = (await small.SendAsync(administrator, new AddMember("Somebody", "somebody@example.org", Role.CaseWorker, "en", []))).Value.Member;

            var subject = member.Value.ToString("N");
            Assert.Equal([colleague.Id!.Value], await small.StoredAsync(db => db.Notices.Where(n => n.Subject == subject).Select(n => n.MemberId).ToListAsync()));
            await small.DisposeAsync();
        }
    }

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : AccessNoticeTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
