using System.Globalization;
using System.Text;

namespace CaseTracker.Domain.People;

/// <summary>Names compared as people write them: without accents, case, hyphens or particles.</summary>
public static class NameTokens
{
    private const int TokenLimit = 60;

    private static readonly HashSet<string> Particles = ["de", "del", "la", "las", "los", "el", "y", "e", "da", "do", "dos", "van", "von", "the", "of", "and"];

    public static IReadOnlyList<string> Of(params string?[] texts) =>
        [.. texts.Where(t => t is not null).SelectMany(t => Words(t!)).Where(w => w.Length > 1 && !Particles.Contains(w)).Distinct()];

    /// <summary>The words by which a name can be told from others; all of them where it has none but those that many bear.</summary>
    public static IReadOnlyList<string> Telling(IReadOnlyList<string> words) =>
        words.Where(w => !GenericWords.Has(w)).ToList() is { Count: > 0 } telling ? telling : words;

    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                // Invariant: a Turkish İ must not become another letter on another server.
                var letter = rune.Value == 'ı' ? new Rune('i') : Rune.ToLowerInvariant(rune);
                _ = letter.IsBmp ? word.Append((char)letter.Value) : word.Append(letter.ToString());
            }
            else if (!IsPartOfAWord(rune) && word.Length > 0)
            {
                yield return Cut(word);
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return Cut(word);
        }
    }

    /// <summary>What is searched for was not cleaned: what normalization would refuse becomes a space instead of an exception.</summary>
    private static string Decomposed(string text) =>
        (HasWhatIsRefused(text) ? string.Concat(text.EnumerateRunes().Select(r => IsRefused(r) ? " " : r.ToString())) : text).Normalize(NormalizationForm.FormKD);

    private static bool HasWhatIsRefused(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRefused(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRefused(Rune rune) => rune == Rune.ReplacementChar || Shared.CleanText.IsNoncharacter(rune);

    private static bool IsPartOfAWord(Rune rune) =>
        rune.Value is '\'' or '’' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    private static string Cut(StringBuilder word)
    {
        var length = Math.Min(word.Length, TokenLimit);
        return word.ToString(0, length > 0 && char.IsHighSurrogate(word[length - 1]) ? length - 1 : length);
    }
}
