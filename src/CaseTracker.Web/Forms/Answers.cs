using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CaseTracker.Web.Forms;

public static class Answers
{
    /// <summary>One of these questions, or a part of it, was refused: what is folded around it must stand open.</summary>
    public static bool IsWrong(this ModelStateDictionary state, params string[] names) =>
        state.Any(s => s.Value!.Errors.Count > 0 && names.Any(n => s.Key == n || s.Key.StartsWith($"{n}.", StringComparison.Ordinal)));
}
