using Microsoft.AspNetCore.Mvc.Rendering;

namespace CaseTracker.Web.Pages.Shared;

/// <summary>Model of <c>_FilterChoice</c>: one part of a list's filter, chosen from a list.</summary>
/// <param name="Part">Name of the part, with a capital; the address has it without.</param>
/// <param name="Chosen">As in the address; shown even if it is none of the items, so that an error has its place.</param>
public sealed record FilterChoice(string Part, string Label, string Any, IEnumerable<SelectListItem> Items, string? Chosen);

/// <summary>Model of <c>_FilterField</c>: one part of a list's filter, typed.</summary>
public sealed record FilterField(string Part, string Label, string? Typed, string Type = "text", string? Hint = null);
