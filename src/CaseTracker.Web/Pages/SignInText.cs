namespace CaseTracker.Web.Pages;

public sealed class SignInText;
