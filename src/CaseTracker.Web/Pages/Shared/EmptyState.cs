namespace CaseTracker.Web.Pages.Shared;

/// <summary>Model of <c>_EmptyState</c>: that there is nothing, and what to do next.</summary>
/// <param name="Icon">A name of Assets/icons.txt.</param>
public sealed record EmptyState(string Title, string? Text = null, string? Href = null, string? Action = null, string Icon = "inbox");
