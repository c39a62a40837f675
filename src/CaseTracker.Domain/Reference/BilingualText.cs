namespace CaseTracker.Domain.Reference;

/// <summary>One statement in both languages of the product; neither is a machine's rendering of the other.</summary>
public sealed record BilingualText(string English, string Spanish)
{
    public const int LineLimit = 400;
    public const int Limit = 4000;
}
