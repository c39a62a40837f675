using System.IO.Compression;
using System.Net.Http.Headers;
using CaseTracker.Web.BrowserTests.Running;

namespace CaseTracker.Web.BrowserTests.EveryPage;

[Collection(InTheBrowser.Name)]
public sealed class FirstVisitTests(Desk desk)
{
    /// <summary>Compressed bytes of a page with everything that it needs, on an empty cache.</summary>
    private const int Heaviest = 120_000;

    [SkippableTheory]
    [InlineData("/incidents")]
    [InlineData("/incidents/log")]
    [InlineData("/statistics")]
    public async Task A_first_visit_weighs_little_on_a_slow_link(string path)
    {
        await using var window = await desk.SignedInAsync("supervisor");
        Assert.True((await window.GoAsync(path)).Ok);
        var needed = await window.Page.EvaluateAsync<string[]>("() => performance.getEntriesByType('resource').map(r => r.name.split('#')[0]).filter(n => n.startsWith('http'))");
        Assert.Contains(needed, url => url.Contains(".css", StringComparison.Ordinal));

        // Asked for anew: what the browser had from the page before would count as nothing.
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false });
        http.DefaultRequestHeaders.Add("Cookie", await window.CookiesAsync());
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        var sizes = new Dictionary<string, int>();
        foreach (var url in needed.Append(window.Page.Url).Distinct())
        {
            // Files are compressed when the site is published, pages on the fly and in a hurry.
            var level = url == window.Page.Url ? CompressionLevel.Fastest : CompressionLevel.SmallestSize;
            sizes[url] = Compressed(await http.GetByteArrayAsync(new Uri(url)), level);
        }

        Assert.True(sizes.Values.Sum() <= Heaviest, string.Join('\n', sizes.Select(s => $"{s.Value,8} {s.Key}")));
    }

    private static int Compressed(byte[] content, CompressionLevel level)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, level))
        {
            brotli.Write(content);
        }

        return target.ToArray().Length;
    }
}
