namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Texts of who may see an incident, of handing it over and of opening identities.</summary>
public sealed class AccessText;
