using Microsoft.AspNetCore.Mvc.Rendering;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Model of <c>_Accused</c>: of whom a stage speaks.</summary>
/// <param name="Address">Of the incident.</param>
public sealed record AccusedFields(StageForm Form, IEnumerable<SelectListItem> Accused, bool IsAgainstDefender, string Address);
