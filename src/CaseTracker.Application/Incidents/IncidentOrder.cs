using CaseTracker.Application.Paging;
using CaseTracker.Domain.Incidents;

namespace CaseTracker.Application.Incidents;

/// <summary>
/// The orders of the incident list, each with its way to read on from a row. The number tells rows of the same day apart.
/// The bound is said twice on purpose: alone it lets a database seek in the index instead of reading up to the page.
/// </summary>
public sealed record IncidentOrder
{
    public static readonly IReadOnlyList<IncidentOrder> All =
    [
        new() { Name = "newest", IsDescending = true, _value = r => Cursor.Written(r.FirstDay), _after = AfterDay },
        new() { Name = "oldest", _value = r => Cursor.Written(r.FirstDay), _after = AfterDay },
        new() { Name = "logged", IsDescending = true, _value = r => Cursor.Written(r.LoggedAt), _after = AfterInstant },
        new() { Name = "number", _value = _ => "", _after = AfterNumber },
    ];

    private Func<IncidentListing, string> _value = null!;
    private Func<IQueryable<Incident>, Cursor, bool, IQueryable<Incident>?> _after = null!;

    private IncidentOrder()
    {
    }

    public string Name { get; private init; } = "";

    private bool IsDescending { get; init; }

    public static IncidentOrder? Find(string? name) => string.IsNullOrEmpty(name) ? All[0] : All.FirstOrDefault(o => o.Name == name);

    public Cursor Mark(IncidentListing row, bool backwards) => new(Name, backwards, _value(row), row.Number);

    /// <returns>The incidents from the cursor on, in the direction of reading; null if the cursor holds nothing of this order.</returns>
    public IQueryable<Incident>? From(IQueryable<Incident> incidents, Cursor? at)
    {
        var down = IsDescending != (at is { Backwards: true });
        var rest = at is null ? incidents : _after(incidents, at, down);
        return (rest, Name, down) switch
        {
            (null, _, _) => null,
            (_, "number", true) => rest.OrderByDescending(i => i.Number),
            (_, "number", false) => rest.OrderBy(i => i.Number),
            (_, "logged", true) => rest.OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Number),
            (_, "logged", false) => rest.OrderBy(i => i.CreatedAt).ThenBy(i => i.Number),
            (_, _, true) => rest.OrderByDescending(i => i.FirstDay).ThenByDescending(i => i.Number),
            _ => rest.OrderBy(i => i.FirstDay).ThenBy(i => i.Number),
        };
    }

    private static IQueryable<Incident>? AfterDay(IQueryable<Incident> incidents, Cursor at, bool down)
    {
        if (at.Day is not { } day)
        {
            return null;
        }

        var number = at.Key;
        return down
            ? incidents.Where(i => i.FirstDay <= day && (i.FirstDay < day || string.Compare(i.Number, number) < 0))
            : incidents.Where(i => i.FirstDay >= day && (i.FirstDay > day || string.Compare(i.Number, number) > 0));
    }

    private static IQueryable<Incident>? AfterInstant(IQueryable<Incident> incidents, Cursor at, bool down)
    {
        if (at.Instant is not { } instant)
        {
            return null;
        }

        var number = at.Key;
        return down
            ? incidents.Where(i => i.CreatedAt <= instant && (i.CreatedAt < instant || string.Compare(i.Number, number) < 0))
            : incidents.Where(i => i.CreatedAt >= instant && (i.CreatedAt > instant || string.Compare(i.Number, number) > 0));
    }

    private static IQueryable<Incident> AfterNumber(IQueryable<Incident> incidents, Cursor at, bool down)
    {
        var number = at.Key;
        return down ? incidents.Where(i => string.Compare(i.Number, number) < 0) : incidents.Where(i => string.Compare(i.Number, number) > 0);
    }
}
