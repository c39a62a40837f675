using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace CaseTracker.Domain.UnitTests.Shared;

public class PartialDateTests
{
    [Fact]
    public void A_year_stands_for_all_of_its_days()
    {
        var date = PartialDate.Create(2016, null, null).Value;

        Assert.Equal(DatePrecision.Year, date.Precision);
        Assert.Equal(new DateOnly(2016, 1, 1), date.Earliest);
        Assert.Equal(new DateOnly(2016, 12, 31), date.Latest);
        Assert.Equal((2016, null, null), (date.Year, date.Month, date.Day));
    }

    [Theory]
    [InlineData(2016, 29)]
    [InlineData(2017, 28)]
    [InlineData(1900, 28)]
    [InlineData(2000, 29)]
    public void A_month_ends_on_its_own_last_day(int year, int last)
    {
        var date = PartialDate.Create(year, 2, null).Value;

        Assert.Equal(new DateOnly(year, 2, last), date.Latest);
        Assert.Equal((2, null), (date.Month, date.Day));
    }

    [Fact]
    public void Nothing_known_is_a_date_too()
    {
        var date = PartialDate.Create(null, null, null, approximate: true).Value;

        Assert.Equal(PartialDate.Unknown, date);
        Assert.False(date.IsKnown);
        Assert.Null(date.Earliest);
        Assert.Null(date.Year);
    }

    [Theory]
    [InlineData(null, 3, null)]
    [InlineData(null, null, 4)]
    [InlineData(null, 3, 4)]
    public void Refuses_a_month_or_day_without_its_year(int? year, int? month, int? day) =>
        Refused.With(PartialDateErrors.YearMissing, PartialDate.Create(year, month, day));

    [Fact]
    public void Refuses_a_day_without_its_month() => Refused.With(PartialDateErrors.MonthMissing, PartialDate.Create(2016, null, 4));

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(1899)]
    [InlineData(2201)]
    [InlineData(9999)]
    [InlineData(0)]
    [InlineData(-2016)]
    [InlineData(int.MaxValue)]
    public void Refuses_a_year_of_no_use(int year) => Refused.With(PartialDateErrors.YearOutOfRange, PartialDate.Create(year, 1, 1));

    [Theory]
    [InlineData(2017, 2, 29)]
    [InlineData(1900, 2, 29)]
    [InlineData(2016, 4, 31)]
    [InlineData(2016, 4, 0)]
    [InlineData(2016, 13, 1)]
    [InlineData(2016, 0, 1)]
    [InlineData(2016, 13, null)]
    [InlineData(2016, -1, int.MinValue)]
    public void Refuses_a_date_that_no_calendar_has(int year, int month, int? day) => Refused.With(PartialDateErrors.NoSuchDate, PartialDate.Create(year, month, day));

    [Fact]
    public void Accepts_29_February_of_a_leap_year() => Assert.Equal(new DateOnly(2016, 2, 29), PartialDate.Create(2016, 2, 29).Value.Earliest);

    [Fact]
    public void This_year_is_not_in_the_future_while_some_of_it_has_passed()
    {
        Assert.False(Some.On(2017).IsAfter(Some.Today));
        Assert.False(Some.On(2017, 1).IsAfter(Some.Today));
        Assert.False(Some.On(2017, 1, 25).IsAfter(Some.Today));
        Assert.True(Some.On(2017, 1, 26).IsAfter(Some.Today));
        Assert.True(Some.On(2017, 2).IsAfter(Some.Today));
        Assert.True(Some.On(2018).IsAfter(Some.Today));
        Assert.False(PartialDate.Unknown.IsAfter(Some.Today));
    }

    [Fact]
    public void Is_before_another_only_if_no_reading_of_both_says_otherwise()
    {
        Assert.True(Some.On(2015).IsBefore(Some.On(2016)));
        Assert.False(Some.On(2016).IsBefore(Some.On(2016, 12, 31)));
        Assert.False(Some.On(2016, 3).IsBefore(Some.On(2016)));
        Assert.True(Some.On(2016, 3, 3).IsBefore(Some.On(2016, 3, 4)));
        Assert.False(PartialDate.Unknown.IsBefore(Some.On(2016)));
        Assert.False(Some.On(2016).IsBefore(PartialDate.Unknown));
    }

    [Fact]
    public void About_a_day_differs_from_that_day() =>
        Assert.NotEqual(PartialDate.Create(2016, 3, 4, approximate: true).Value, PartialDate.Create(2016, 3, 4).Value);

    [Theory]
    [InlineData(2016, null, null, "2016-04-10", "2016-04-10")]
    [InlineData(2016, 4, null, "2016-04-10", "2016-04-10")]
    [InlineData(2016, 5, null, "2016-04-10", "2016-05-01")]
    [InlineData(2016, 3, null, "2016-04-10", "2016-03-01")]
    [InlineData(2016, 4, 9, "2016-04-10", "2016-04-09")]
    [InlineData(null, null, null, "2016-04-10", "2016-04-10")]
    [InlineData(2016, null, null, null, "2016-01-01")]
    [InlineData(null, null, null, null, null)]
    public void Stands_as_early_as_it_can_without_going_before_what_it_follows(int? year, int? month, int? day, string? floor, string? expected) =>
        Assert.Equal(Day(expected), PartialDate.Create(year, month, day).Value.FirstFrom(Day(floor)));

    [Fact]
    public void Never_stands_on_a_day_that_it_cannot_mean_nor_before_the_other_where_it_need_not()
    {
        var dates = from year in Gen.Choose(2015, 2017)
                    from month in Gen.Choose(0, 12)
                    from day in Gen.Choose(0, 28)
                    select PartialDate.Create(year, month == 0 ? null : month, day == 0 || month == 0 ? null : day).Value;

        Prop.ForAll(dates.Two().ToArbitrary(), pair =>
        {
            var (other, date) = pair;
            var floor = other.FirstFrom(null);
            var day = date.FirstFrom(floor);
            return date.Earliest <= day && day <= date.Latest && (day >= floor || date.Latest < floor);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Comes_back_the_same_from_its_parts()
    {
        var parts = from year in Gen.Choose(PartialDate.EarliestYear, 2200)
                    from month in Gen.Choose(0, 12)
                    from day in Gen.Choose(0, 31)
                    from approximate in Gen.Elements(true, false)
                    select PartialDate.Create(year, month == 0 ? null : month, day == 0 || month == 0 ? null : day, approximate);

        Prop.ForAll(parts.ToArbitrary(), created =>
        {
            if (!created.TryGet(out var date))
            {
                return created.Codes().Single() == "date.no_such_date";
            }

            return PartialDate.Create(date.Year, date.Month, date.Day, date.IsApproximate).Value == date
                && date.Earliest <= date.Latest
                && !date.IsBefore(date);
        }).QuickCheckThrowOnFailure();
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
