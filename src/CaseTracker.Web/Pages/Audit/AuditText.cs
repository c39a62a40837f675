namespace CaseTracker.Web.Pages.Audit;

/// <summary>Texts of the trail, among them every operation in words.</summary>
public sealed class AuditText;
