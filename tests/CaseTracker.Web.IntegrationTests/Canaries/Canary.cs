using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CaseTracker.Web.IntegrationTests.Canaries;

/// <summary>What a typed text is, which says who may ever read it again and where it may lie.</summary>
public enum CanaryKind
{
    /// <summary>Who somebody is, and how to reach them.</summary>
    Identity,

    /// <summary>What happened, and why something was done about it.</summary>
    Story,

    /// <summary>Typed into one of the few fields that are documented as being in clear.</summary>
    Clear,

    /// <summary>Names of members, teams and keys.</summary>
    Member,

    /// <summary>E-mail addresses of members.</summary>
    Address,

    /// <summary>Asked for and never to be kept.</summary>
    Search,

    /// <summary>Passwords and codes, right or wrong.</summary>
    Secret,

    /// <summary>What came of a request of a release: sealed, and for everybody who works on incidents, as the form says.</summary>
    Shared,
}

/// <param name="Word">With capital and accent; nowhere else in the world.</param>
/// <param name="Where">Route and field that it was typed into.</param>
public sealed record Canary(string Word, string Digits, CanaryKind Kind, string Typist, string Where);

/// <summary>Makes the texts that are typed, each another one, and knows them again.</summary>
public sealed partial class CanaryBook
{
    /// <summary>Begins every word. The accent takes another form in each encoding, and may be lost on the way.</summary>
    public const string Stem = "Zañdobrixe";

    /// <summary>Begins every number, which has a digit for its kind and four of its own after it.</summary>
    public const string NumberStem = "99555719";

    private const string Consonants = "bdfgklmnprst";
    private const string Vowels = "aeiou";

    private static readonly string[] Syllables = ["ka", "le", "mi", "no", "pu", "re", "so", "tu"];

    private readonly Dictionary<string, Canary> _byWord = [];
    private readonly Dictionary<string, Canary> _byDigits = [];

    public IReadOnlyCollection<Canary> All => _byWord.Values;

    /// <summary>What every word of a kind begins with, and every number.</summary>
    public static (string Word, string Digits) StemsOf(CanaryKind kind) => (Stem + Syllables[(int)kind], NumberStem + ((int)kind).ToString(CultureInfo.InvariantCulture));

    public Canary Plant(CanaryKind kind, string typist, string where)
    {
        var number = _byWord.Count;
        var (word, digits) = StemsOf(kind);
        var canary = new Canary(word + Letters(number / 60) + Letters(number % 60), digits + number.ToString("0000", CultureInfo.InvariantCulture), kind, typist, where);
        _byWord.Add(Plain(canary.Word), canary);
        _byDigits.Add(canary.Digits, canary);
        return canary;
    }

    /// <summary>Those that somebody reads in a text, however a browser was told of them.</summary>
    public IEnumerable<Canary> In(string text)
    {
        var read = WebUtility.HtmlDecode(text);
        var written = new[] { read, read.Contains('%') ? Uri.UnescapeDataString(read) : "", read.Contains("\\u", StringComparison.Ordinal) ? Regex.Unescape(BackslashElse().Replace(read, "")) : "" };
        return written.Where(w => w.Length > 0).Select(Plain)
            .SelectMany(t => Words().Matches(t).Select(m => _byWord.GetValueOrDefault(m.Value)).Concat(Numbers().Matches(t).Select(m => _byDigits.GetValueOrDefault(m.Value))))
            .OfType<Canary>().Distinct();
    }

    /// <summary>In small letters and without accents.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAscii(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
        }

        return plain.ToString();
    }

    private static string Letters(int number) => $"{Consonants[number / Vowels.Length]}{Vowels[number % Vowels.Length]}";

    [GeneratedRegex("zandobrixe[a-z]{6}")]
    private static partial Regex Words();

    [GeneratedRegex("99555719[0-9]{5}")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\\(?!u[0-9a-fA-F]{4})")]
    private static partial Regex BackslashElse();
}
