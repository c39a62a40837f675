using Microsoft.AspNetCore.Mvc.Rendering;

namespace CaseTracker.Web.Pages.Shared;

/// <summary>Model of <c>_FilterChoice</c>: one part of a list's filter, chosen from a list.</summary>
/// <param name="Part">Name of the part, with a capital; the address has it without.</param>
/// <param name="Chosen">As in the address; shown even if it is none of the items, so that it is not lost when the form is sent and an error has its place.</param>
/// <param name="Words">What is chosen, for when it is none of the items.</param>
public sealed record FilterChoice(string Part, string Label, string Any, IEnumerable<SelectListItem> Items, string? Chosen, string? Words = null);

/// <summary>Model of <c>_FilterField</c>: one part of a list's filter, typed.</summary>
public sealed record FilterField(string Part, string Label, string? Typed, string Type = "text", string? Hint = null);
