namespace CaseTracker.Domain.Shared;

public enum DatePrecision
{
    Unknown = 0,
    Year = 1,
    Month = 2,
    Day = 3,
}

/// <summary>
/// A date as well as it is known: a day, a month, a year, or not at all. A year is never turned into 1 January:
/// it stands for every day between <see cref="Earliest"/> and <see cref="Latest"/>.
/// </summary>
public sealed record PartialDate
{
    /// <summary>Older events belong to historical archives, and a two-digit year is a slip of the keyboard.</summary>
    public const int EarliestYear = 1900;

    public static readonly PartialDate Unknown = new() { Precision = DatePrecision.Unknown };

    private PartialDate()
    {
    }

    public DatePrecision Precision { get; private init; }

    /// <summary>First day it can mean; null when unknown.</summary>
    public DateOnly? Earliest { get; private init; }

    /// <summary>Last day it can mean; null when unknown.</summary>
    public DateOnly? Latest { get; private init; }

    public bool IsApproximate { get; private init; }

    public int? Year => Earliest?.Year;

    public int? Month => Precision >= DatePrecision.Month ? Earliest?.Month : null;

    public int? Day => Precision == DatePrecision.Day ? Earliest?.Day : null;

    public bool IsKnown => Precision != DatePrecision.Unknown;

    /// <summary>All null is an unknown date. Refuses a gap (a day without its month), and a date that no calendar has.</summary>
    public static Result<PartialDate> Create(int? year, int? month, int? day, bool approximate = false)
    {
        if (year is null)
        {
            return month is null && day is null ? Unknown with { IsApproximate = false } : PartialDateErrors.YearMissing;
        }

        if (year is < EarliestYear or > 2200)
        {
            return PartialDateErrors.YearOutOfRange.With(EarliestYear);
        }

        if (month is null)
        {
            return day is null
                ? Between(DatePrecision.Year, new DateOnly(year.Value, 1, 1), new DateOnly(year.Value, 12, 31), approximate)
                : PartialDateErrors.MonthMissing;
        }

        if (month is < 1 or > 12)
        {
            return PartialDateErrors.NoSuchDate;
        }

        var lastOfMonth = DateTime.DaysInMonth(year.Value, month.Value);
        if (day is null)
        {
            return Between(DatePrecision.Month, new DateOnly(year.Value, month.Value, 1), new DateOnly(year.Value, month.Value, lastOfMonth), approximate);
        }

        return day < 1 || day > lastOfMonth
            ? PartialDateErrors.NoSuchDate
            : OnDay(new DateOnly(year.Value, month.Value, day.Value), approximate);
    }

    public static PartialDate OnDay(DateOnly day, bool approximate = false) => Between(DatePrecision.Day, day, day, approximate);

    /// <summary>True only if no reading of this date lies on or before <paramref name="day"/>.</summary>
    public bool IsAfter(DateOnly day) => Earliest > day;

    /// <summary>True only if every reading of this date lies before every reading of the other.</summary>
    public bool IsBefore(PartialDate other) => Latest < other.Earliest;

    /// <summary>
    /// The last day that it can mean to somebody who wrote it down on <paramref name="writtenOn"/>: "2026" written in March is not
    /// 31 December. A date that lies wholly after that day, because a correction moved it there, means its first.
    /// </summary>
    public DateOnly LastDayAsOf(DateOnly writtenOn) => Latest < writtenOn ? Latest.Value : Earliest > writtenOn ? Earliest.Value : writtenOn;

    /// <summary>The first day that it can mean on or after <paramref name="floor"/>; the first of all where it means none so late.</summary>
    /// <returns>Null if neither is known.</returns>
    public DateOnly? FirstFrom(DateOnly? floor) => !IsKnown || (Earliest < floor && floor <= Latest) ? floor : Earliest;

    private static PartialDate Between(DatePrecision precision, DateOnly earliest, DateOnly latest, bool approximate) =>
        new() { Precision = precision, Earliest = earliest, Latest = latest, IsApproximate = approximate };
}

public static class PartialDateErrors
{
    public static readonly Refusal YearMissing = new("date.year_missing");
    public static readonly Refusal MonthMissing = new("date.month_missing");
    public static readonly Refusal YearOutOfRange = new("date.year_out_of_range");
    public static readonly Refusal NoSuchDate = new("date.no_such_date");
    public static readonly Refusal InTheFuture = new("date.in_the_future");
    public static readonly Refusal Reversed = new("date.reversed");
}
