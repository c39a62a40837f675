using System.Globalization;
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

    /// <summary>Empty is the unknown date; letters are refused as a date that no calendar has.</summary>
    public Result<PartialDate> ToPartialDate() =>
        TryRead(Year, out var year) && TryRead(Month, out var month) && TryRead(Day, out var day)
            ? PartialDate.Create(year, month, day, Approximate)
            : PartialDateErrors.NoSuchDate;

    private static bool TryRead(string? typed, out int? number)
    {
        number = null;
        if (string.IsNullOrWhiteSpace(typed))
        {
            return true;
        }

        var read = int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        number = value;
        return read;
    }
}
