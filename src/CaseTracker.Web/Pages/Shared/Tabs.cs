namespace CaseTracker.Web.Pages.Shared;

/// <summary>Model of <c>_Tabs</c>: pages that belong together, as links.</summary>
/// <param name="Label">What they are the pages of, for screen readers.</param>
public sealed record Tabs(string Label, IReadOnlyList<Tab> Items);

/// <param name="Count">How many are behind it; not shown when null.</param>
public sealed record Tab(string Text, string Href, bool Current, int? Count = null);
