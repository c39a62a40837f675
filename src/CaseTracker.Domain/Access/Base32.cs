using System.Text;

namespace CaseTracker.Domain.Access;

/// <summary>RFC 4648: letters and digits that are not mistaken for each other, to be typed by hand.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsInLetter = 5;

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (waiting, bits) = (0, 0);
        foreach (var b in bytes)
        {
            waiting = (waiting << 8) | b;
            for (bits += 8; bits >= BitsInLetter; bits -= BitsInLetter)
            {
                text.Append(Alphabet[(waiting >> (bits - BitsInLetter)) & 31]);
            }

            waiting &= (1 << bits) - 1;
        }

        return bits > 0 ? text.Append(Alphabet[(waiting << (BitsInLetter - bits)) & 31]).ToString() : text.ToString();
    }

    /// <summary>In groups of four, as a person reads them aloud.</summary>
    public static string Grouped(string letters, char between = ' ') => string.Join(between, letters.Chunk(4).Select(group => new string(group)));

    /// <summary>What was typed without what people put between the groups; whoever types 0, 1 or 8 means O, I or B.</summary>
    public static string Clean(string? typed) =>
        new([.. (typed ?? "").ToUpperInvariant().Replace('0', 'O').Replace('1', 'I').Replace('8', 'B').Where(Alphabet.Contains)]);
}
