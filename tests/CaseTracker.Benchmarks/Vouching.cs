using System.Diagnostics;
using System.Diagnostics.Metrics;
using CaseTracker.Application.Access;
using CaseTracker.Application.Audit;
using CaseTracker.Application.Demonstration;
using CaseTracker.Domain.Access;
using CaseTracker.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Benchmarks;

/// <summary>What it adds to a write that its line vouches for the rows, and what it takes to verify them all.</summary>
public static class Vouching
{
    private const int Writes = 400;
    private const int WarmUp = 50;

    public static async Task MeasureAsync(int incidents)
    {
        var spent = new List<double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == "CaseTracker.Trail")
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => spent.Add(seconds));
        listener.Start();
        var app = new UseCasesOnSqlite();
        await app.InitializeAsync();
        try
        {
            var started = Stopwatch.GetTimestamp();
            await app.Services.GetRequiredService<IDemoSeeder>().SeedAsync(incidents, 1, new Progress<int>(), default);
            var whole = Stopwatch.GetElapsedTime(started).TotalSeconds;
            Console.WriteLine($"Seeding {incidents}: {whole:F1} s, of which {spent.Sum():F1} s ({spent.Sum() / whole:P1}) for vouching");
            await LogAsync(app, spent);
            await VerifyAsync(app);
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    private static async Task LogAsync(UseCases app, List<double> spent)
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var times = new List<double>();
        for (var i = -WarmUp; i < Writes; i++)
        {
            spent.RemoveAll(_ => i <= 0);
            var started = Stopwatch.GetTimestamp();
            await app.SendAsync(worker, Build.AnIncident());
            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        var (median, own) = (times.Order().ElementAt(Writes / 2), spent.Order().ElementAt(spent.Count / 2) * 1000);
        Console.WriteLine($"Logging an incident: median {median:F2} ms, of which {own:F2} ms for vouching");
    }

    private static async Task VerifyAsync(UseCases app)
    {
        await using var scope = app.ScopeOf(Actor.System());
        var started = Stopwatch.GetTimestamp();
        var verdict = await scope.ServiceProvider.GetRequiredService<ITrailProof>().VerifyAsync([], progress: null, default);
        var memory = Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024);
        Console.WriteLine($"Verifying {verdict.Sealed} lines and {verdict.Rows} rows: {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s, {memory} MB at most; found {verdict.Fault?.ToString() ?? "nothing"}");
    }
}
