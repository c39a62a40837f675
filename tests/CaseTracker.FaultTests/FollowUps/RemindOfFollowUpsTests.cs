using CaseTracker.Application.FollowUps;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.FaultTests.FollowUps;

public abstract class RemindOfFollowUpsTests(UseCases app)
{
    [SkippableFact]
    public async Task Several_nodes_at_once_announce_each_occasion_once()
    {
        var worker = await app.WorkerAsync();
        var (_, first) = await app.ScheduleAsync(worker);
        var incident = await app.StoredAsync(db => db.FollowUps.Where(f => f.Id == first).Select(f => f.IncidentId).SingleAsync());
        List<FollowUpId> followUps = [first];
        for (var i = 0; i < 19; i++)
        {
            followUps.Add(await app.ScheduleAsync(worker, incident, dueInDays: i % 2));
        }

        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(app.RemindAsync)));
        var again = await app.RemindAsync();

        var notices = await app.StoredAsync(db => db.Notices.Where(n => n.FollowUpId != null && followUps.Contains(n.FollowUpId.Value)).ToListAsync());
        Assert.Equal(followUps.Order(ById), notices.Select(n => n.FollowUpId!.Value).Order(ById));
        Assert.Equal(0, again);
        Assert.True(counts.Sum() >= followUps.Count, $"Announced {counts.Sum()}");
        var ids = notices.ConvertAll(n => n.Id);
        Assert.Equal(followUps.Count, await app.StoredAsync(db => db.OutgoingMail.CountAsync(m => ids.Contains(m.NoticeId))));
    }

    [SkippableFact]
    public async Task A_clock_that_jumps_a_day_to_and_fro_repeats_nothing()
    {
        var start = app.Clock.GetUtcNow();
        var worker = await app.WorkerAsync();
        var (_, followUp) = await app.ScheduleAsync(worker, dueInDays: 3);
        int[] jumps = [0, 1, 2, 3, 2, 3, 4, 3, 4, 5, 4, 2, 3, 4, 10, 11, 12, 11, 12, 10];
        try
        {
            foreach (var day in jumps)
            {
                app.Clock.Set(start.AddDays(day));
                await app.RemindAsync();
                await app.RemindAsync();
            }

            var notices = await app.NoticesAsync(followUp);
            Assert.Equal(
                [NoticeKind.FollowUpDueSoon, NoticeKind.FollowUpDue, NoticeKind.FollowUpOverdue, NoticeKind.FollowUpOverdue],
                notices.Select(n => n.Kind).Order());
        }
        finally
        {
            app.Clock.Set(start);
        }
    }

    [SkippableFact]
    public async Task A_follow_up_first_seen_late_gets_the_newest_announcement_only()
    {
        var start = app.Clock.GetUtcNow();
        var worker = await app.WorkerAsync();
        var (_, followUp) = await app.ScheduleAsync(worker, dueInDays: 1);
        try
        {
            app.Clock.Set(start.AddDays(40));
            await app.RemindAsync();
            await app.RemindAsync();

            var notice = Assert.Single(await app.NoticesAsync(followUp));
            Assert.Equal(NoticeKind.FollowUpOverdue, notice.Kind);
        }
        finally
        {
            app.Clock.Set(start);
        }
    }

    [SkippableFact]
    public async Task Whoever_left_is_not_told_and_the_supervisor_is()
    {
        var team = await app.FoundTeamAsync();
        var worker = await app.JoinAsync(Role.CaseWorker, team);
        var supervisor = await app.JoinAsync(Role.Supervisor, team);
        var (_, followUp) = await app.ScheduleAsync(worker);
        await app.StoredAsync(async db =>
        {
            var member = await db.Members.Include(m => m.Memberships).SingleAsync(m => m.Id == worker.Id);
            member.Change(member.DisplayName, member.Role, member.Teams, active: false, app.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        await app.RemindAsync();

        Assert.Equal(supervisor.Id, Assert.Single(await app.NoticesAsync(followUp)).MemberId);
    }

    [SkippableFact]
    public async Task Nobody_of_another_team_is_told_and_nothing_is_stored_where_nobody_is_left()
    {
        var worker = await app.WorkerAsync();
        var (_, followUp) = await app.ScheduleAsync(worker);
        await app.JoinAsync(Role.Supervisor, await app.FoundTeamAsync());
        await app.StoredAsync(async db =>
        {
            var member = await db.Members.Include(m => m.Memberships).SingleAsync(m => m.Id == worker.Id);
            member.Change(member.DisplayName, Role.Administrator, member.Teams, active: true, app.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        await app.RemindAsync();

        Assert.Empty(await app.NoticesAsync(followUp));
    }

    [SkippableFact]
    public async Task Every_reminder_leaves_its_line_in_the_trail()
    {
        var worker = await app.WorkerAsync();
        var (number, _) = await app.ScheduleAsync(worker);

        await app.RemindAsync();

        var line = await app.StoredAsync(db => db.Trail.SingleAsync(e => e.Subject == number && e.Action == nameof(AnnounceFollowUp)));
        Assert.Equal(((MemberId?)null, nameof(NoticeKind.FollowUpDue)), (line.ActorId, line.Detail));
    }

    [SkippableFact]
    public async Task No_person_may_announce()
    {
        var worker = await app.WorkerAsync();
        var (_, followUp) = await app.ScheduleAsync(worker);

        Assert.False((await app.SendAsync(worker, new AnnounceFollowUp(followUp))).IsSuccess);
        Assert.Empty(await app.NoticesAsync(followUp));
    }

    private static readonly Comparer<FollowUpId> ById = Comparer<FollowUpId>.Create((a, b) => a.Value.CompareTo(b.Value));

    public sealed class OnSqlite(UseCasesOnSqlite app) : RemindOfFollowUpsTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : RemindOfFollowUpsTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
