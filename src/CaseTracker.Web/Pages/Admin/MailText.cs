namespace CaseTracker.Web.Pages.Admin;

public sealed class MailText;
