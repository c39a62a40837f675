using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.FollowUps;

public class ReminderRuleTests
{
    private static readonly ReminderRule Rule = new(LeadDays: 2, OverdueEveryDays: 7);
    private static readonly DateOnly Due = new(2026, 3, 20);
    private static readonly FollowUpId Id = FollowUpId.From(new Guid("01919191-0000-7000-8000-000000000001"));

    [Theory]
    [InlineData(-3, null, 0)]
    [InlineData(-2, NoticeKind.FollowUpDueSoon, -2)]
    [InlineData(-1, NoticeKind.FollowUpDueSoon, -2)]
    [InlineData(0, NoticeKind.FollowUpDue, 0)]
    [InlineData(1, NoticeKind.FollowUpOverdue, 1)]
    [InlineData(7, NoticeKind.FollowUpOverdue, 1)]
    [InlineData(8, NoticeKind.FollowUpOverdue, 8)]
    [InlineData(14, NoticeKind.FollowUpOverdue, 8)]
    [InlineData(15, NoticeKind.FollowUpOverdue, 15)]
    [InlineData(400, NoticeKind.FollowUpOverdue, 400)]
    public void Gives_the_newest_announcement_and_the_day_it_stands_from(int late, NoticeKind? kind, int from)
    {
        var reminder = Rule.For(Due, Due.AddDays(late));

        Assert.Equal(kind, reminder?.Kind);
        Assert.Equal(kind is null ? null : Due.AddDays(from), reminder?.From);
    }

    [Fact]
    public void Announces_each_step_once_however_often_and_in_whatever_order_it_is_asked()
    {
        var days = Enumerable.Range(-5, 60).Select(d => Due.AddDays(d)).ToList();
        var keys = days.Select(KeyOn).OfType<string>().Distinct().ToList();
        var jumping = days.SelectMany(d => new[] { KeyOn(d), KeyOn(d.AddDays(1)), KeyOn(d.AddDays(-1)), KeyOn(d) }).OfType<string>().Distinct();

        // Soon, due, and overdue on the days 1, 8, 15, 22, 29, 36, 43, 50 (and 57 is not reached).
        Assert.Equal(10, keys.Count);
        Assert.Equal(keys.Order(), jumping.Order());
    }

    [Fact]
    public void Tells_a_postponed_follow_up_anew() =>
        Assert.NotEqual(Rule.For(Due, Due)!.KeyFor(Id), Rule.For(Due.AddDays(1), Due.AddDays(1))!.KeyFor(Id));

    [Fact]
    public void Counts_a_leap_day_as_a_day()
    {
        var rule = new ReminderRule(LeadDays: 1, OverdueEveryDays: 7);

        Assert.Equal(NoticeKind.FollowUpDueSoon, rule.For(new DateOnly(2028, 3, 1), new DateOnly(2028, 2, 29))!.Kind);
        Assert.Null(rule.For(new DateOnly(2028, 3, 1), new DateOnly(2028, 2, 28)));
        Assert.Equal(NoticeKind.FollowUpDueSoon, rule.For(new DateOnly(2027, 3, 1), new DateOnly(2027, 2, 28))!.Kind);
        Assert.Equal(NoticeKind.FollowUpOverdue, rule.For(new DateOnly(2028, 2, 29), new DateOnly(2028, 3, 1))!.Kind);
    }

    [Fact]
    public void Without_lead_days_says_nothing_before_the_day()
    {
        var rule = new ReminderRule(LeadDays: 0);

        Assert.Null(rule.For(Due, Due.AddDays(-1)));
        Assert.Equal(NoticeKind.FollowUpDue, rule.For(Due, Due)!.Kind);
    }

    [Fact]
    public void Says_nothing_of_what_is_done()
    {
        var wish = new FollowUpToSchedule("CT-FUK-CALL", null, Some.Today, Some.Worker);
        var followUp = FollowUp.Schedule(Id, IncidentId.New(Some.Now), wish, TestTerms.Instance, Some.Today, Some.Stamp).Value;
        Assert.NotNull(Rule.For(followUp, Some.Today));

        Assert.True(followUp.Complete("CT-FUO-NOTHING", null, null, TestTerms.Instance, Some.Today, Some.Stamp).IsSuccess);

        Assert.Null(Rule.For(followUp, Some.Today));
    }

    [Theory]
    [InlineData(-1, 7)]
    [InlineData(61, 7)]
    [InlineData(1, 0)]
    [InlineData(1, 366)]
    public void Refuses_a_rhythm_that_is_a_slip_of_the_keyboard(int lead, int every) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReminderRule(lead, every));

    private static string? KeyOn(DateOnly day) => Rule.For(Due, day)?.KeyFor(Id);
}
