using System.Net;
using System.Text;

namespace CaseTracker.Web.IntegrationTests.Canaries;

/// <summary>A sweep that finds nothing proves nothing unless it would have found something.</summary>
public sealed class ByteSearchTests
{
    private static readonly Canary Planted = new CanaryBook().Plant(CanaryKind.Identity, "somebody", "a form");

    private static readonly Dictionary<string, Func<string, byte[]>> Encodings = new()
    {
        ["UTF-8"] = Encoding.UTF8.GetBytes,
        ["capitals"] = t => Encoding.UTF8.GetBytes(t.ToUpperInvariant()),
        ["small letters"] = t => Encoding.UTF8.GetBytes(t.ToLowerInvariant()),
        ["mixed letters"] = t => Encoding.UTF8.GetBytes(string.Concat(t.Select((c, i) => i % 2 == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)))),
        ["without accents"] = t => Encoding.UTF8.GetBytes(CanaryBook.Plain(t)),
        ["decomposed"] = t => Encoding.UTF8.GetBytes(t.Normalize(NormalizationForm.FormD)),
        ["UTF-16 LE"] = Encoding.Unicode.GetBytes,
        ["UTF-16 BE in capitals"] = t => Encoding.BigEndianUnicode.GetBytes(t.ToUpperInvariant()),
        ["Latin-1"] = Encoding.Latin1.GetBytes,
        ["URL"] = t => Encoding.ASCII.GetBytes(Uri.EscapeDataString(t)),
        ["URL in small letters"] = t => Encoding.ASCII.GetBytes(Uri.EscapeDataString(t).ToLowerInvariant()),
        ["URL within a URL"] = t => Encoding.ASCII.GetBytes(Uri.EscapeDataString("/incidents?text=" + Uri.EscapeDataString(t))),
        ["a form's body"] = t => Encoding.ASCII.GetBytes(WebUtility.UrlEncode(t)),
        ["HTML"] = t => Encoding.ASCII.GetBytes(WebUtility.HtmlEncode(t)),
        ["HTML as Razor writes it"] = t => Encoding.ASCII.GetBytes(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(t)),
        ["HTML named"] = t => Encoding.ASCII.GetBytes(t.Replace("ñ", "&ntilde;", StringComparison.Ordinal)),
        ["JSON"] = t => Encoding.ASCII.GetBytes(System.Text.Json.JsonSerializer.Serialize(t)),
        ["quoted-printable"] = t => Encoding.ASCII.GetBytes(Uri.EscapeDataString(t).Replace('%', '=')),
        ["hexadecimal"] = t => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(t))),
        ["hexadecimal UTF-16"] = t => Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.Unicode.GetBytes(t))),
        ["Base64 of capitals"] = t => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(t.ToUpperInvariant()))),
        ["Base64 of small letters"] = t => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(t.ToLowerInvariant()))),
        ["Base64 without accents"] = t => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(CanaryBook.Plain(t)))),
        ["Base64 of UTF-16 BE"] = t => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(t))),
    };

    public static TheoryData<string> EncodingNames => [.. Encodings.Keys];

    [Theory]
    [MemberData(nameof(EncodingNames))]
    public void Finds_a_word_and_its_kind_in(string encoding)
    {
        var found = ByteSearch.In(Among(Encodings[encoding](Planted.Word)));

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.Equal(CanaryKind.Identity, f.Kind));
    }

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("UTF-16 LE")]
    [InlineData("Base64 of UTF-16 BE")]
    [InlineData("hexadecimal")]
    public void Finds_a_number_in(string encoding) => Assert.Contains(ByteSearch.In(Among(Encodings[encoding](Planted.Digits))), f => f.Kind == CanaryKind.Identity);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("xy")]
    public void Finds_a_word_at_each_place_that_base64_may_put_it(string before)
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
        {
            var packed = Convert.ToBase64String([.. Encoding.ASCII.GetBytes(before), .. encoding.GetBytes(Planted.Word), .. Encoding.ASCII.GetBytes("and more")]);

            Assert.Contains(ByteSearch.In(Among(Encoding.ASCII.GetBytes(packed))), f => f.Kind == CanaryKind.Identity);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Finds_a_word_at_the_edge_of_a_file(int odd)
    {
        var word = Encoding.Unicode.GetBytes(Planted.Word);

        Assert.Contains(ByteSearch.In([.. new byte[odd], .. word]), f => f.Offset == odd);
        Assert.Contains(ByteSearch.In([.. word, .. new byte[odd]]), f => f.Offset == 0);
    }

    [Fact]
    public void Tells_kinds_apart_that_stand_side_by_side()
    {
        var book = new CanaryBook();
        var words = Enum.GetValues<CanaryKind>().Select(k => book.Plant(k, "", "").Word);

        Assert.Equal(Enum.GetValues<CanaryKind>(), ByteSearch.In(Encoding.UTF8.GetBytes(string.Join(' ', words))).Select(f => f.Kind!.Value).Order());
    }

    [Fact]
    public void Finds_nothing_where_there_is_nothing()
    {
        var noise = new byte[4_000_000];
        new Random(7).NextBytes(noise);

        Assert.Empty(ByteSearch.In(noise));
        Assert.Empty(ByteSearch.In(Encoding.UTF8.GetBytes(Convert.ToBase64String(noise))));
        Assert.Empty(ByteSearch.In(Encoding.UTF8.GetBytes("Zandobri 9955571")));
    }

    [Fact]
    public void Reads_a_word_on_a_page_however_it_is_written_there()
    {
        var book = new CanaryBook();
        var canary = book.Plant(CanaryKind.Story, "", "");
        string[] pages = [canary.Word, canary.Word.ToUpperInvariant(), WebUtility.HtmlEncode(canary.Word), $"<a href=\"/x?text={Uri.EscapeDataString(canary.Word)}\">", System.Text.Json.JsonSerializer.Serialize(canary.Word), canary.Digits];

        Assert.All(pages, p => Assert.Equal([canary], book.In(p)));
        Assert.Empty(book.In(CanaryBook.Stem));
    }

    private static byte[] Among(byte[] planted)
    {
        var noise = new byte[10_001];
        new Random(11).NextBytes(noise);
        return [.. noise, .. planted, .. noise];
    }
}
