namespace CaseTracker.Domain.People;

/// <summary>Pronounceable names that say nothing of the person: three syllables and two digits, e.g. <c>Tarumi-52</c> (about 38 million).</summary>
public static class Pseudonyms
{
    private static readonly string[] Onsets = ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "y", "z"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u"];

    /// <summary>Chance must not call a victim by an insult, in the language of most of them.</summary>
    private static readonly string[] Unfit = ["puta", "puto", "culo", "cula", "caca", "caga", "cago", "pene", "teta", "pito", "pedo", "mame", "mamo", "loca", "loco", "rata", "gata", "vaca", "muda", "mudo", "mula", "sida", "nazi", "bobo", "boba", "lela", "lelo", "zope"];

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
}
