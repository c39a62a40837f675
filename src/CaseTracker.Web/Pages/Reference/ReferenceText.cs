namespace CaseTracker.Web.Pages.Reference;

/// <summary>Texts of the reference pages and of an incident's context.</summary>
public sealed class ReferenceText;
