using CaseTracker.Domain.People;

namespace CaseTracker.Domain.Confidentiality;

/// <summary>
/// The words of a text as they are looked for: without accents and case, without the commonest ones, and cut to a stem, so
/// that "amenazas" finds "amenaza" and "threatened" finds "threats". A narrative may mix two languages, so each word stands
/// under its Spanish and under its English stem.
/// </summary>
public static class SearchWords
{
    private const int ShortestWord = 2;

    private static readonly HashSet<string> Common =
    [
        "a", "al", "con", "de", "del", "el", "ella", "ellos", "en", "es", "esta", "este", "esto", "fue", "ha", "han", "la", "las", "le", "les", "lo", "los", "mas", "me", "mi",
        "no", "nos", "o", "para", "pero", "por", "que", "se", "ser", "si", "sin", "sobre", "su", "sus", "un", "una", "uno", "y", "ya",
        "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he", "her", "his", "in", "is", "it", "its", "not", "of", "on", "or",
        "she", "that", "the", "their", "they", "this", "to", "was", "were", "who", "with",
    ];

    /// <summary>Every stem that the texts can be found under, each once.</summary>
    public static IReadOnlyCollection<string> Of(params IEnumerable<string?> texts) =>
        texts.OfType<string>().SelectMany(NameTokens.Words).Where(Counts).SelectMany(Stems).ToHashSet();

    /// <summary>For each word that somebody looks for, the stems of which a text must have one.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Sought(string typed) => [.. NameTokens.Words(typed).Where(Counts).Distinct().Select(w => (IReadOnlyList<string>)[.. Stems(w)])];

    /// <summary>Light stemmer for Spanish (J. Savoy, UniNE, CLEF 2001): number and gender, accents being gone already.</summary>
    public static string Spanish(string word)
    {
        if (word.Length < 5)
        {
            return word;
        }

        return word switch
        {
            _ when word.EndsWith("eses", StringComparison.Ordinal) => word[..^2],
            _ when word.EndsWith("ces", StringComparison.Ordinal) => word[..^3] + "z",
            _ when word.EndsWith("os", StringComparison.Ordinal) || word.EndsWith("as", StringComparison.Ordinal) || word.EndsWith("es", StringComparison.Ordinal) => word[..^2],
            _ when word[^1] is 'o' or 'a' or 'e' => word[..^1],
            _ => word,
        };
    }

    /// <summary>First step of M. F. Porter's stemmer ("An algorithm for suffix stripping", 1980): plurals, -ed, -ing and final y.</summary>
    public static string English(string word)
    {
        if (word.Length < 3)
        {
            return word;
        }

        var stem = Singular(word);
        if (stem.EndsWith("eed", StringComparison.Ordinal))
        {
            stem = Measure(stem.AsSpan(0, stem.Length - 3)) > 0 ? stem[..^1] : stem;
        }
        else if (Without(stem, "ed") is { } past)
        {
            stem = Tidy(past);
        }
        else if (Without(stem, "ing") is { } present)
        {
            stem = Tidy(present);
        }

        return stem.EndsWith('y') && HasVowel(stem.AsSpan(0, stem.Length - 1)) ? stem[..^1] + "i" : stem;
    }

    private static bool Counts(string word) => word.Length >= ShortestWord && !Common.Contains(word);

    private static IEnumerable<string> Stems(string word)
    {
        var (spanish, english) = (Spanish(word), English(word));
        yield return spanish;
        if (english != spanish)
        {
            yield return english;
        }
    }

    private static string Singular(string word) => word switch
    {
        _ when word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ies", StringComparison.Ordinal) => word[..^2],
        _ when word.EndsWith("ss", StringComparison.Ordinal) => word,
        _ when word.EndsWith('s') => word[..^1],
        _ => word,
    };

    private static string? Without(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal) && HasVowel(word.AsSpan(0, word.Length - ending.Length)) ? word[..^ending.Length] : null;

    private static string Tidy(string stem)
    {
        if (stem.EndsWith("at", StringComparison.Ordinal) || stem.EndsWith("bl", StringComparison.Ordinal) || stem.EndsWith("iz", StringComparison.Ordinal))
        {
            return stem + "e";
        }

        if (stem.Length > 1 && stem[^1] == stem[^2] && !IsVowel(stem, stem.Length - 1))
        {
            return stem[^1] is 'l' or 's' or 'z' ? stem : stem[..^1];
        }

        return Measure(stem) == 1 && EndsShort(stem) ? stem + "e" : stem;
    }

    private static bool EndsShort(string stem) =>
        stem.Length > 2 && !IsVowel(stem, stem.Length - 3) && IsVowel(stem, stem.Length - 2) && !IsVowel(stem, stem.Length - 1) && stem[^1] is not ('w' or 'x' or 'y');

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (IsVowel(word, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How often vowels are followed by consonants: Porter's m.</summary>
    private static int Measure(ReadOnlySpan<char> word)
    {
        var measure = 0;
        for (var i = 1; i < word.Length; i++)
        {
            measure += IsVowel(word, i - 1) && !IsVowel(word, i) ? 1 : 0;
        }

        return measure;
    }

    private static bool IsVowel(ReadOnlySpan<char> word, int i) => word[i] is 'a' or 'e' or 'i' or 'o' or 'u' || (word[i] == 'y' && i > 0 && !IsVowel(word, i - 1));
}
