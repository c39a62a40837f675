using Microsoft.Playwright;

namespace CaseTracker.Web.BrowserTests.Running;

/// <param name="Language">As the browser asks for it.</param>
/// <param name="Scripts">False as in Tor Browser at its safest.</param>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Dark">What the system prefers.</param>
public sealed record WindowKind(string Language = "en", bool Scripts = true, int Width = 1280, bool Dark = false);

/// <summary>A browser window with cookies of its own, which remembers everything that the browser complained about.</summary>
public sealed class Window : IAsyncDisposable
{
    /// <summary>Long, because other tests may keep the machine busy meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IBrowserContext _context;
    private readonly HashSet<string> _opened = [];

    private Window(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Response += (_, answer) =>
        {
            if (answer.Request.IsNavigationRequest)
            {
                _opened.Add(answer.Url);
            }
        };
        page.Console += (_, message) =>
        {
            // The status of a page is a test's own question; a resource that is missing is a complaint.
            var isPageStatus = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && _opened.Any(message.Location.StartsWith);
            if (message.Type is "error" or "warning" && !isPageStatus)
            {
                Complaints.Add($"{page.Url}: {message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => Complaints.Add($"{page.Url}: script: {error}");
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, violations of the content security policy among them.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Window> OpenAsync(IBrowser browser, string address, WindowKind kind)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            Locale = kind.Language == "es" ? "es-MX" : "en-GB",
            JavaScriptEnabled = kind.Scripts,
            ViewportSize = new ViewportSize { Width = kind.Width, Height = 900 },
            ColorScheme = kind.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        if (kind.Scripts)
        {
            await context.AddInitScriptAsync(scriptPath: Axe.Script);
        }

        return new Window(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    public async Task<IResponse> GoAsync(string path) => (await Page.GotoAsync(path))!;

    public async Task SignInHereAsync(string email, string password)
    {
        await FillAsync("Form.Email", email);
        await FillAsync("Form.Password", password);
        await SendAsync();
    }

    /// <summary>Signed out without being asked, as when a session ends.</summary>
    public Task LoseSessionAsync() => _context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = "CaseTracker" });

    public async Task<string> CookiesAsync() => string.Join("; ", (await _context.CookiesAsync()).Select(c => $"{c.Name}={c.Value}"));

    public Task FillAsync(string field, string value) => Page.FillAsync($"main [name='{field}']:visible", value);

    public Task ChooseAsync(string field, string value) => Page.SelectOptionAsync($"main [name='{field}']:visible", value);

    public async Task<string> ValueOfAsync(string field) => await Page.InputValueAsync($"main [name='{field}']:not([type=hidden])");

    /// <summary>Opens whatever is folded on the page, so that it can be filled in and is looked at.</summary>
    public async Task UnfoldAsync()
    {
        foreach (var folded in await Page.QuerySelectorAllAsync("main details:not([open]) > summary"))
        {
            await folded.ClickAsync();
        }
    }

    /// <summary>Presses what sends the page's own form.</summary>
    public Task SendAsync(string? value = null) =>
        PressAsync(Page.Locator(value is null ? "main form .form-actions .btn-primary" : $"main form button[value='{value}']:not([aria-hidden])").First);

    /// <summary>Presses a link or a button, and waits for the page that it leads to: the driver by itself does not.</summary>
    public async Task PressAsync(ILocator what)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IPage page) => arrived.TrySetResult();
        Page.DOMContentLoaded += Arrive;
        try
        {
            await what.ClickAsync();
            await arrived.Task.WaitAsync(Patience);
        }
        finally
        {
            Page.DOMContentLoaded -= Arrive;
        }
    }

    public string Path => new Uri(Page.Url).AbsolutePath;

    public async Task<string> MainTextAsync() => await Page.InnerTextAsync("main");
}
