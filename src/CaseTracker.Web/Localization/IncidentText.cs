namespace CaseTracker.Web.Localization;

/// <summary>Texts of the pages of one incident: <c>Resources/Localization/IncidentText.resx</c> and its Spanish twin.</summary>
public sealed class IncidentText;
