namespace CaseTracker.Web.Localization;

/// <summary>Texts of interventions and replies, on their own pages, on those of an incident and of a release.</summary>
public sealed class InterventionText;
