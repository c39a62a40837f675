namespace CaseTracker.Web.Pages.Account;

public sealed class SecurityText;
