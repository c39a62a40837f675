using CaseTracker.Benchmarks;

// What the screens promise: pages from the server within 30 ms, a first good page 3 s after the start, 120 kB for a first visit.
// Nothing here fails a build: a busy machine would fail it, too. Run with
//   dotnet publish src/CaseTracker.Web -c Release -o artifacts/site
//   dotnet run -c Release --project tests/CaseTracker.Benchmarks -- artifacts/site [incidents]
if (args.Length is 0 or > 2 || !File.Exists(Path.Combine(args[0], "CaseTracker.Web.dll")))
{
    Console.WriteLine("Usage: benchmarks FOLDER-OF-THE-PUBLISHED-SITE [INCIDENTS]");
    return 2;
}

var incidents = args.Length == 2 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10_000;
var folder = Directory.CreateTempSubdirectory("casetracker-benchmark-").FullName;
try
{
    var site = new PublishedSite(Path.GetFullPath(args[0]), folder);
    Console.WriteLine($"Seeding {incidents} incidents: {await site.SeedAsync(incidents):F1} s");
    var starts = new List<double>();
    for (var i = 0; i < 5; i++)
    {
        await using var running = await site.StartAsync();
        starts.Add(running.FirstGoodPage.TotalSeconds);
    }

    Console.WriteLine($"Start to first good page, of 5: median {starts.Order().ElementAt(2):F2} s, longest {starts.Max():F2} s");
    await using var served = await site.StartAsync();
    await new Pages(served).MeasureAsync();
    return 0;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
