using System.Collections.Concurrent;
using System.Net;
using CaseTracker.Domain.Access;
using CaseTracker.Testing.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseTracker.Web.IntegrationTests.Journeys;

/// <summary>The thread through everything: logged, verified, moved along the ladder, counted; and not a word of it in the logs.</summary>
public sealed class OneThreadTests(OneThreadTests.ListeningSite site) : IClassFixture<OneThreadTests.ListeningSite>
{
    private const string Name = "Tonantzin Quechol";
    private const string Place = "Xochistlahuaca";
    private const string Told = "Told by her cousin at the market";

    private static readonly string[] Claims = ["Who", "What", "When", "Where", "ByWhom"];

    [Fact]
    public async Task An_incident_is_logged_moved_along_the_ladder_and_counted()
    {
        var team = await site.FoundTeamAsync();
        var (worker, supervisor) = ((await site.SignInAsync(Role.CaseWorker, team)).Browser, (await site.SignInAsync(Role.Supervisor, team)).Browser);

        var logged = await worker.PostFormAsync(
            "/incidents/log",
            [
                ("Form.Victims[0].Name", Name), ("Form.Acts[0].Code", "CT-STG-1"), ("Form.StartedOn.Year", "2016"), ("Form.StartedOn.Month", "2"), ("Form.State", "MX-GRO"),
                ("Form.Municipality", Place), ("Form.Sources[0].Material", "CT-MAT-1"), ("Form.Sources[0].Description", Told), ("Form.Consent", "C1"), ("do", "log"),
            ]);
        var incident = logged.Headers.Location!.OriginalString;
        await PostAsync(worker, $"{incident}/sources/add", ("Form.Material", "CT-MAT-1"), ("Form.Description", "A recording of the broadcast"));
        await PostAsync(worker, $"{incident}/verification", [.. new[] { 0, 1 }.SelectMany(source => Claims.Select(claim => ($"Form.Sources[{source}].{claim}", (string?)"Accepted")))]);
        await PostAsync(worker, $"{incident}/verify", ("Form.Verification", "V3"), ("Form.Reason", "Two independent sources agree"));
        await PostAsync(worker, $"{incident}/justice/open", ("Form.Kind", "CT-PRC-CRIM"), ("Form.Authority", "CT-AUT-FGR"), ("Form.Stage", "J1"), ("Form.On.Year", "2016"), ("Form.On.Month", "5"), ("Form.Reason", "Copy of the complaint"));
        var justice = await worker.OpenAsync($"{incident}/justice");
        var step = justice.QuerySelectorAll("a[href$='/stage']").Select(a => a.GetAttribute("href")!).First();
        await PostAsync(worker, step, ("Form.Stage", "J2"), ("Form.On.Year", "2016"), ("Form.On.Month", "8"), ("Form.Reason", "The file has a number"));

        var number = incident.Split('/')[^1];
        Assert.Contains(number, (await worker.OpenAsync("/incidents?stage=J2&verified=V3")).QuerySelector("table.data")!.TextContent);
        var statistics = await supervisor.OpenAsync("/statistics");
        var lists = statistics.QuerySelectorAll("main a[data-count]").Select(a => a.GetAttribute("href")!).Distinct().ToList();
        Assert.NotEmpty(lists);
        var counted = new List<string>();
        foreach (var list in lists)
        {
            using var answer = await supervisor.GetAsync(list);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            if ((await answer.Content.ReadAsStringAsync()).Contains(number, StringComparison.Ordinal))
            {
                counted.Add(list);
            }
        }

        Assert.True(counted.Count > 0, string.Join("\n", lists));
        Assert.DoesNotContain(Name.Split(' ')[1], statistics.DocumentElement.OuterHtml);
        foreach (var typed in Name.Split(' ').Concat([Place, "cousin", "example.org", "127.0.0.1", "::1", WebApp.Password]))
        {
            Assert.DoesNotContain(site.Lines, l => l.Contains(typed, StringComparison.OrdinalIgnoreCase));
        }

        Assert.NotEmpty(site.Lines);
    }

    private static async Task PostAsync(Browser browser, string address, params (string Name, string? Value)[] fields)
    {
        using var answer = await browser.PostFormAsync(address, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{address}: {(int)answer.StatusCode} {(await Browser.ReadAsync(answer)).QuerySelector(".error-summary")?.TextContent}");
    }

    /// <summary>Keeps every line that is logged at the level of an installation, and finer of the product's own.</summary>
    public sealed class ListeningSite : WebApp
    {
        private readonly Listener _listener = new();

        public IReadOnlyCollection<string> Lines => _listener.Lines;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Logging:LogLevel:Default", "Debug");
            builder.ConfigureServices(services => services.AddLogging(logging => logging.AddProvider(_listener)));
        }
    }

    private sealed class Listener : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
