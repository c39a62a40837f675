namespace CaseTracker.Web.Localization;

/// <summary>Sentences of timelines and of changes of state: <c>Resources/Localization/TimelineText.resx</c> and its Spanish twin.</summary>
public sealed class TimelineText;
