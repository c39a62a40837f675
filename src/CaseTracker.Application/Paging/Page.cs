using System.Globalization;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Paging;

/// <summary>One page of a list, with the ways on and back.</summary>
/// <param name="Before">Cursor of the page before; null on the first.</param>
/// <param name="After">Cursor of the page after; null on the last.</param>
/// <param name="Total">Rows on all pages.</param>
public sealed record Page<TRow>(IReadOnlyList<TRow> Rows, string? Before, string? After, int Total)
{
    /// <summary>Rows on all pages that belong to the demonstration; of a list that can hold none, 0.</summary>
    public int Invented { get; init; }
}

public static class Page
{
    public static readonly IReadOnlyList<int> Sizes = [25, 50, 100];

    /// <summary>Only the sizes that the product offers: a page of a million rows is a way to take the register home.</summary>
    public static Result<int> ReadSize(string? typed) =>
        string.IsNullOrEmpty(typed) ? Sizes[0]
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && Sizes.Contains(size) ? size
        : PagingErrors.BadSize;

    /// <param name="fetched">One row more than the page holds, in the direction of reading.</param>
    /// <param name="size">Rows a page.</param>
    /// <param name="at">Where reading began.</param>
    /// <param name="total">Rows on all pages.</param>
    /// <param name="mark">The place of a row, for reading on in either direction.</param>
    public static Page<TRow> Of<TRow>(IReadOnlyList<TRow> fetched, int size, Cursor? at, int total, Func<TRow, bool, Cursor> mark)
    {
        var back = at is { Backwards: true };
        var more = fetched.Count > size;
        List<TRow> rows = [.. fetched.Take(size)];
        if (back)
        {
            rows.Reverse();
        }

        return rows.Count == 0
            ? new(rows, null, null, total)
            : new(
                rows,
                (back ? more : at is not null) ? mark(rows[0], true).Write() : null,
                back || more ? mark(rows[^1], false).Write() : null,
                total);
    }
}
