namespace CaseTracker.Web.Localization;

/// <summary>Every operation, outcome and detail of the trail in words, for the auditor and for the history of an incident.</summary>
public sealed class TrailText;
