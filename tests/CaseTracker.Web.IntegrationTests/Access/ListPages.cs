namespace CaseTracker.Web.IntegrationTests.Access;

/// <summary>What lists can be asked: searches, filters, and every number that leads to its list.</summary>
internal static class ListPages
{
    private static readonly string[] Lists = ["/incidents?", "/follow-ups?", "/interventions?", "/protection?", "/stalled?"];

    /// <param name="cast">Whose incident must not show in them.</param>
    /// <param name="owner">Id of its owner.</param>
    public static IEnumerable<string> Of(Cast cast, string owner) =>
    [
        "/incidents?text=quiscalus", $"/incidents?text={cast.Pseudonym}", $"/incidents?text={Cast.Surname}", $"/incidents?owner={owner}", $"/incidents?release={Cast.Release}",
        "/incidents?handed=yes", "/incidents?stalled=yes", "/incidents?hearing=yes", $"/people?text={cast.Pseudonym}", $"/people?text={Cast.Surname}", "/people?kind=Individual",
        "/follow-ups?whose=team", "/follow-ups?whose=team&when=week", "/notices?p=2", "/stalled?whose=team",
        "/interventions?whose=team", "/interventions?whose=team&state=overdue", "/interventions?whose=team&type=UA",
        "/protection?whose=team", "/protection?whose=team&state=all", "/protection/signs?whose=team",
    ];

    public static bool Of(string link) => Lists.Any(list => link.StartsWith(list, StringComparison.Ordinal));
}
