namespace CaseTracker.Web.Pages.Shared;

/// <summary>One question of <c>_Differences</c>, for somebody whose change came second.</summary>
/// <param name="Typed">In words; empty for nothing.</param>
/// <param name="Stored">By now, in words; empty for nothing.</param>
public sealed record Difference(string Label, string? Typed, string? Stored)
{
    public bool IsOne => (Typed ?? "").ReplaceLineEndings("\n").Trim() != (Stored ?? "").Trim();
}
