using System.Net;
using System.Text;

namespace CaseTracker.Web.IntegrationTests.Canaries;

/// <param name="Kind">Null if no more than what all have in common was there.</param>
/// <param name="Around">What stands there, as far as it can be printed.</param>
public sealed record Found(CanaryKind? Kind, string Encoding, int Offset, string Around);

/// <summary>Finds canaries in bytes, whatever their case and accents, in every encoding that a program on the way may have used.</summary>
public static class ByteSearch
{
    /// <summary>Longest that a word takes, from its first byte: two bytes a character, written as hexadecimal digits, twice.</summary>
    private const int Window = 200;

    private static readonly Needle[] Common = [.. NeedlesOf(CanaryBook.Stem), .. NeedlesOf(CanaryBook.NumberStem)];

    private static readonly Needle[] OfAddress =
        [.. NeedlesOf(Reader.Network), new Needle("bytes", IPAddress.Parse(Reader.Network + "::").GetAddressBytes()[..8], IsFolded: false)];

    private static readonly (CanaryKind Kind, Needle[] Needles)[] OfKinds =
        [.. Enum.GetValues<CanaryKind>().Select(kind => (kind, (Needle[])[.. NeedlesOf(CanaryBook.StemsOf(kind).Word), .. NeedlesOf(CanaryBook.StemsOf(kind).Digits)]))];

    /// <returns>The first of each kind in each encoding.</returns>
    public static IReadOnlyList<Found> In(byte[] content)
    {
        var folded = Fold(content);
        var found = new Dictionary<(CanaryKind?, string), Found>();
        foreach (var needle in Common)
        {
            var hay = needle.IsFolded ? folded : content;
            for (var at = hay.AsSpan().IndexOf(needle.Bytes); at >= 0;)
            {
                var kind = KindAt(content, folded, at);
                found.TryAdd((kind, needle.Encoding), new Found(kind, needle.Encoding, at, Printable(content, at)));
                var next = hay.AsSpan(at + 1).IndexOf(needle.Bytes);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }

        return [.. found.Values];
    }

    /// <returns>The encodings in which a client's address, or the network that it is in, stands there.</returns>
    public static IEnumerable<string> AddressesIn(byte[] content)
    {
        var folded = Fold(content);
        return OfAddress.Where(n => (n.IsFolded ? folded : content).AsSpan().IndexOf(n.Bytes) >= 0).Select(n => n.Encoding).Distinct();
    }

    private static CanaryKind? KindAt(byte[] content, byte[] folded, int at)
    {
        // Base64 of another alignment begins up to two characters earlier or later.
        var from = Math.Max(0, at - 4);
        var length = Math.Min(Window, content.Length - from);
        var best = (Kind: (CanaryKind?)null, At: int.MaxValue);
        foreach (var (kind, needles) in OfKinds)
        {
            foreach (var needle in needles)
            {
                var place = (needle.IsFolded ? folded : content).AsSpan(from, length).IndexOf(needle.Bytes);
                best = place >= 0 && place < best.At ? (kind, place) : best;
            }
        }

        return best.Kind;
    }

    private static IEnumerable<Needle> NeedlesOf(string text)
    {
        var needles = new List<Needle>();
        foreach (var written in Spellings(text))
        {
            needles.AddRange(Plainly(written));
            needles.AddRange(new[] { written, written.ToUpperInvariant(), char.ToUpperInvariant(written[0]) + written[1..] }.SelectMany(Packed));
        }

        return needles.DistinctBy(n => (Convert.ToHexString(n.Bytes), n.IsFolded));
    }

    /// <summary>In small letters: composed, decomposed, with a capital accent that folding leaves alone, and without accents.</summary>
    private static IEnumerable<string> Spellings(string text)
    {
        var small = text.ToLowerInvariant();
        return new[] { small, small.Replace('ñ', 'Ñ'), small.Normalize(NormalizationForm.FormD), CanaryBook.Plain(small) }.Distinct();
    }

    private static IEnumerable<Needle> Plainly(string text)
    {
        yield return Folded("UTF-8", Encoding.UTF8.GetBytes(text));
        yield return Folded("UTF-16 LE", Encoding.Unicode.GetBytes(text));
        yield return Folded("UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(text));
        yield return Folded("Latin-1", Encoding.Latin1.GetBytes(text));
        yield return Folded("URL", Encoding.ASCII.GetBytes(Uri.EscapeDataString(text)));
        yield return Folded("URL twice", Encoding.ASCII.GetBytes(Uri.EscapeDataString(Uri.EscapeDataString(text))));
        yield return Folded("HTML", Encoding.ASCII.GetBytes(WebUtility.HtmlEncode(text)));
        yield return Folded("HTML hexadecimal", Encoding.ASCII.GetBytes(Escaped(text, c => $"&#x{(int)c:x};")));
        yield return Folded("HTML named", Encoding.ASCII.GetBytes(Escaped(text, c => c is 'ñ' or 'Ñ' ? $"&{(c == 'ñ' ? 'n' : 'N')}tilde;" : $"&#{(int)c};")));
        yield return Folded("JSON", Encoding.ASCII.GetBytes(Escaped(text, c => $"\\u{(int)c:x4}")));
        yield return Folded("quoted-printable", Encoding.ASCII.GetBytes(Uri.EscapeDataString(text).Replace('%', '=')));
    }

    /// <summary>
    /// Where the case of a letter changes more than a letter. Of Base64, for each place that the text may begin at within
    /// three bytes: the characters that do not depend on what is around it.
    /// </summary>
    private static IEnumerable<Needle> Packed(string text)
    {
        foreach (var (name, bytes) in new[] { ("UTF-8", Encoding.UTF8.GetBytes(text)), ("UTF-16 LE", Encoding.Unicode.GetBytes(text)), ("UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(text)) })
        {
            yield return Folded($"hexadecimal of {name}", Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)));
            for (var skipped = 0; skipped < 3; skipped++)
            {
                var whole = (bytes.Length - skipped) / 3 * 3;
                var letters = Convert.ToBase64String(bytes, skipped, whole);
                yield return new Needle($"Base64 of {name}", Encoding.ASCII.GetBytes(letters), IsFolded: false);
                yield return new Needle($"Base64 for addresses of {name}", Encoding.ASCII.GetBytes(letters.Replace('+', '-').Replace('/', '_')), IsFolded: false);
            }
        }
    }

    private static string Escaped(string text, Func<char, string> escape) => string.Concat(text.Select(c => c < 128 ? c.ToString() : escape(c)));

    private static Needle Folded(string encoding, byte[] bytes) => new(encoding, Fold(bytes), IsFolded: true);

    private static byte[] Fold(byte[] bytes) => Array.ConvertAll(bytes, b => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b);

    private static string Printable(byte[] content, int at)
    {
        var from = Math.Max(0, at - 40);
        return string.Concat(Encoding.UTF8.GetString(content, from, Math.Min(120, content.Length - from)).Select(c => char.IsControl(c) || c == '\uFFFD' ? '·' : c));
    }

    /// <param name="IsFolded">To be sought in small letters.</param>
    private sealed record Needle(string Encoding, byte[] Bytes, bool IsFolded);
}
