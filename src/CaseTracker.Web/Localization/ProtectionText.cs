namespace CaseTracker.Web.Localization;

/// <summary>Texts of risk and protection, on an incident's pages and in the lists across incidents.</summary>
public sealed class ProtectionText;
