using Microsoft.Playwright;

namespace CaseTracker.Web.BrowserTests.Running;

/// <summary>The Chromium of the system, driven with the system's Node: nothing is downloaded.</summary>
public static class Chromium
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-dev-shm-usage",
    ];

    /// <summary>Why no browser can be started here; null when one can.</summary>
    public static string? WhyMissing =>
        InPath("chromium") is null ? "chromium is not in PATH: install the chromium package of Debian"
        : InPath("node") is null ? "node is not in PATH, and the driver of the browser runs on it"
        : null;

    public static async Task<IBrowser> StartAsync(IPlaywright playwright) =>
        await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = InPath("chromium"), Args = Arguments });

    public static async Task<IPlaywright> DriveAsync()
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_NODEJS_PATH", InPath("node"));
        return await Playwright.CreateAsync();
    }

    private static string? InPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
