using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Timelines;
using CaseTracker.Application.Today;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.IntegrationTests.Accountability;

/// <summary>Replies that were recorded by mistake.</summary>
public abstract partial class InterventionsTests
{
    private const string Why = "It answers another letter";

    [SkippableFact]
    public async Task Once_a_reply_is_withdrawn_one_is_awaited_and_reminded_of_anew()
    {
        var (worker, number) = await LoggedAsync();
        var id = await SendAsync(worker, number, LongAgo);
        Assert.Equal(1, (await app.SendAsync(worker, new GetToday())).Value.Replies);
        Done(await app.SendAsync(worker, new RecordReply(id, 1, Answered with { Grade = "A", GradeReason = "They acted" })));
        Assert.Equal(0, (await app.SendAsync(worker, new GetToday())).Value.Replies);

        Done(await app.SendAsync(worker, new WithdrawReply(id, 2, 1, Why)));

        Assert.Equal(1, (await app.SendAsync(worker, new GetToday())).Value.Replies);
        Assert.Equal([(true, Today), (false, Today)], (await RemindersAsync(number)).OrderByDescending(f => f.IsOpen).Select(f => (f.IsOpen, f.DueOn)));
        var shown = (await app.SendAsync(worker, new GetIntervention(id))).Value;
        Assert.Equal((InterventionStatus.Overdue, null, 3), (shown.Status, shown.Grade, shown.Version));
        Assert.Equal([(1, false, 2, false, 1), (2, false, (int?)null, true, 0)], shown.Replies.Select(r => (r.Sequence, r.Stands, r.WithdrawnBy, r.IsWithdrawal, r.Gradings.Count)));
        Assert.Equal(("They will send a patrol", Why), (shown.Replies[0].Substance, shown.Replies[1].Substance));
        Assert.True(await app.StoredAsync(db => db.Trail.AnyAsync(e => e.Action == nameof(WithdrawReply) && e.Subject == number && e.Detail == "UA 02")));
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(worker, new GetReplyToCorrect(id, 1))).Refusals);
    }

    [SkippableFact]
    public async Task An_acknowledgement_is_withdrawn_and_the_reminder_stays_as_it_is()
    {
        var (worker, number) = await LoggedAsync();
        var id = await SendAsync(worker, number, Lately);
        Done(await app.SendAsync(worker, new RecordReply(id, 1, Answered with { IsAcknowledgement = true })));

        Done(await app.SendAsync(worker, new WithdrawReply(id, 2, 1, Why)));

        Assert.True(Assert.Single(await RemindersAsync(number)).IsOpen);
        Assert.True(await app.StoredAsync(db => db.Trail.AnyAsync(e => e.Action == nameof(WithdrawReply) && e.Subject == number && e.Detail == "UA acknowledged")));
    }

    [SkippableFact]
    public async Task The_timeline_says_that_a_reply_and_its_grade_were_withdrawn()
    {
        var (worker, number) = await LoggedAsync();
        var id = await SendAsync(worker, number, Lately);
        Done(await app.SendAsync(worker, new RecordReply(id, 1, Answered with { Grade = "A", GradeReason = "They acted" })));
        Done(await app.SendAsync(worker, new WithdrawReply(id, 2, 1, Why)));

        var told = (await app.SendAsync(worker, new GetTimeline(number, [TimelineClass.Intervention]))).Value.Entries;

        Assert.Equal([TimelineEvent.InterventionSent, TimelineEvent.ReplyWithdrawn, TimelineEvent.ReplyWithdrawal, TimelineEvent.ReplyGradedWithdrawn], told.Select(e => e.Event).Order());
        Assert.Equal([TimelineEvent.ReplyWithdrawn, TimelineEvent.ReplyGradedWithdrawn], told.Where(e => e.IsMistake).Select(e => e.Event).Order());
        Assert.Equal((Why, worker.DisplayName), (told.Single(e => e.Event == TimelineEvent.ReplyWithdrawal).Because, told.Single(e => e.Event == TimelineEvent.ReplyWithdrawal).By));
    }

    [SkippableFact]
    public async Task A_reply_is_withdrawn_once_and_by_nobody_who_may_not()
    {
        var (worker, number) = await LoggedAsync();
        var (stranger, _) = await LoggedAsync();
        var reader = await app.JoinAsync(Role.CaseWorker, stranger.Teams[0]);
        Assert.Empty((await app.SendAsync(worker, new GiveAccess(number, reader.Id, GrantLevel.Read, new DateOnly(2026, 4, 1), "Reads along"))).Refusals);
        var id = await SendAsync(worker, number, Lately);
        Done(await app.SendAsync(worker, new RecordReply(id, 1, Answered)));

        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new WithdrawReply(id, 2, 1, Why))).Refusals);
        Assert.Equal([AccessErrors.ReadOnly], (await app.SendAsync(reader, new WithdrawReply(id, 2, 1, Why))).Refusals);
        Done(await app.SendAsync(worker, new WithdrawReply(id, 2, 1, Why)));
        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(worker, new WithdrawReply(id, 2, 1, Why))).Refusals);
        Assert.Equal(["Entry", "Reason"], (await app.SendAsync(worker, new WithdrawReply(id, 3, 1, null))).Refusals.Select(r => r.Field).Order());
    }
}
