using System.Globalization;
using CaseTracker.Domain.Shared;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Localization;

/// <summary>Dates in words, as exactly as they are known and no more, in the language of the request.</summary>
public sealed class DateText(IStringLocalizer<SharedText> text)
{
    public string Of(PartialDate? date)
    {
        if (date is not { IsKnown: true, Earliest: { } earliest })
        {
            return text["Date.Unknown"];
        }

        var words = date.Precision switch
        {
            DatePrecision.Day => Format(earliest, "Date.DayPattern"),
            DatePrecision.Month => Format(earliest, "Date.MonthPattern"),
            _ when date.IsApproximate => earliest.Year.ToString(CultureInfo.InvariantCulture),
            _ => text["Date.YearOnly", earliest.Year].Value,
        };
        return (date.IsApproximate, date.Precision) switch
        {
            (false, _) => words,
            (true, DatePrecision.Day) => text["Date.AboutDay", words],
            _ => text["Date.About", words],
        };
    }

    /// <summary>An open period reads as its start alone.</summary>
    public string Of(PartialDate start, PartialDate? end) =>
        end is not { IsKnown: true } || end == start ? Of(start) : text["Date.Period", Of(start), Of(end)];

    /// <summary>The same as the first words of a sentence.</summary>
    public string Opening(PartialDate start, PartialDate? end) => Of(start, end) is { Length: > 0 } words ? char.ToUpper(words[0], CultureInfo.CurrentUICulture) + words[1..] : "";

    public string Of(DateOnly? day) => day is { } known ? Format(known, "Date.DayPattern") : text["Date.Unknown"];

    /// <summary>For lists: months cut short, and no words for what is not known of the day or the month.</summary>
    public string Short(PartialDate? date)
    {
        if (date is not { IsKnown: true, Earliest: { } earliest })
        {
            return text["Date.Unknown"];
        }

        var words = date.Precision switch
        {
            DatePrecision.Day => Format(earliest, "Date.DayShort"),
            DatePrecision.Month => Format(earliest, "Date.MonthShort"),
            _ => earliest.Year.ToString(CultureInfo.InvariantCulture),
        };
        return date.IsApproximate ? text["Date.AboutShort", words] : words;
    }

    public string Short(DateOnly day) => Format(day, "Date.DayShort");

    /// <summary>The moment in <paramref name="zone"/> (UTC if none), with the zone's offset at that moment.</summary>
    public string Of(DateTimeOffset moment, TimeZoneInfo? zone = null)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone ?? TimeZoneInfo.Utc);
        return text["Date.Moment", Of(DateOnly.FromDateTime(local.DateTime)), TimeOf(local)];
    }

    /// <summary>The time of day with its zone, such as <c>14:05 UTC−6</c>.</summary>
    public string Time(DateTimeOffset moment, TimeZoneInfo? zone = null) => TimeOf(TimeZoneInfo.ConvertTime(moment, zone ?? TimeZoneInfo.Utc));

    /// <summary>For the <c>datetime</c> attribute of a time element; null when no such value can be told honestly.</summary>
    public static string? Machine(PartialDate? date) => date?.Precision switch
    {
        DatePrecision.Day => date.Earliest?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DatePrecision.Month => date.Earliest?.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DatePrecision.Year => date.Earliest?.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string TimeOf(DateTimeOffset local)
    {
        var offset = local.Offset;
        var sign = offset < TimeSpan.Zero ? "−" : "+";
        var zone = offset == TimeSpan.Zero ? "UTC" : $"UTC{sign}{Math.Abs(offset.Hours)}{(offset.Minutes == 0 ? "" : $":{Math.Abs(offset.Minutes):00}")}";
        return $"{local.ToString("HH:mm", CultureInfo.InvariantCulture)} {zone}";
    }

    private string Format(DateOnly day, string pattern) => day.ToString(text[pattern].Value, CultureInfo.CurrentUICulture);
}
