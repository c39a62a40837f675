using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Timelines;

/// <summary>
/// Reads what all features have to tell about some incidents, and puts it in the order in which it happened. What is known to the
/// month or the year, or not at all, never stands before what it follows where it need not.
/// </summary>
public sealed class TimelineReading(ICaseTrackerDb db, IVault vault, Time.Calendar calendar, IEnumerable<ITimelineSource> sources)
{
    public const int PageSize = 200;

    private const string Order = "timeline";

    /// <param name="incidents">Filtered to what the reader sees, as every query is.</param>
    /// <param name="person">See <see cref="TimelineScope.Person"/>.</param>
    /// <param name="own">What belongs to no incident, such as what a campaign has of its own.</param>
    /// <returns>Null if there is none of the incidents and nothing of one's own to tell of; a refusal for a cursor that this order did not write.</returns>
    public async Task<Result<Timeline?>> OfAsync(
        IQueryable<Incident> incidents, TimelineAsked asked, CancellationToken cancellationToken, PersonId? person = null, IReadOnlyList<TimelineItem>? own = null)
    {
        var everything = asked.At == TimelineAsked.Everything;
        var at = Cursor.Read(everything ? null : asked.At, Order);
        if (!at.IsSuccess)
        {
            return PagingErrors.BadCursor;
        }

        var told = await incidents.AsNoTracking().OrderBy(i => i.Number).Select(i => new { i.Id, i.Number, i.StartedOn }).ToListAsync(cancellationToken);
        if (told.Count == 0 && own is null)
        {
            return (Timeline?)null;
        }

        var keys = await vault.OfAsync(told.Select(i => i.Id), cancellationToken);
        var scope = new TimelineScope([.. told.Select(i => new ToldIncident(i.Id, i.Number, i.StartedOn))], keys, person);
        List<TimelineItem> all = [.. own ?? []];
        foreach (var source in sources)
        {
            all.AddRange(await source.TellAsync(scope, cancellationToken));
        }

        var ordered = Placed(all.Where(item => asked.Classes.Count == 0 || asked.Classes.Contains(item.Entry.Class)));
        if (PageOf(ordered, everything ? Math.Max(1, ordered.Count) : PageSize, at.Value) is not { } page)
        {
            return PagingErrors.BadCursor;
        }

        var names = await db.Members.NamesAsync(page.Rows.Select(row => row.Item.Who).OfType<MemberId>(), cancellationToken);
        return new Timeline(
            [.. page.Rows.Select(row => row.Item.Entry with { By = names.Of(row.Item.Who) })], all.CountBy(item => item.Entry.Class).ToDictionary(), page.Total, page.Before, page.After);
    }

    /// <summary>Each with its day, and its place within the day.</summary>
    private List<Place> Placed(IEnumerable<TimelineItem> items) =>
    [
        .. items.OrderBy(DayOf).ThenBy(item => item.Entry.At ?? DateTimeOffset.MinValue)
            .GroupBy(DayOf).SelectMany(day => day.Select((item, place) => new Place(item, day.Key, place))),
    ];

    /// <returns>Null for a cursor that names no place.</returns>
    private static Page<Place>? PageOf(List<Place> ordered, int size, Cursor? at)
    {
        if (at is null)
        {
            return Page.Of(ordered, size, at, ordered.Count, Mark);
        }

        if (at.Day is not { } day || !int.TryParse(at.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            return null;
        }

        var rest = at.Backwards
            ? ordered.Where(row => (row.Day, row.Within).CompareTo((day, place)) < 0).Reverse()
            : ordered.Where(row => (row.Day, row.Within).CompareTo((day, place)) > 0);
        return Page.Of<Place>([.. rest.Take(size + 1)], size, at, ordered.Count, Mark);
    }

    private static Cursor Mark(Place row, bool backwards) => new(Order, backwards, Cursor.Written(row.Day), row.Within.ToString(CultureInfo.InvariantCulture));

    private DateOnly DayOf(TimelineItem item) => item.Entry.At is { } at ? calendar.DayOf(at) : item.Day ?? DateOnly.MinValue;

    private sealed record Place(TimelineItem Item, DateOnly Day, int Within);
}
