using System.Diagnostics;
using System.Net;
using System.Text.Json;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Testing.Web;

namespace CaseTracker.Benchmarks;

/// <summary>A case worker looks for people and for words in the list; times are of the whole page, from sending to the last byte, over loopback.</summary>
public sealed class Searches(RunningSite site)
{
    private const int Sought = 300;
    private const int WarmUps = 30;

    public async Task MeasureAsync()
    {
        using var names = JsonDocument.Parse(typeof(DatabaseSetup).Assembly.GetManifestResourceStream("CaseTracker.Infrastructure.Demonstration.Data.names.json")!);
        List<string> Of(string list) => [.. names.RootElement.GetProperty(list).EnumerateArray().Select(n => n.GetString()!)];
        var (first, last) = ((List<string>)[.. Of("firstNamesFemale"), .. Of("firstNamesMale")], Of("surnames"));
        var words = names.RootElement.GetProperty("narratives").EnumerateArray().SelectMany(n => n.GetProperty("text").GetString()!.Split([' ', ',', '.', '{', '}', '«', '»', ':'], StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.Length > 3).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var random = new Random(1);
        T Any<T>(List<T> some) => some[random.Next(some.Count)];

        var worker = await Pages.SignInAsync(site, "caseworker@demo.example");
        Console.WriteLine();
        Console.WriteLine($"{"search, the whole page",-44} {"median",9} {"p99",9} {"longest",10}");
        await MeasureAsync(worker, "first name and surname", () => $"{Any(first)} {Any(last)}");
        await MeasureAsync(worker, "one surname", () => Any(last));
        await MeasureAsync(worker, "one word of a narrative", () => Any(words));
        await MeasureAsync(worker, "three words of narratives", () => $"{Any(words)} {Any(words)} {Any(words)}");
    }

    private static async Task MeasureAsync(Browser browser, string name, Func<string> text)
    {
        var times = new List<double>();
        for (var i = 0; i < WarmUps + Sought; i++)
        {
            var url = "/incidents?text=" + Uri.EscapeDataString(text());
            var started = Stopwatch.GetTimestamp();
            using var answer = await browser.Http.GetAsync(new Uri(url, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
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
        Console.WriteLine($"{name,-44} {times[Sought / 2],6:F1} ms {times[Sought * 99 / 100],6:F1} ms {times[^1],7:F1} ms");
    }
}
