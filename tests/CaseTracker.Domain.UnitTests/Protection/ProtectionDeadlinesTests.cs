using CaseTracker.Domain.Protection;

namespace CaseTracker.Domain.UnitTests.Protection;

public class ProtectionDeadlinesTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly Requested = new(2017, 1, 25);

    [Theory]
    [InlineData(1, "2017-01-26")]
    [InlineData(24, "2017-01-26")]
    [InlineData(25, "2017-01-27")]
    [InlineData(48, "2017-01-27")]
    public void Hours_are_whole_days_begun(int hours, string due) => Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), new ProtectionDeadlines(UrgentHours: hours).For(MeasureClass.Urgent, Requested));

    [Theory]
    [InlineData(1, "2017-01-26")]
    [InlineData(2, "2017-01-27")]
    [InlineData(3, "2017-01-30")]
    [InlineData(10, "2017-02-08")]
    public void Working_days_leave_out_saturdays_and_sundays(int days, string due) => Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), ProtectionDeadlines.WorkingDaysAfter(Requested, days));

    [Fact]
    public void Counted_from_a_weekend_the_first_is_monday() => Assert.Equal(new DateOnly(2017, 1, 30), ProtectionDeadlines.WorkingDaysAfter(new DateOnly(2017, 1, 28), 1));

    [Fact]
    public void Each_class_has_its_own()
    {
        var deadlines = new ProtectionDeadlines(ProtectiveDays: 1, PreventiveDays: 2, SystemicDays: 3);

        Assert.Equal(
            [new DateOnly(2017, 1, 27), new DateOnly(2017, 1, 26), new DateOnly(2017, 1, 27), new DateOnly(2017, 1, 30)],
            new[] { MeasureClass.Preventive, MeasureClass.Protective, MeasureClass.Urgent, MeasureClass.Systemic }.Select(c => deadlines.For(c, Requested)));
    }

    [Fact]
    public void Refuses_what_is_no_deadline()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProtectionDeadlines(UrgentHours: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProtectionDeadlines(SystemicDays: ProtectionDeadlines.MostDays + 1));
    }
}
