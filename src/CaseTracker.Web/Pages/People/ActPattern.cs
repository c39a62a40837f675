using System.Globalization;
using CaseTracker.Application.People;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Web.Pages.People;

/// <summary>
/// What was done to somebody, drawn: a row for each group of acts, time from left to right. An act dated to the day is a dot; one
/// known to the month or the year is a bar over all the days that it can mean, so that the drawing claims no more than the date.
/// </summary>
public sealed class ActPattern
{
    public const int Width = 320;
    public const int RowHeight = 34;

    private const int Left = 8;
    private const int Right = Width - 8;
    private const int MostTicks = 6;
    private const int AxisHeight = 18;

    private readonly DateOnly _from;
    private readonly int _days;

    public ActPattern(IReadOnlyList<PersonAct> acts, ITerms terms)
    {
        var dated = acts.Where(a => a.On.IsKnown).ToList();
        Undated = acts.Count - dated.Count;
        if (dated.Count == 0)
        {
            return;
        }

        var (first, last) = (dated.Min(a => a.On.Earliest!.Value.Year), dated.Max(a => a.On.Latest!.Value.Year));
        _from = new DateOnly(first, 1, 1);
        _days = new DateOnly(last, 12, 31).DayNumber - _from.DayNumber;
        Rows = [.. dated.GroupBy(a => GroupOf(a.Code, terms)).OrderBy(g => terms.Find(Lists.Acts, g.Key)?.Position).Select((g, i) => new PatternRow(
            g.Key, i * RowHeight, g.Count(), [.. g.Select(a => new PatternMark(At(a.On.Earliest!.Value), At(a.On.Latest!.Value)))]))];
        var step = Math.Max(1, (int)Math.Ceiling((last - first + 1) / (double)MostTicks));
        Ticks = [.. Enumerable.Range(first, last - first + 1).Where(y => (y - first) % step == 0).Select(y => (At(new DateOnly(y, 1, 1)), y.ToString(CultureInfo.InvariantCulture)))];
    }

    public IReadOnlyList<PatternRow> Rows { get; } = [];

    /// <summary>Where years begin.</summary>
    public IReadOnlyList<(double X, string Year)> Ticks { get; } = [];

    /// <summary>Acts that cannot be drawn.</summary>
    public int Undated { get; }

    public int AxisY => Rows.Count * RowHeight;

    public int Height => AxisY + AxisHeight;

    /// <summary>An act that an organisation added to the list may belong to no group.</summary>
    private static string GroupOf(string code, ITerms terms) => terms.Find(Lists.Acts, code)?.Parent ?? code;

    private double At(DateOnly day) => Left + ((Right - Left) * (day.DayNumber - _from.DayNumber) / (double)_days);
}

/// <param name="Group">Code of the list <c>acts</c>.</param>
/// <param name="Top">Where the row begins.</param>
public sealed record PatternRow(string Group, int Top, int Count, IReadOnlyList<PatternMark> Marks);

/// <param name="From">Of the first day that it can mean.</param>
/// <param name="To">Of the last; the same for a day.</param>
public readonly record struct PatternMark(double From, double To)
{
    public bool IsDay => From == To;
}
