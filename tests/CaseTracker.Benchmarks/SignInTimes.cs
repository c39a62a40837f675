using System.Diagnostics;
using AngleSharp.Html.Dom;
using CaseTracker.Domain.Access;
using CaseTracker.Testing.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace CaseTracker.Benchmarks;

/// <summary>
/// Does the time of a refused sign-in tell whether somebody has the address? One try with an address that a member has and one
/// with an address that nobody has, in turns; with the second that every refusal takes, and without it, which is what would
/// show on a machine so busy that the second is over before the work is done.
/// </summary>
public static class SignInTimes
{
    /// <summary>Fewer than close an account to a source.</summary>
    private const int TriesFromOneSource = 4;

    /// <summary>Fewer than make everybody wait who tries the same account.</summary>
    private const int TriesOfOneAddress = 8;

    private const int WarmUps = 10;

    /// <summary>Two standard deviations: one of twenty pairs of equal samples is farther apart by chance.</summary>
    private const double Noise = 1.96;

    public static async Task MeasureAsync(int tries)
    {
        Console.WriteLine($"{"refused sign-ins, in turns",-44} {"quartile, median, quartile, ms",30}");
        await MeasureAsync("without the second that each takes", tries, waits: false);
        await MeasureAsync("as served", tries, waits: true);
    }

    private static async Task MeasureAsync(string name, int tries, bool waits)
    {
        await using var site = new OpenSite(waits);
        await site.InitializeAsync();

        // Those who wait leave the processor to others.
        var lanes = waits ? 4 : 1;
        var pairs = await AddressesAsync(site, lanes * Addresses(tries / lanes));
        var measured = await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => TryAsync(site, [.. pairs.Skip(lane * Addresses(tries / lanes))], tries / lanes)));
        var (known, unknown) = (measured.SelectMany(m => m.Known).ToList(), measured.SelectMany(m => m.Unknown).ToList());
        Console.WriteLine();
        Console.WriteLine($"{name}, {known.Count} of each");
        Console.WriteLine($"{"  known address",-44} {Quartiles(known),30}");
        Console.WriteLine($"{"  unknown address",-44} {Quartiles(unknown),30}");
        var z = MannWhitney(known, unknown);
        Console.WriteLine($"  Mann-Whitney: z = {z:F2}, {(Math.Abs(z) < Noise ? "no farther apart than chance" : "farther apart than chance")}; medians differ by {Quartile(known, 2) - Quartile(unknown, 2):F2} ms");
        await ((IAsyncLifetime)site).DisposeAsync();
    }

    private static int Addresses(int tries) => (tries + WarmUps + TriesOfOneAddress - 1) / TriesOfOneAddress;

    private static async Task<(List<double> Known, List<double> Unknown)> TryAsync(OpenSite site, List<(string Known, string Unknown)> pairs, int tries)
    {
        var (known, unknown) = (new List<double>(), new List<double>());
        var (browser, page) = (site.Visitor(), (IHtmlDocument?)null);
        for (var i = 0; i < tries + WarmUps; i++)
        {
            if (i % TriesFromOneSource == 0)
            {
                browser = site.Visitor();
                page = await browser.OpenAsync("/sign-in");
            }

            var (member, nobody) = pairs[i / TriesOfOneAddress];

            // Who goes first changes, so that what the first leaves behind (a warm cache, a busy disk) favours neither.
            var isKnownFirst = i % 2 == 0;
            var first = await TimeAsync(browser, page!, isKnownFirst ? member : nobody);
            var second = await TimeAsync(browser, page!, isKnownFirst ? nobody : member);
            if (i >= WarmUps)
            {
                known.Add(isKnownFirst ? first : second);
                unknown.Add(isKnownFirst ? second : first);
            }
        }

        return (known, unknown);
    }

    /// <summary>Of the same length and form.</summary>
    private static async Task<List<(string Known, string Unknown)>> AddressesAsync(OpenSite site, int count)
    {
        var addresses = new List<(string, string)>();
        for (var i = 0; i < count; i++)
        {
            await site.JoinAsync("Somebody", $"somebody{i:0000}@example.org", Role.CaseWorker, []);
            addresses.Add(($"somebody{i:0000}@example.org", $"nosuchon{i:0000}@example.org"));
        }

        return addresses;
    }

    private static async Task<double> TimeAsync(Browser browser, IHtmlDocument page, string address)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await browser.SubmitAsync(page, "/sign-in", [("Form.Email", address), ("Form.Password", "four words nobody says")]);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return (int)answer.StatusCode == 422 ? took : throw new InvalidOperationException($"A wrong password answered {(int)answer.StatusCode}.");
    }

    private static string Quartiles(List<double> times) => string.Join("  ", Enumerable.Range(1, 3).Select(q => $"{Quartile(times, q):F2}"));

    private static double Quartile(List<double> times, int quarter) => times.Order().ElementAt((times.Count - 1) * quarter / 4);

    /// <summary>Standard deviations between the sum of ranks of one sample and what equal samples would have (normal approximation; ties are too rare to count).</summary>
    private static double MannWhitney(List<double> one, List<double> other)
    {
        var ranks = one.Select(t => (Time: t, IsOne: true)).Concat(other.Select(t => (Time: t, IsOne: false))).OrderBy(t => t.Time)
            .Select((t, i) => (t.IsOne, Rank: i + 1)).Where(t => t.IsOne).Sum(t => (double)t.Rank);
        var (n, m) = ((double)one.Count, (double)other.Count);
        var u = ranks - (n * (n + 1) / 2);
        return (u - (n * m / 2)) / Math.Sqrt(n * m * (n + m + 1) / 12);
    }

    /// <summary>Everybody may try as often as they like, each time as a stranger.</summary>
    private sealed class OpenSite(bool waits) : WebApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("SignIn:AttemptsPerMinute", "1000000");
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(waits ? TimeProvider.System : new Impatient())));
        }
    }

    /// <summary>Whoever waits by this clock has waited already.</summary>
    private sealed class Impatient : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
    }
}
