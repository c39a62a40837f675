namespace CaseTracker.Domain.People;

/// <summary>Pronounceable names that say nothing of the person: three syllables and two digits, e.g. <c>Tarumi-52</c> (about 38 million).</summary>
public static class Pseudonyms
{
    private static readonly string[] Onsets = ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "y", "z"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u"];

    /// <summary>Chance must not call a victim by an insult, in the language of most of them.</summary>
    private static readonly string[] Unfit = ["puta", "puto", "culo", "cula", "caca", "caga", "cago", "pene", "teta", "pito", "pedo", "mame", "mamo", "loca", "loco", "rata", "gata", "vaca", "muda", "mudo", "mula", "sida", "nazi", "bobo", "boba", "lela", "lelo", "zope"];

    /// <summary>A consonant and a vowel, three times, a hyphen and two digits.</summary>
    private const string Form = "cvcvcv-00";

    /// <summary>Whether a text can be part of one, whatever its case: most words cannot, and need not be looked for among them.</summary>
    public static bool MayHold(string text) =>
        text.Length > 0 && Enumerable.Range(0, Math.Max(0, Form.Length - text.Length + 1)).Any(start => text.Index().All(c => Fits(c.Item, Form[start + c.Index])));

    /// <param name="next">Uniform random number in [0, n); the caller decides where randomness comes from.</param>
    public static string Make(Func<int, int> next)
    {
        string name;
        do
        {
            name = "";
            for (var i = 0; i < 3; i++)
            {
                name += Onsets[next(Onsets.Length)] + Vowels[next(Vowels.Length)];
            }
        }
        while (Unfit.Any(name.Contains));

        return char.ToUpperInvariant(name[0]) + name[1..] + "-" + (10 + next(90));
    }

    private static bool Fits(char written, char place) => place switch
    {
        'c' => Onsets.Contains(Lower(written)),
        'v' => Vowels.Contains(Lower(written)),
        '0' => char.IsAsciiDigit(written),
        _ => written == place,
    };

    private static string Lower(char letter) => char.ToLowerInvariant(letter).ToString();
}
