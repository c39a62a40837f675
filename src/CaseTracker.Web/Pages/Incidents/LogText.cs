namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Texts of "Log an incident".</summary>
public sealed class LogText;
