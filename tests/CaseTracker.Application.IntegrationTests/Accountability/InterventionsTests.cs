using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Reference;
using CaseTracker.Application.Timelines;
using CaseTracker.Application.Today;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Accountability;

/// <summary>Today is 16 March 2026: what was sent on 1 December 2025 was due on 30 January, what was sent on the 10th is due on 9 May.</summary>
public abstract partial class InterventionsTests(UseCases app)
{
    private const string Release = "mx-2016-stigmatization";
    private static readonly DateOnly Today = DateOnly.FromDateTime(FixedClock.Start.UtcDateTime);
    private static readonly DateInput Lately = new(2026, 3, 10);
    private static readonly DateInput LongAgo = new(2025, 12, 1);
    private static readonly ReplyInput Answered = new(new DateInput(2026, 3, 15), false, "02", "They will send a patrol", null, null);

    [SkippableFact]
    public async Task The_owner_is_reminded_of_the_reply_once_however_often_the_form_is_sent()
    {
        var (worker, number) = await LoggedAsync();
        var letter = Letter(number, Lately);

        Assert.Equal((await app.SendAsync(worker, letter)).Value, (await app.SendAsync(worker, letter)).Value);

        var reminder = Assert.Single(await RemindersAsync(number));
        Assert.Equal((FollowUp.ReplyDue, new DateOnly(2026, 5, 9), worker.Id!.Value, true), (reminder.KindCode, reminder.DueOn, reminder.AssigneeId, reminder.IsOpen));
        Assert.Single((await ListAsync(worker, number)).Rows);
        Assert.True(await app.StoredAsync(db => db.Trail.AnyAsync(e => e.Action == nameof(RecordIntervention) && e.Subject == number && e.Detail == "UA")));
    }

    [SkippableFact]
    public async Task What_was_due_already_is_chased_from_today_on_and_a_statement_never()
    {
        var (worker, number) = await LoggedAsync();
        await SendAsync(worker, number, LongAgo);
        await SendAsync(worker, number, Lately, "CT-ITV-STATEMENT");

        Assert.Equal(Today, Assert.Single(await RemindersAsync(number)).DueOn);
        Assert.Equal([InterventionStatus.NotExpected, InterventionStatus.Overdue], (await ListAsync(worker, number)).Rows.Select(r => r.Status));
    }

    [SkippableFact]
    public async Task A_reply_ends_the_reminder_and_an_acknowledgement_does_not()
    {
        var (worker, number) = await LoggedAsync();
        var id = await SendAsync(worker, number, Lately);

        Done(await app.SendAsync(worker, new RecordReply(id, 1, new ReplyInput(new DateInput(2026, 3, 12), true, null, null, null, null))));
        Assert.True(Assert.Single(await RemindersAsync(number)).IsOpen);
        Done(await app.SendAsync(worker, new RecordReply(id, 2, Answered with { Grade = "C", GradeReason = "No measure was taken" })));

        var reminder = Assert.Single(await RemindersAsync(number));
        Assert.Equal((false, FollowUp.NoLongerAwaited), (reminder.IsOpen, reminder.OutcomeCode));
        var shown = (await app.SendAsync(worker, new GetIntervention(id))).Value;
        Assert.Equal((InterventionStatus.Replied, "C", "They will send a patrol"), (shown.Status, shown.Grade, shown.Replies[1].Substance));
        Assert.Equal("No measure was taken", shown.Replies[1].Gradings[0].Reason);
    }

    [SkippableFact]
    public async Task A_reply_corrected_into_an_acknowledgement_is_awaited_and_reminded_of_anew()
    {
        var (worker, number) = await LoggedAsync();
        var id = await SendAsync(worker, number, Lately);
        Done(await app.SendAsync(worker, new RecordReply(id, 1, Answered)));
        Done(await app.SendAsync(worker, new RecordReply(id, 2, Answered with { IsAcknowledgement = true, Corrects = 1 })));

        Assert.Equal([true, false], (await RemindersAsync(number)).Select(f => f.IsOpen).OrderDescending());
        Assert.Equal(InterventionStatus.Awaiting, (await app.SendAsync(worker, new GetIntervention(id))).Value.Status);
    }

    [SkippableFact]
    public async Task The_reminder_follows_the_due_day_and_ends_when_nobody_waits()
    {
        var (worker, number) = await LoggedAsync();
        var id = await SendAsync(worker, number, Lately);

        Done(await app.SendAsync(worker, new ChangeReplyDue(id, 1, "2026-03-25", "The letter sets it")));
        Assert.Equal(new DateOnly(2026, 3, 25), Assert.Single(await RemindersAsync(number)).DueOn);
        Assert.Equal([PartialDateErrors.NoSuchDate.On("DueOn")], (await app.SendAsync(worker, new ChangeReplyDue(id, 2, "2026-02-30", "x"))).Refusals);

        Done(await app.SendAsync(worker, new CloseIntervention(id, 2, "Withdrawn")));
        Assert.False(Assert.Single(await RemindersAsync(number)).IsOpen);
    }

    [SkippableFact]
    public async Task Two_who_record_at_once_do_not_overwrite_each_other()
    {
        var (worker, number) = await LoggedAsync();
        var id = await SendAsync(worker, number, Lately);
        Done(await app.SendAsync(worker, new RecordReply(id, 1, Answered)));

        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(worker, new RecordReply(id, 1, Answered))).Refusals);
        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(worker, new GradeReply(id, 1, 1, "A", "Done"))).Refusals);
    }

    [SkippableFact]
    public async Task A_reply_before_its_letter_and_what_cannot_be_read_are_refused_and_nothing_is_kept()
    {
        var (worker, number) = await LoggedAsync();
        var id = await SendAsync(worker, number, Lately);

        Assert.Equal([InterventionErrors.ReplyBeforeLetter], (await app.SendAsync(worker, new RecordReply(id, 1, Answered with { ReceivedOn = new DateInput(2026, 3, 9) }))).Refusals);
        Assert.Equal(["ReceivedOn"], (await app.SendAsync(worker, new RecordReply(id, 1, Answered with { ReceivedOn = new DateInput(2026, 2, 30) }))).Refusals.Select(r => r.Field));
        var nonsense = await app.SendAsync(worker, new RecordIntervention(Guid.CreateVersion7(), number, ProceedingId.From(Guid.CreateVersion7()), new InterventionInput("x", " ", new DateInput(1, 1, 1), null, "never", null)));
        Assert.Equal(["Addressee", "DueOn", "Proceeding", "SentOn", "Type"], nonsense.Refusals.Select(r => r.Field).Order());
        Assert.Empty((await app.SendAsync(worker, new GetIntervention(id))).Value.Replies);
    }

    [SkippableFact]
    public async Task Another_teams_intervention_is_as_absent_as_none()
    {
        var (worker, number) = await LoggedAsync();
        var letter = Letter(number, Lately);
        var id = (await app.SendAsync(worker, letter)).Value;
        var (stranger, theirs) = await LoggedAsync();

        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new GetIntervention(id))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new RecordReply(id, 1, Answered))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new GradeReply(id, 1, 1, "A", "x"))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new ChangeReplyDue(id, 1, "2026-06-01", "x"))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new CloseIntervention(id, 1, "x"))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new ListInterventions(new InterventionFilter(), number))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, letter)).Refusals);
        Assert.Equal([SharedErrors.FormUsed], (await app.SendAsync(stranger, letter with { Number = theirs })).Refusals);
        Assert.DoesNotContain((await app.SendAsync(stranger, new ListInterventions(new InterventionFilter { Whose = InterventionFilter.Team }))).Value.Rows, r => r.Id == id);
    }

    [SkippableFact]
    public async Task Who_may_only_read_changes_nothing()
    {
        var (worker, number) = await LoggedAsync();
        var id = await SendAsync(worker, number, Lately);
        var reader = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        Done(await app.SendAsync(worker, new GiveAccess(number, reader.Id, GrantLevel.Read, Today.AddDays(9), "Interprets")));

        Assert.False((await app.SendAsync(reader, new GetIntervention(id))).Value.MayWork);
        Assert.Equal([AccessErrors.ReadOnly], (await app.SendAsync(reader, new RecordReply(id, 1, Answered))).Refusals);
        Assert.Equal([AccessErrors.ReadOnly], (await app.SendAsync(reader, Letter(number, Lately))).Refusals);
    }

    [SkippableFact]
    public async Task Today_counts_what_its_list_shows()
    {
        var (worker, number) = await LoggedAsync();
        await SendAsync(worker, number, LongAgo);
        await SendAsync(worker, number, Lately);

        var overdue = await app.SendAsync(worker, new ListInterventions(TodayLists.Replies));

        Assert.Equal((1, 1), ((await app.SendAsync(worker, new GetToday())).Value.Replies, overdue.Value.Total));
    }

    [SkippableFact]
    public async Task Every_filter_finds_its_own_and_pages_show_each_once()
    {
        var (worker, number) = await LoggedAsync();
        for (var i = 0; i < 27; i++)
        {
            await SendAsync(worker, number, LongAgo with { Day = 1 + (i % 9) });
        }

        var silent = await SendAsync(worker, number, LongAgo, "AL");
        Done(await app.SendAsync(worker, new RecordReply(silent, 1, Answered with { Code = "06" })));
        var replied = await SendAsync(worker, number, Lately);
        Done(await app.SendAsync(worker, new RecordReply(replied, 1, Answered)));
        var closed = await SendAsync(worker, number, Lately);
        Done(await app.SendAsync(worker, new CloseIntervention(closed, 1, "Withdrawn")));

        foreach (var (filter, expected) in new (InterventionFilter, InterventionId[])[]
        {
            (new() { State = "unanswered" }, [silent]),
            (new() { State = "replied" }, [replied]),
            (new() { State = "closed" }, [closed]),
            (new() { Type = "AL" }, [silent]),
            (new() { Grade = "D" }, [silent]),
            (new() { Grade = InterventionFilter.Ungraded }, [replied]),
            (new() { State = InterventionFilter.Awaiting }, []),
        })
        {
            Assert.Equal(expected, (await app.SendAsync(worker, new ListInterventions(filter))).Value.Rows.Select(r => r.Id));
        }

        foreach (var filter in new InterventionFilter[] { new() { State = InterventionFilter.Overdue }, new() })
        {
            var first = (await app.SendAsync(worker, new ListInterventions(filter))).Value;
            var second = (await app.SendAsync(worker, new ListInterventions(filter, At: first.After))).Value;
            Assert.Equal(first.Total, first.Rows.Concat(second.Rows).DistinctBy(r => r.Id).Count());
            Assert.Equal(first.Rows.Select(r => r.Id), (await app.SendAsync(worker, new ListInterventions(filter, At: second.Before))).Value.Rows.Select(r => r.Id));
        }

        Assert.Equal(["Grade", "State", "Type", "Whose"], (await app.SendAsync(worker, new ListInterventions(new() { Grade = "F", State = "lost", Type = "x", Whose = "theirs" }))).Refusals.Select(r => r.Field).Order());
    }

    [SkippableFact]
    public async Task The_timeline_tells_the_letter_the_silence_and_the_reply_in_their_order()
    {
        var (worker, number) = await LoggedAsync();
        var id = await SendAsync(worker, number, LongAgo);
        Done(await app.SendAsync(worker, new RecordReply(id, 1, Answered with { Code = "06", ReceivedOn = new DateInput(2026, 3, 1) })));
        Done(await app.SendAsync(worker, new RecordReply(id, 2, Answered with { Grade = "C", GradeReason = "Late and empty" })));

        var told = (await app.SendAsync(worker, new GetTimeline(number, [TimelineClass.Intervention]))).Value.Entries;

        Assert.Equal([TimelineEvent.InterventionSent, TimelineEvent.NoReplyFound, TimelineEvent.ReplyReceived, TimelineEvent.ReplyGraded], told.Select(e => e.Event));
        Assert.Equal("They will send a patrol", told[2].Note);
    }

    [SkippableFact]
    public async Task A_letter_known_to_the_month_stands_after_the_beginning_of_what_it_is_about()
    {
        var (worker, number) = await LoggedAsync();
        await SendAsync(worker, number, new DateInput(2026, 3, null));

        var told = (await app.SendAsync(worker, new GetTimeline(number, [TimelineClass.Incident, TimelineClass.Intervention]))).Value.Entries;

        Assert.Equal((TimelineEvent.Began, TimelineEvent.InterventionSent), (told[0].Event, told[^1].Event));
    }

    [SkippableFact]
    public async Task Erased_with_its_incident_it_says_so_and_is_awaited_no_more()
    {
        var (worker, number) = await LoggedAsync();
        var supervisor = await app.JoinAsync(Role.Supervisor, worker.Teams[0]);
        var id = await SendAsync(worker, number, LongAgo);
        Done(await app.SendAsync(worker, new RecordReply(id, 1, Answered with { IsAcknowledgement = true })));
        Assert.Empty((await app.SendAsync(supervisor, new EraseIncident(number, ErasureGround.Danger, number, true))).Refusals);
        await using (var scope = app.ScopeOf(Actor.System()))
        {
            await scope.ServiceProvider.GetRequiredService<FinishErasures>().RunAsync(CancellationToken.None);
        }

        var row = Assert.Single((await ListAsync(worker, number)).Rows);

        Assert.Equal(InterventionStatus.Closed, row.Status);
        Assert.DoesNotContain("Secretar", row.Addressee, StringComparison.Ordinal);
        Assert.DoesNotContain("patrol", row.Replies[0].Substance, StringComparison.Ordinal);
        Assert.Equal(0, (await app.SendAsync(worker, new GetToday())).Value.Replies);
        Assert.Equal([ErasureErrors.IncidentErased], (await app.SendAsync(worker, new RecordReply(id, row.Version, Answered))).Refusals);
    }

    [SkippableFact]
    public async Task What_a_release_asks_is_tracked_with_its_reply_and_its_author_is_told_once_when_it_is_overdue()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var colleague = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var told = new InterventionInput("CT-ITV-FOLLOWUP", null, new DateInput(2025, null, null), "Said again in our letter", null, null);
        var tracked = await app.SendAsync(worker, new TrackRequest(Guid.CreateVersion7(), Release, "public-recognition", told));
        Assert.Empty(tracked.Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(worker, new TrackRequest(Guid.CreateVersion7(), Release, "nothing", told))).Refusals);

        await RemindAsync();
        await RemindAsync();

        var notice = Assert.Single((await app.SendAsync(worker, new MyNotices())).Value.Lines, l => l.Kind == NoticeKind.ReplyOverdue);
        Assert.Equal(tracked.Value.Value.ToString("N"), notice.Subject);
        Assert.Equal(1, (await app.SendAsync(worker, new GetToday())).Value.Replies);
        Assert.Equal(0, (await app.SendAsync(colleague, new GetToday())).Value.Replies);

        // Once its author has left, it is everybody's.
        var administrator = await app.JoinAsync(Role.Administrator);
        var author = (await app.SendAsync(administrator, new GetMember(worker.Id!.Value))).Value;
        Assert.Empty((await app.SendAsync(administrator, new ChangeMember(author.Id, author.Version, author.DisplayName, author.Role, worker.Teams, IsActive: false))).Refusals);
        Assert.Equal(1, (await app.SendAsync(colleague, new GetToday())).Value.Replies);
        Assert.Contains((await app.SendAsync(colleague, new ListInterventions(TodayLists.Replies))).Value.Rows, r => r.Id == tracked.Value);
        Done(await app.SendAsync(colleague, new RecordReply(tracked.Value, 1, Answered with { Grade = "B", GradeReason = "A first step" })));
        var ask = (await app.SendAsync(colleague, new GetRelease(Release))).Value.Asks.Single(a => a.Key == "public-recognition");
        Assert.Equal((InterventionStatus.Replied, "02", "B"), (ask.Tracked[0].Status, ask.Tracked[0].Reply, ask.Tracked[0].Grade));
        Assert.Equal("Said again in our letter", (await app.SendAsync(colleague, new GetIntervention(tracked.Value))).Value.Summary);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : InterventionsTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : InterventionsTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
