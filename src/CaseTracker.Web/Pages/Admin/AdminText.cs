namespace CaseTracker.Web.Pages.Admin;

/// <summary>Texts of the administration of users and teams.</summary>
public sealed class AdminText;
