using System.Globalization;
using System.Text;

namespace CaseTracker.Application.Incidents;

/// <summary>
/// What somebody looks for, whatever its capitals and accents, as two patterns for LIKE. No database of the three compares
/// Spanish without accents by itself, and taking them off every row is slow: <see cref="Loose"/> leaves a gap for each
/// letter that may carry an accent and throws out nearly every row; only what is left is compared with <see cref="Exact"/>.
/// </summary>
public sealed class SearchText
{
    public const string Escape = "\\";

    private const string MayCarryAccents = "aeioun";

    public SearchText(string typed)
    {
        var plain = Plain(typed);
        Exact = $"%{Escaped(plain)}%";
        Loose = $"%{string.Concat(plain.Select(c => MayCarryAccents.Contains(c) ? "_" : Escaped(c.ToString())))}%";
        MayBePseudonym = plain.Length <= 9 && plain.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
    }

    public string Exact { get; }

    public string Loose { get; }

    /// <summary>Pseudonyms are short and plain: a longer text need not be looked for among them.</summary>
    public bool MayBePseudonym { get; }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            plain.Append(c);
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_").Replace("[", "\\[");
}
