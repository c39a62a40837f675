namespace CaseTracker.Web.Pages.Errors;

public sealed class ErrorText;
