using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;

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

    /// <summary>Incidents of that number or with a victim of that pseudonym, or of that name as far as the reader may know it.</summary>
    public IReadOnlyList<IncidentId> Known { get; init; } = [];

    /// <summary>The text is part of so many numbers that <see cref="Known"/> leaves them out.</summary>
    public bool HasManyNumbers { get; init; }

    /// <summary>The same of pseudonyms.</summary>
    public bool HasManyPseudonyms { get; init; }

    /// <summary>So many match that it is faster to go through a list and ask of each whether it does than to gather them first.</summary>
    public bool IsCommon { get; init; }

    /// <summary>Numbers are written with these characters alone: any other text need not be looked for among them.</summary>
    public bool MayBeNumber => Typed.Length <= Incident.NumberLimit && Typed.All(c => char.IsAsciiDigit(c) || c is 'C' or 'c' or 'T' or 't' or '-');

    public bool MayBePseudonym => Pseudonyms.MayHold(Typed);

    public string Lower => $"%{Escaped(Typed.ToLowerInvariant())}%";

    private static string Escaped(string text) => text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_").Replace("[", "\\[");
}
