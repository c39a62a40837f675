using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.FollowUps;

public class FollowUpTests
{
    private static readonly FollowUpToSchedule Wish = new("CT-FUK-CALL", "Ask about the hearing", Some.Today.AddDays(7), Some.Worker);

    [Fact]
    public void Is_scheduled_for_a_day_and_a_person()
    {
        var followUp = Schedule(Wish).Value;

        Assert.True(followUp.IsOpen);
        Assert.Equal((Some.Today.AddDays(7), Some.Worker), (followUp.DueOn, followUp.AssigneeId));
        Assert.Empty(followUp.Events);
    }

    [Fact]
    public void Tells_a_colleague_to_whom_it_was_given() =>
        Assert.Equal(Some.Colleague, Assert.IsType<FollowUpAssigned>(Assert.Single(Schedule(Wish with { Assignee = Some.Colleague }).Value.Events)).Assignee);

    [Fact]
    public void May_be_due_today_but_not_yesterday()
    {
        Assert.True(Schedule(Wish with { DueOn = Some.Today }).IsSuccess);
        Refused.With(FollowUpErrors.InThePast, Schedule(Wish with { DueOn = Some.Today.AddDays(-1) }));
    }

    [Fact]
    public void Refuses_a_day_that_is_missing_or_absurd()
    {
        Refused.With(SharedErrors.Required.On("DueOn"), Schedule(Wish with { DueOn = null }));
        Refused.With(FollowUpErrors.TooFarAhead, Schedule(Wish with { DueOn = DateOnly.MaxValue }));
        Refused.With(FollowUpErrors.InThePast, Schedule(Wish with { DueOn = DateOnly.MinValue }));
    }

    [Fact]
    public void Refuses_a_kind_or_a_rhythm_that_does_not_exist()
    {
        Refused.With(SharedErrors.UnknownTerm.On("Kind"), Schedule(Wish with { Kind = "call" }));
        Refused.With(SharedErrors.UnknownTerm.On("Recurrence"), Schedule(Wish with { Recurrence = (Recurrence)9 }));
    }

    [Fact]
    public void Nothing_happened_is_an_outcome()
    {
        var followUp = Schedule(Wish).Value;

        Assert.Null(followUp.Complete("CT-FUO-NOTHING", null, null, TestTerms.Instance, Some.Today, Some.Stamp).Value);
        Assert.Equal((FollowUpStatus.Done, "CT-FUO-NOTHING", Some.Worker), (followUp.Status, followUp.OutcomeCode, followUp.ClosedBy));
    }

    [Fact]
    public void Refuses_an_end_without_an_outcome()
    {
        var followUp = Schedule(Wish).Value;

        Refused.With(SharedErrors.Required.On("Outcome"), followUp.Complete(" ", null, null, TestTerms.Instance, Some.Today, Some.Stamp));
        Assert.True(followUp.IsOpen);
    }

    [Fact]
    public void Ends_once()
    {
        var followUp = Schedule(Wish with { Recurrence = Recurrence.Weekly }).Value;
        Assert.NotNull(followUp.Complete("CT-FUO-NOTHING", null, null, TestTerms.Instance, Some.Today, Some.Stamp).Value);

        Refused.With(FollowUpErrors.AlreadyClosed, followUp.Complete("CT-FUO-NOTHING", null, null, TestTerms.Instance, Some.Today, Some.Stamp));
        Refused.With(FollowUpErrors.AlreadyClosed, followUp.Postpone(Some.Today.AddDays(30), "x", Some.Today, Some.Stamp));
    }

    [Fact]
    public void Comes_back_counted_from_the_day_it_was_due()
    {
        var followUp = Schedule(Wish with { Recurrence = Recurrence.Fortnightly }).Value;
        var late = Some.Stamp with { At = Some.Now.AddDays(12) };

        var next = followUp.Complete("CT-FUO-NOTHING", null, "Ask for the file number", TestTerms.Instance, Some.Today.AddDays(12), late).Value!;

        Assert.Equal(Wish.DueOn!.Value.AddDays(14), next.DueOn);
        Assert.Equal((followUp.IncidentId, "CT-FUK-CALL", Some.Worker, Recurrence.Fortnightly), (next.IncidentId, next.KindCode, next.AssigneeId, next.Recurrence));
        Assert.True(next.IsOpen);
        Assert.Equal("Ask for the file number", next.Note!.Clear);
        Assert.NotEqual(followUp.Id, next.Id);
    }

    [Fact]
    public void Does_not_come_back_once_cancelled() =>
        Assert.Null(Schedule(Wish with { Recurrence = Recurrence.Weekly }).Value.Complete("CT-FUO-CANCELLED", null, null, TestTerms.Instance, Some.Today, Some.Stamp).Value);

    [Theory]
    [InlineData("2017-01-31", "2017-01-31", Recurrence.Monthly, "2017-02-28")]
    [InlineData("2017-01-31", "2017-02-28", Recurrence.Monthly, "2017-03-31")]
    [InlineData("2016-01-31", "2016-01-31", Recurrence.Monthly, "2016-02-29")]
    [InlineData("2016-11-30", "2016-11-30", Recurrence.Quarterly, "2017-02-28")]
    [InlineData("2016-11-30", "2017-02-28", Recurrence.Quarterly, "2017-05-30")]
    [InlineData("2016-02-29", "2016-02-29", Recurrence.Weekly, "2016-03-07")]
    [InlineData("2016-02-29", "2016-03-09", Recurrence.Fortnightly, "2016-03-14")]
    public void Keeps_its_day_of_the_month_through_shorter_ones(string seriesFrom, string after, Recurrence recurrence, string next) =>
        Assert.Equal(Day(next), FollowUp.NextAfter(Day(after), Day(seriesFrom), recurrence));

    [Fact]
    public void Does_not_come_back_overdue_after_a_long_silence()
    {
        var followUp = Schedule(Wish with { Recurrence = Recurrence.Weekly }).Value;
        var today = Wish.DueOn!.Value.AddDays(100);

        var next = followUp.Complete("CT-FUO-NOTHING", null, null, TestTerms.Instance, today, Some.Stamp).Value!;

        Assert.Equal(Wish.DueOn.Value.AddDays(105), next.DueOn);
    }

    [Fact]
    public void Is_back_in_its_rhythm_after_it_was_postponed()
    {
        var followUp = Schedule(Wish with { Recurrence = Recurrence.Monthly, DueOn = new DateOnly(2017, 1, 31) }).Value;
        followUp.Postpone(new DateOnly(2017, 2, 5), "She is travelling", Some.Today, Some.Stamp);

        var second = followUp.Complete("CT-FUO-NOTHING", null, null, TestTerms.Instance, new DateOnly(2017, 2, 5), Some.Stamp).Value!;
        var third = second.Complete("CT-FUO-NOTHING", null, null, TestTerms.Instance, new DateOnly(2017, 2, 28), Some.Stamp).Value!;

        Assert.Equal((new DateOnly(2017, 2, 28), new DateOnly(2017, 3, 31)), (second.DueOn, third.DueOn));
    }

    [Fact]
    public void Is_postponed_with_a_reason_that_is_kept()
    {
        var followUp = Schedule(Wish).Value;

        Assert.True(followUp.Postpone(Some.Today.AddDays(20), "She is travelling", Some.Today, Some.Stamp).IsSuccess);

        var snooze = Assert.Single(followUp.Snoozes);
        Assert.Equal((Some.Today.AddDays(7), Some.Today.AddDays(20), "She is travelling"), (snooze.From, snooze.To, snooze.Reason.Clear));
        Assert.Equal((Some.Today.AddDays(20), 2), (followUp.DueOn, followUp.Version));
    }

    [Fact]
    public void Refuses_a_postponement_that_is_none_or_says_nothing()
    {
        var followUp = Schedule(Wish).Value;

        Refused.With(FollowUpErrors.NotLater, followUp.Postpone(followUp.DueOn, "x", Some.Today, Some.Stamp));
        Refused.With(SharedErrors.Required.On("Until"), followUp.Postpone(null, "x", Some.Today, Some.Stamp));
        Refused.With(SharedErrors.Required.On("Reason"), followUp.Postpone(Some.Today.AddDays(20), null, Some.Today, Some.Stamp));
        Assert.Equal(1, followUp.Version);
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static Result<FollowUp> Schedule(FollowUpToSchedule wish) =>
        FollowUp.Schedule(FollowUpId.New(Some.Now), IncidentId.From(Guid.Empty), wish, TestTerms.Instance, Some.Today, Some.Stamp);
}
