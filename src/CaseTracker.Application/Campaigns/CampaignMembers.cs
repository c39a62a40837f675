using System.Globalization;
using CaseTracker.Application.Paging;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Campaigns;

/// <summary>The incidents of a campaign a page at a time, in the order of time; those without a day come first.</summary>
internal static class CampaignMembers
{
    private const string Order = "members";

    /// <param name="places">Day and number of those that the reader sees: the others are on no page.</param>
    /// <returns>A refusal for a cursor that this order did not write.</returns>
    public static Result<Page<CampaignIncident>> Page(IEnumerable<CampaignIncident> members, IReadOnlyDictionary<IncidentId, (DateOnly FirstDay, string Number)> places, string? at)
    {
        var read = Cursor.Read(at, Order);
        var from = default((DateOnly Day, string Number, long Left));
        if (!read.TryGet(out var cursor) || (cursor is not null && !TryRead(cursor, out from)))
        {
            return PagingErrors.BadCursor;
        }

        var ordered = members.Where(m => places.ContainsKey(m.IncidentId)).Select(m => (Place: PlaceOf(m), Member: m)).OrderBy(m => m.Place).ToList();
        var rest = cursor is null ? ordered : cursor.Backwards ? ordered.Where(m => m.Place.CompareTo(from) < 0).Reverse() : ordered.Where(m => m.Place.CompareTo(from) > 0);
        var page = Paging.Page.Of<((DateOnly Day, string Number, long Left) Place, CampaignIncident Member)>([.. rest.Take(GetCampaignHandler.PageSize + 1)], GetCampaignHandler.PageSize, cursor, ordered.Count, (row, backwards) => Mark(row.Place, backwards));
        return new Page<CampaignIncident>([.. page.Rows.Select(r => r.Member)], page.Before, page.After, page.Total);

        // An incident can have been taken out more than once. Its place among all that were ever added would tell how many of them one does not see.
        (DateOnly Day, string Number, long Left) PlaceOf(CampaignIncident member) => (places[member.IncidentId].FirstDay, places[member.IncidentId].Number, member.RemovedAt?.UtcTicks ?? 0);
    }

    private static Cursor Mark((DateOnly Day, string Number, long Left) place, bool backwards) =>
        new(Order, backwards, Cursor.Written(place.Day), string.Create(CultureInfo.InvariantCulture, $"{place.Number} {place.Left}"));

    private static bool TryRead(Cursor cursor, out (DateOnly Day, string Number, long Left) place)
    {
        place = default;
        if (cursor.Day is not { } day || cursor.Key.Split(' ') is not [var number, var last] || !long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var left))
        {
            return false;
        }

        place = (day, number, left);
        return true;
    }
}
