using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Paging;

/// <summary>A place in a list: beside the row with this sort value and key. Rows that are added meanwhile move nobody's page.</summary>
/// <param name="Order">The order it belongs to: in another one the same place means nothing.</param>
/// <param name="Backwards">The page before this row, instead of the one after it.</param>
/// <param name="Value">What the list is sorted by, written so that it can be read again exactly.</param>
/// <param name="Key">What tells rows of the same value apart.</param>
public sealed record Cursor(string Order, bool Backwards, string Value, string Key)
{
    private const int LengthLimit = 400;
    private const string DayFormat = "yyyy-MM-dd";
    private const char Separator = '\n';

    /// <summary>Null if the value is not a day.</summary>
    public DateOnly? Day => DateOnly.TryParseExact(Value, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Null if the value is not an instant.</summary>
    public DateTimeOffset? Instant =>
        long.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;

    public static string Written(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static string Written(DateTimeOffset instant) => instant.UtcTicks.ToString(CultureInfo.InvariantCulture);

    /// <summary>For an address; opaque, so that nobody builds on what it holds.</summary>
    public string Write() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, Order, Backwards ? "<" : ">", Value, Key)));

    /// <returns>Null for no cursor; a refusal for one that this order did not write.</returns>
    public static Result<Cursor?> Read(string? written, string order)
    {
        if (string.IsNullOrEmpty(written))
        {
            return (Cursor?)null;
        }

        if (written.Length > LengthLimit || !Base64Url.IsValid(written))
        {
            return PagingErrors.BadCursor;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(written)).Split(Separator);
        // No database holds a NUL, and PostgreSQL does not even compare with one.
        return parts.Length == 4 && !parts.Any(p => p.Contains('\0')) && parts[0] == order && parts[1] is "<" or ">"
            ? new Cursor(order, parts[1] == "<", parts[2], parts[3])
            : PagingErrors.BadCursor;
    }
}

public static class PagingErrors
{
    public static readonly Refusal BadCursor = new("paging.bad_cursor", Field: "Page");
    public static readonly Refusal BadSize = new("paging.bad_size", Field: "Size");
    public static readonly Refusal UnknownOrder = new("paging.unknown_order", Field: "Sort");
}
