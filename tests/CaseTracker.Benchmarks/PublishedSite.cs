using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CaseTracker.Benchmarks;

/// <summary>The published site on a folder of its own, each time in a process of its own.</summary>
public sealed class PublishedSite(string site, string data)
{
    /// <summary>Where the measured organisation works: not where the machine stands.</summary>
    internal const string Zone = "America/Mexico_City";

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    /// <returns>Seconds that seeding took; null for a folder that holds incidents already.</returns>
    public async Task<double?> SeedAsync(int incidents)
    {
        if (File.Exists(Path.Combine(data, "demo-sign-ins.txt")))
        {
            return null;
        }

        // The demonstration's sign-ins are made by the first start, and their teams are who the incidents belong to.
        await using (await StartAsync())
        {
        }

        var started = Stopwatch.GetTimestamp();
        using var seeding = Start("seed", "--demo", $"{incidents}", "--seed", "7");
        await seeding.WaitForExitAsync();
        return seeding.ExitCode == 0 ? Stopwatch.GetElapsedTime(started).TotalSeconds : throw new InvalidOperationException("Seeding failed.");
    }

    public async Task<RunningSite> StartAsync()
    {
        var address = new Uri($"http://localhost:{FreePort()}");
        var started = Stopwatch.GetTimestamp();
        var process = Start("serve", "--urls", address.ToString());
        using var http = new HttpClient { BaseAddress = address };
        while (!await AnswersAsync(http))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > LongestStart)
            {
                throw new InvalidOperationException("The site did not start.");
            }

            await Task.Delay(10);
        }

        var signIns = (await File.ReadAllLinesAsync(Path.Combine(data, "demo-sign-ins.txt"))).Select(line => line.Split('\t')).ToDictionary(p => p[0], p => p[1]);
        return new RunningSite(process, address, Stopwatch.GetElapsedTime(started), signIns);
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/sign-in");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["CaseTracker.Web.dll", .. arguments, $"--Data:Directory={data}", $"--Site:TimeZone={Zone}"]) { WorkingDirectory = site, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Limits__Reading"] = start.Environment["Limits__Writing"] = start.Environment["Limits__Searching"] = "1000000";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

public sealed class RunningSite(Process process, Uri address, TimeSpan firstGoodPage, IReadOnlyDictionary<string, string> signIns) : IAsyncDisposable
{
    public Uri Address { get; } = address;

    /// <summary>The site's own day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(PublishedSite.Zone)).DateTime);

    /// <summary>From starting the process to the sign-in page's status 200.</summary>
    public TimeSpan FirstGoodPage { get; } = firstGoodPage;

    public IReadOnlyDictionary<string, string> SignIns { get; } = signIns;

    /// <summary>Of all its threads so far: what a machine that is busy with other work leaves unchanged.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
