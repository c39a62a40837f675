namespace CaseTracker.Web.Localization;

/// <summary>Texts about authorities and stalled paths.</summary>
public sealed class AuthorityText;
