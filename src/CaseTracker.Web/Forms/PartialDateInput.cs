using System.Globalization;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Web.Forms;

/// <summary>A date as it was typed. Nothing is refused while binding, so that a slip is shown again as typed.</summary>
public sealed class PartialDateInput
{
    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    public bool Approximate { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year);

    public static PartialDateInput From(PartialDate? date) => new()
    {
        Day = date?.Day?.ToString(CultureInfo.InvariantCulture),
        Month = date?.Month?.ToString(CultureInfo.InvariantCulture),
        Year = date?.Year?.ToString(CultureInfo.InvariantCulture),
        Approximate = date?.IsApproximate ?? false,
    };

    public static PartialDateInput From(DateInput date) => new()
    {
        Day = date.Day?.ToString(CultureInfo.InvariantCulture),
        Month = date.Month?.ToString(CultureInfo.InvariantCulture),
        Year = date.Year?.ToString(CultureInfo.InvariantCulture),
        Approximate = date.IsApproximate,
    };

    /// <summary>An empty box is not known; one that holds no number becomes 0, which no calendar has, so that it is refused with the date.</summary>
    public DateInput ToInput() => new(Read(Year), Read(Month), Read(Day), Approximate);

    private static int? Read(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
