namespace CaseTracker.Web.Localization;

public sealed class FollowUpText;
