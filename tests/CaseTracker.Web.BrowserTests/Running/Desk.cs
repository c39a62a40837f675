using CaseTracker.Application.Demonstration;
using CaseTracker.Domain.Access;
using CaseTracker.Testing.Databases;
using CaseTracker.Testing.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CaseTracker.Web.BrowserTests.Running;

/// <summary>One served site, one mail server and one browser for all tests: each test opens a window of its own.</summary>
public sealed class Desk : IAsyncLifetime
{
    /// <summary>Stands in the title of the one incident of the demonstration that is written and not drawn, and in no other text of it.</summary>
    public const string AWordOfTheStory = "Historia";

    private ServedSite? _site;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public MailServer Mail { get; } = new();

    public ServedSite Site => _site!;

    public async Task InitializeAsync()
    {
        if (Chromium.WhyMissing is not null)
        {
            return;
        }

        _site = new ServedSite(Mail.Port);
        await _site.InitializeAsync();
        _site.Serve();
        _playwright = await Chromium.DriveAsync();
        _browser = await Chromium.StartAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_site is not null)
        {
            await _browser!.CloseAsync();
            _playwright!.Dispose();
            await ((IAsyncLifetime)_site).DisposeAsync();
        }

        Mail.Dispose();
    }

    /// <exception cref="SkipException">There is no browser on this machine.</exception>
    public async Task<Window> OpenAsync(WindowKind? kind = null)
    {
        Missing.SkipIf(Chromium.WhyMissing);
        return await Window.OpenAsync(_browser!, Site.Address, kind ?? new WindowKind());
    }

    /// <summary>A window in which somebody of the demonstration has signed in.</summary>
    public async Task<Window> SignedInAsync(string name, WindowKind? kind = null)
    {
        var window = await OpenAsync(kind);
        await window.GoAsync("/sign-in");
        await FillSignInAsync(window, name);
        Assert.DoesNotContain("/sign-in", window.Path);
        return window;
    }

    /// <summary>Signs in on the sign-in page that is open, whatever it carries.</summary>
    public async Task FillSignInAsync(Window window, string name)
    {
        var signIn = Site.Services.GetRequiredService<IDemoSignIns>().All.Single(s => s.Email == $"{name}@demo.example");
        await window.SignInHereAsync(signIn.Email, signIn.Password);
    }

    /// <returns>Number of an incident that whoever sits at the window may open.</returns>
    public static async Task<string> AnIncidentAsync(Window window)
    {
        await window.GoAsync("/incidents");
        var href = await window.Page.Locator("main a[href*='/incidents/CT-']").First.GetAttributeAsync("href");
        return href!.Split('/', '?', '#').First(part => part.StartsWith("CT-", StringComparison.Ordinal));
    }

    /// <returns>Number of the incident that tells the demonstration's story, which is caseworker's.</returns>
    public static async Task<string> TheStoryAsync(Window window)
    {
        await window.GoAsync("/incidents");
        await window.FillAsync("text", AWordOfTheStory);
        await window.PressAsync(window.Page.Locator("main form[role=search] .search-line button"));
        var found = window.Page.Locator("main tbody a[href*='/incidents/CT-']");
        Assert.Equal(1, await found.CountAsync());
        return (await found.GetAttributeAsync("href"))!.Split('/', '?', '#').First(part => part.StartsWith("CT-", StringComparison.Ordinal));
    }

    /// <summary>Somebody in a team of their own, for whom there is nothing yet on any page.</summary>
    public async Task<Window> NewcomerAsync(Role role, WindowKind? kind = null)
    {
        var window = await OpenAsync(kind);
        var email = $"{Guid.CreateVersion7():N}@example.org";
        await Site.JoinAsync("New here", email, role, [await Site.FoundTeamAsync()]);
        await window.GoAsync("/sign-in");
        await window.SignInHereAsync(email, WebApp.Password);
        return window;
    }
}

[CollectionDefinition(Name)]
public sealed class InTheBrowser : ICollectionFixture<Desk>
{
    public const string Name = "In the browser";
}
