using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Testing.Web;

namespace CaseTracker.Benchmarks;

/// <summary>
/// A case worker looks for people and for words in the list; times are of the whole page, from sending to the last byte, over
/// loopback. Beside them stands the processor time of the server, which says the same on a machine that has other work.
/// </summary>
public sealed partial class Searches(RunningSite site)
{
    private const int Sought = 300;
    private const int WarmUps = 60;
    private const int DeepPage = 100;

    /// <summary>Half of the words that are tried: those that most incidents have.</summary>
    private const double Common = 0.5;

    public async Task MeasureAsync()
    {
        using var names = JsonDocument.Parse(typeof(DatabaseSetup).Assembly.GetManifestResourceStream("CaseTracker.Infrastructure.Demonstration.Data.names.json")!);
        List<string> Of(string list) => [.. names.RootElement.GetProperty(list).EnumerateArray().Select(n => n.GetString()!)];
        var (first, last) = ((List<string>)[.. Of("firstNamesFemale"), .. Of("firstNamesMale")], Of("surnames"));
        var worker = await Pages.SignInAsync(site, "caseworker@demo.example");
        var found = await CountAsync(worker, names);
        var words = found.Where(f => f.Count > 0).OrderByDescending(f => f.Count).ToList();
        var (common, rare) = (words[..(int)(words.Count * Common)], words[(int)(words.Count * Common)..]);
        var random = new Random(1);
        T Any<T>(List<T> some) => some[random.Next(some.Count)];

        Console.WriteLine();
        Console.WriteLine($"{"search, the whole page",-52} {"median",9} {"p99",9} {"longest",10} {"processor",10}");
        await MeasureAsync(worker, "first name and surname", () => Asking($"{Any(first)} {Any(last)}"));
        await MeasureAsync(worker, "one surname", () => Asking(Any(last)));
        await MeasureAsync(worker, $"the commonest word ({words[0].Count} found)", () => Asking(words[0].Word));
        await MeasureAsync(worker, $"common words ({common[^1].Count} to {common[0].Count} found)", () => Asking(Any(common).Word));
        await MeasureAsync(worker, $"rare words ({rare[^1].Count} to {rare[0].Count} found)", () => Asking(Any(rare).Word));
        await MeasureAsync(worker, "two words", () => Asking($"{Any(words).Word} {Any(words).Word}"));
        await MeasureAsync(worker, "three words", () => Asking($"{Any(words).Word} {Any(words).Word} {Any(words).Word}"));
        var deep = await FollowNextAsync(worker, Asking(words[0].Word));
        await MeasureAsync(worker, $"the commonest word, page {DeepPage}", () => deep);
        var all = await FollowNextAsync(worker, "/incidents");
        await MeasureAsync(worker, $"nothing sought, page {DeepPage}", () => all);
        await MeasureAsync(worker, "nothing sought", () => "/incidents");
    }

    private static string Asking(string text) => "/incidents?text=" + Uri.EscapeDataString(text);

    /// <summary>How many incidents the list finds for each word of the narratives and of some titles.</summary>
    private static async Task<List<(string Word, int Count)>> CountAsync(Browser browser, JsonDocument names)
    {
        IEnumerable<string> Texts(string list) => names.RootElement.GetProperty(list).EnumerateArray().Select(n => n.GetProperty("text").GetString()!);
        var words = Texts("narratives").Concat(Texts("titles").Where((_, i) => i % 8 == 0))
            .SelectMany(text => text.Split([' ', ',', '.', '{', '}', '«', '»', ':', ';'], StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.Length > 3).Distinct(StringComparer.OrdinalIgnoreCase).Where((_, i) => i % 3 == 0).ToList();
        var counted = new List<(string, int)>();
        foreach (var word in words)
        {
            var page = await browser.OpenAsync(Asking(word));
            var match = Counted().Match(page.QuerySelector("main")?.TextContent ?? "");
            counted.Add((word, match.Success ? int.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0));
        }

        return counted;
    }

    private static async Task<string> FollowNextAsync(Browser browser, string url)
    {
        for (var page = 1; page < DeepPage && (await browser.OpenAsync(url)).QuerySelector("a[rel=next]")?.GetAttribute("href") is { } next; page++)
        {
            url = new Uri(new Uri(browser.Http.BaseAddress!, url), next).PathAndQuery;
        }

        return url;
    }

    private async Task MeasureAsync(Browser browser, string name, Func<string> url)
    {
        var times = new List<double>();
        var before = site.ProcessorTime;
        for (var i = 0; i < WarmUps + Sought; i++)
        {
            if (i == WarmUps)
            {
                before = site.ProcessorTime;
            }

            var started = Stopwatch.GetTimestamp();
            using var answer = await browser.Http.GetAsync(new Uri(url(), UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                Console.WriteLine($"{name,-52} answers {(int)answer.StatusCode}");
                return;
            }

            if (i >= WarmUps)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        times.Sort();
        var processor = (site.ProcessorTime - before).TotalMilliseconds / Sought;
        Console.WriteLine($"{name,-52} {times[Sought / 2],6:F1} ms {times[Sought * 99 / 100],6:F1} ms {times[^1],7:F1} ms {processor,7:F1} ms");
    }

    [GeneratedRegex(@"([\d,]+) incidents?\b")]
    private static partial Regex Counted();
}
