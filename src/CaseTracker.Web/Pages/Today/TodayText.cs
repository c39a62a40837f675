namespace CaseTracker.Web.Pages.Today;

public sealed class TodayText;
