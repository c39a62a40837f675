namespace CaseTracker.Web.Hosting;

/// <param name="Demo">The records are invented: every page says so.</param>
public sealed record SiteMode(bool Demo);
