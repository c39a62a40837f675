using CaseTracker.Domain.Incidents;

namespace CaseTracker.Application.Incidents;

/// <summary>
/// What somebody looks for: part of a number or of a pseudonym as they stand, words of the title, narrative or municipality
/// by their blinded stems, and names of victims through the register.
/// </summary>
public sealed record SearchText(string Typed)
{
    public const string Escape = "\\";

    /// <summary>For each word, the blinded stems of which an incident must have one.</summary>
    public IReadOnlyList<List<long>> Words { get; init; } = [];

    /// <summary>Incidents with a victim of that name, as far as the reader may know the name.</summary>
    public IReadOnlyList<IncidentId> Named { get; init; } = [];

    /// <summary>Numbers and pseudonyms are plain and short: a longer text need not be looked for among them.</summary>
    public bool MayBeNumberOrPseudonym => Typed.Length <= 14 && Typed.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    public string Lower => $"%{Escaped(Typed.ToLowerInvariant())}%";

    private static string Escaped(string text) => text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_").Replace("[", "\\[");
}
