using CaseTracker.Application.Accountability;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.IntegrationTests.Accountability;

/// <summary>Reminders that somebody settled themselves.</summary>
public abstract partial class InterventionsTests
{
    [SkippableFact]
    public async Task A_reminder_that_was_settled_of_a_reply_that_is_overdue_is_told_and_asked_for_again_once()
    {
        var (worker, number) = await LoggedAsync();
        var id = await SendAsync(worker, number, LongAgo);
        Assert.False((await app.SendAsync(worker, new GetIntervention(id))).Value.IsReminderSettled);
        Assert.Equal([InterventionErrors.StillReminded], (await app.SendAsync(worker, new RestartReplyReminder(id, 1))).Refusals);
        var reminder = Assert.Single(await RemindersAsync(number));
        Done(await app.SendAsync(worker, new CompleteFollowUp(reminder.Id, reminder.Version, "CT-FUO-NOTHING", null)));
        Assert.True((await app.SendAsync(worker, new GetIntervention(id))).Value.IsReminderSettled);

        Done(await app.SendAsync(worker, new RestartReplyReminder(id, 1)));

        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(worker, new RestartReplyReminder(id, 1))).Refusals);
        Assert.Equal([(false, Today), (true, Today)], (await RemindersAsync(number)).Select(f => (f.IsOpen, f.DueOn)).Order());
        Assert.False((await app.SendAsync(worker, new GetIntervention(id))).Value.IsReminderSettled);
    }

    [SkippableFact]
    public async Task Who_tracks_a_release_is_told_again_when_the_reply_was_withdrawn_and_not_when_an_acknowledgement_was()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var told = new InterventionInput("CT-ITV-FOLLOWUP", null, new DateInput(2025, null, null), "Said again in our letter", null, null);
        var tracked = await app.SendAsync(worker, new TrackRequest(Guid.CreateVersion7(), Release, "public-recognition", told));
        Assert.Empty(tracked.Refusals);
        var id = tracked.Value;
        await RemindAsync();
        Done(await app.SendAsync(worker, new RecordReply(id, 1, Answered with { IsAcknowledgement = true })));
        Done(await app.SendAsync(worker, new WithdrawReply(id, 2, 1, Why)));
        await RemindAsync();
        Assert.Equal(1, await ToldAsync());

        Done(await app.SendAsync(worker, new RecordReply(id, 3, Answered)));
        await RemindAsync();
        Done(await app.SendAsync(worker, new WithdrawReply(id, 4, 3, Why)));
        await RemindAsync();
        await RemindAsync();

        Assert.Equal(2, await ToldAsync());

        async Task<int> ToldAsync() => (await app.SendAsync(worker, new MyNotices())).Value.Lines.Count(l => l.Kind == NoticeKind.ReplyOverdue);
    }
}
