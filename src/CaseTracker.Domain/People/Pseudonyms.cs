namespace CaseTracker.Domain.People;

/// <summary>Pronounceable names that say nothing of the person: three syllables and two digits, e.g. <c>Tarumi-52</c> (about 36 million).</summary>
public static class Pseudonyms
{
    private static readonly string[] Onsets = ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "y", "z"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u"];

    /// <param name="next">Uniform random number in [0, n); the caller decides where randomness comes from.</param>
    public static string Make(Func<int, int> next)
    {
        var name = "";
        for (var i = 0; i < 3; i++)
        {
            name += Onsets[next(Onsets.Length)] + Vowels[next(Vowels.Length)];
        }

        return char.ToUpperInvariant(name[0]) + name[1..] + "-" + (10 + next(90));
    }
}
