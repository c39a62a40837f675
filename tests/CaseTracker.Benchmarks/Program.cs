using System.Globalization;
using CaseTracker.Benchmarks;

// What the screens promise: pages from the server within 30 ms, a first good page 3 s after the start, 120 kB for a first visit;
// and what the vault may cost. Nothing here fails a build: a busy machine would fail it, too. Run with
//   dotnet publish src/CaseTracker.Web -c Release -o artifacts/site
//   dotnet run -c Release --project tests/CaseTracker.Benchmarks -- pages artifacts/site [incidents]
//   dotnet run -c Release --project tests/CaseTracker.Benchmarks -- searches artifacts/site [incidents]
//   dotnet run -c Release --project tests/CaseTracker.Benchmarks -- sealing [incidents]
//   dotnet run -c Release --project tests/CaseTracker.Benchmarks -- vouching [incidents]
//   dotnet run -c Release --project tests/CaseTracker.Benchmarks -- sign-in [tries], which takes a quarter of an hour for a thousand
switch (args)
{
    case ["pages", var site, .. var incidents] when IsSite(site) && TryRead(incidents, 10_000, out var number):
        await OnAFolderAsync(site, number, async published =>
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
    case ["searches", var site, .. var incidents] when IsSite(site) && TryRead(incidents, 100_000, out var number):
        await OnAFolderAsync(site, number, async published =>
        {
            await using var served = await published.StartAsync();
            await new Searches(served).MeasureAsync();
        });
        return 0;
    case ["sealing", .. var incidents] when TryRead(incidents, 10_000, out var number):
        await Sealing.MeasureAsync(number);
        return 0;
    case ["vouching", .. var incidents] when TryRead(incidents, 10_000, out var number):
        await Vouching.MeasureAsync(number);
        return 0;
    case ["sign-in", .. var tries] when TryRead(tries, 1_000, out var number):
        await SignInTimes.MeasureAsync(number);
        return 0;
    default:
        Console.WriteLine("Usage: benchmarks pages|searches FOLDER-OF-THE-PUBLISHED-SITE [INCIDENTS], sealing [INCIDENTS], vouching [INCIDENTS], or sign-in [TRIES]");
        return 2;
}

static bool IsSite(string folder) => File.Exists(Path.Combine(folder, "CaseTracker.Web.dll"));

static bool TryRead(string[] rest, int otherwise, out int number)
{
    number = otherwise;
    return rest.Length == 0 || (rest.Length == 1 && int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out number));
}

static async Task OnAFolderAsync(string site, int incidents, Func<PublishedSite, Task> measure)
{
    var folder = Directory.CreateTempSubdirectory("casetracker-benchmark-").FullName;
    try
    {
        var published = new PublishedSite(Path.GetFullPath(site), folder);
        Console.WriteLine($"Seeding {incidents} incidents: {await published.SeedAsync(incidents):F1} s");
        await measure(published);
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}
