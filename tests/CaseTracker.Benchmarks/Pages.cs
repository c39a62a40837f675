using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using CaseTracker.Testing.Web;

namespace CaseTracker.Benchmarks;

/// <summary>One reader after another asks for the pages that are used most; times are from sending to the last byte, over loopback.</summary>
public sealed class Pages(RunningSite site)
{
    /// <summary>Enough for the runtime to have compiled what runs often.</summary>
    private const int WarmUps = 60;
    private const int Requests = 100;
    private const int DeepPage = 400;

    public async Task MeasureAsync()
    {
        var worker = await SignInAsync(site, "caseworker@demo.example");
        var supervisor = await SignInAsync(site, "supervisor@demo.example");
        var number = await FirstIncidentAsync(worker);
        Console.WriteLine();
        Console.WriteLine($"{"page",-44} {"median",9} {"p95",9} {"as sent",10}");
        await MeasureAsync(worker, "/incidents");
        var (deep, page) = await FollowNextAsync(supervisor);
        await MeasureAsync(supervisor, $"/incidents, page {page}", deep);
        await MeasureAsync(worker, $"/incidents/{number}");
        await MeasureAsync(worker, $"/incidents/{number}/justice");
        await MeasureAsync(worker, "/stalled");
        await MeasureAsync(supervisor, "/stalled?whose=all");
        await MeasureAsync(worker, "/today");
        await MeasureAsync(worker, "/follow-ups");
        await MeasureAsync(worker, "/incidents/log");
        await MeasureAsync(supervisor, "/statistics");
        await WeighAsync(worker, "/incidents");
    }

    internal static async Task<Browser> SignInAsync(RunningSite site, string email)
    {
        var browser = new Browser(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = site.Address });
        using var answer = await browser.PostFormAsync("/sign-in", [("Form.Email", email), ("Form.Password", site.SignIns[email])]);
        return answer.StatusCode == HttpStatusCode.Found ? browser : throw new InvalidOperationException($"Signing in answered {(int)answer.StatusCode}.");
    }

    private static async Task<string> FirstIncidentAsync(Browser browser)
    {
        var list = await browser.OpenAsync("/incidents");
        return list.Links.OfType<IHtmlAnchorElement>().Select(a => a.PathName).First(p => p.StartsWith("/incidents/CT-", StringComparison.Ordinal)).Split('/')[2];
    }

    /// <returns>Address of the page that is reached by pressing "next" often, or as often as there is one.</returns>
    private static async Task<(string Url, int Page)> FollowNextAsync(Browser browser)
    {
        var (url, page) = ("/incidents", 1);
        while (page < DeepPage && (await browser.OpenAsync(url)).QuerySelector("a[rel=next]")?.GetAttribute("href") is { } next)
        {
            (url, page) = (new Uri(new Uri(browser.Http.BaseAddress!, url), next).PathAndQuery, page + 1);
        }

        return (url, page);
    }

    internal static async Task MeasureAsync(Browser browser, string name, string? url = null)
    {
        var times = new List<double>();
        var size = 0;
        for (var i = 0; i < WarmUps + Requests; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url ?? name);
            request.Headers.Add("Accept-Encoding", "br, gzip");
            var started = Stopwatch.GetTimestamp();
            using var answer = await browser.Http.SendAsync(request);
            size = (await answer.Content.ReadAsByteArrayAsync()).Length;
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                Console.WriteLine($"{name,-44} answers {(int)answer.StatusCode}");
                return;
            }

            if (i >= WarmUps)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        times.Sort();
        Console.WriteLine($"{name,-44} {times[Requests / 2],6:F1} ms {times[Requests * 95 / 100],6:F1} ms {size / 1000.0,7:F1} kB");
    }

    private static async Task WeighAsync(Browser browser, string url)
    {
        var page = await browser.OpenAsync(url);
        var needed = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img[src], use")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src"))
            .OfType<string>().Select(a => a.Split('#')[0]).Where(a => a.Length > 0).Append(url).Distinct().ToList();
        var sum = 0;
        foreach (var address in needed)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(browser.Http.BaseAddress!, address));
            request.Headers.Add("Accept-Encoding", "br, gzip");
            using var answer = await browser.Http.SendAsync(request);
            sum += (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
        }

        Console.WriteLine();
        Console.WriteLine($"First visit to {url}: {sum / 1000.0:F1} kB compressed in {needed.Count} answers");
    }
}
