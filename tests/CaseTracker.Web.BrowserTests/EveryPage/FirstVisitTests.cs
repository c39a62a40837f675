using CaseTracker.Web.BrowserTests.Running;

namespace CaseTracker.Web.BrowserTests.EveryPage;

[Collection(InTheBrowser.Name)]
public sealed class FirstVisitTests(Desk desk)
{
    /// <summary>Compressed bytes of a page with everything that it needs, on an empty cache.</summary>
    private const int Heaviest = 120_000;

    private const int WorthPacking = 1_000;

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
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AutomaticDecompression = System.Net.DecompressionMethods.None });
        http.DefaultRequestHeaders.Add("Cookie", await window.CookiesAsync());
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip;q=0.9");
        var sizes = new Dictionary<string, int>();
        foreach (var url in needed.Append(window.Page.Url).Distinct())
        {
            // The bytes as they travel: nothing here unpacks them.
            using var answer = await http.GetAsync(new Uri(url));
            sizes[url] = (await answer.Content.ReadAsByteArrayAsync()).Length;
            Assert.True(answer.Content.Headers.ContentEncoding.Count == 1 || sizes[url] < WorthPacking, $"{url} came uncompressed.");
        }

        Assert.True(sizes.Values.Sum() <= Heaviest, string.Join('\n', sizes.Select(s => $"{s.Value,8} {s.Key}")));
    }
}
