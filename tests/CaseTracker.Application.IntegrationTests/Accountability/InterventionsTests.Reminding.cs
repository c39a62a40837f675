using CaseTracker.Application.Accountability;
using CaseTracker.Application.FollowUps;
using CaseTracker.Domain.Accountability;
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
}
