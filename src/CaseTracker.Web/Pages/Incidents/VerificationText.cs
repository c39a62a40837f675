namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Texts of what is claimed, by which sources it is supported, and of what "verified" still lacks.</summary>
public sealed class VerificationText;
