namespace CaseTracker.Web.Pages.Shared;

/// <summary>Model of <c>_Pager</c>: keyset pages have neighbours, not numbers.</summary>
/// <param name="Newer">Address of the page before; null on the first.</param>
/// <param name="Older">Address of the page after; null on the last.</param>
/// <param name="Total">How many there are on all pages, if it was counted.</param>
/// <param name="ByTime">The latest stand first; otherwise the neighbours are simply the previous and the next.</param>
public sealed record Pager(string? Newer, string? Older, int? Total = null, bool ByTime = true);
