namespace CaseTracker.Web.Pages.Notices;

public sealed class NoticesText;
