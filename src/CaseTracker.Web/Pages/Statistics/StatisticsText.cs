namespace CaseTracker.Web.Pages.Statistics;

/// <summary>Texts of the statistics: <c>Resources/Pages/Statistics/StatisticsText.resx</c> and its Spanish twin.</summary>
public sealed class StatisticsText;
