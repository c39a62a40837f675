using System.Globalization;
using CaseTracker.Benchmarks;

// What the screens promise: pages from the server within 30 ms, those of the longest case within 50, a first good page 3 s after the start, 120 kB for a first visit;
// and what the vault may cost. Nothing here fails a build: a busy machine would fail it, too. Run with
//   dotnet publish src/CaseTracker.Web -c Release -o artifacts/site
//   dotnet run -c Release --project tests/CaseTracker.Benchmarks -- pages artifacts/site [incidents [folder]]
//   dotnet run -c Release --project tests/CaseTracker.Benchmarks -- case artifacts/site [incidents], which fills one incident with 20 proceedings and 300 entries
//   dotnet run -c Release --project tests/CaseTracker.Benchmarks -- searches artifacts/site [incidents [folder]], where a folder is seeded once and kept
//   dotnet run -c Release --project tests/CaseTracker.Benchmarks -- sealing [incidents]
//   dotnet run -c Release --project tests/CaseTracker.Benchmarks -- vouching [incidents]
//   dotnet run -c Release --project tests/CaseTracker.Benchmarks -- sign-in [tries], which takes a quarter of an hour for a thousand
switch (args)
{
    case ["pages", var site, .. var rest] when IsSite(site) && TryRead(rest[..Math.Min(1, rest.Length)], 10_000, out var number):
        await OnAFolderAsync(site, number, rest.ElementAtOrDefault(1), async published =>
        {
            var starts = new List<double>();
            for (var i = 0; i < 5; i++)
            {
                await using var running = await published.StartAsync();
                starts.Add(running.FirstGoodPage.TotalSeconds);
            }

            Console.WriteLine($"Start to first good page, of 5: median {starts.Order().ElementAt(2):F2} s, longest {starts.Max():F2} s");
            await using var served = await published.StartAsync();
            await new Pages(served).MeasureAsync();
        });
        return 0;
    case ["searches", var site, .. var rest] when IsSite(site) && TryRead(rest[..Math.Min(1, rest.Length)], 100_000, out var number):
        await OnAFolderAsync(site, number, rest.ElementAtOrDefault(1), async published =>
        {
            await using var served = await published.StartAsync();
            await new Searches(served).MeasureAsync();
        });
        return 0;
    case ["case", var site, .. var incidents] when IsSite(site) && TryRead(incidents, 10_000, out var number):
        await OnAFolderAsync(site, number, null, async published =>
        {
            await using var served = await published.StartAsync();
            await new LongCase(served).MeasureAsync();
        });
        return 0;
    case ["sealing", .. var incidents] when TryRead(incidents, 10_000, out var number):
        await Sealing.MeasureAsync(number);
        await SealedPages.MeasureAsync();
        return 0;
    case ["vouching", .. var incidents] when TryRead(incidents, 10_000, out var number):
        await Vouching.MeasureAsync(number);
        return 0;
    case ["sign-in", .. var tries] when TryRead(tries, 1_000, out var number):
        await SignInTimes.MeasureAsync(number);
        return 0;
    default:
        Console.WriteLine("Usage: benchmarks pages|case|searches FOLDER-OF-THE-PUBLISHED-SITE [INCIDENTS [DATA-FOLDER]], sealing [INCIDENTS], vouching [INCIDENTS], or sign-in [TRIES]");
        return 2;
}

static bool IsSite(string folder) => File.Exists(Path.Combine(folder, "CaseTracker.Web.dll"));

static bool TryRead(string[] rest, int otherwise, out int number)
{
    number = otherwise;
    return rest.Length == 0 || (rest.Length == 1 && int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out number));
}

static async Task OnAFolderAsync(string site, int incidents, string? kept, Func<PublishedSite, Task> measure)
{
    var folder = kept ?? Directory.CreateTempSubdirectory("casetracker-benchmark-").FullName;
    try
    {
        var published = new PublishedSite(Path.GetFullPath(site), Path.GetFullPath(folder));
        Console.WriteLine(await published.SeedAsync(incidents) is { } seconds ? $"Seeding {incidents} incidents: {seconds:F1} s" : $"On what is in {folder}");
        await measure(published);
    }
    finally
    {
        if (kept is null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
