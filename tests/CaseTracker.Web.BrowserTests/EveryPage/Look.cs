using CaseTracker.Testing;
using CaseTracker.Web.BrowserTests.Running;
using Microsoft.Playwright;

namespace CaseTracker.Web.BrowserTests.EveryPage;

/// <summary>What must hold on every page in every state: accessible in both themes, no wider than a phone, and no complaint of the browser.</summary>
public static class Look
{
    public const int Desktop = 1280;
    public const int Phone = 360;

    /// <returns>One line for each thing that is wrong with the page that is open.</returns>
    public static async Task<IReadOnlyList<string>> AtAsync(Window window, string name)
    {
        var wrong = new List<string>();
        foreach (var (width, scheme) in new[] { (Desktop, ColorScheme.Light), (Desktop, ColorScheme.Dark), (Phone, ColorScheme.Light) })
        {
            await window.Page.SetViewportSizeAsync(width, 900);
            await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await SettleAsync(window.Page);
            var view = $"{name} ({width} px, {scheme})";
            wrong.AddRange((await Axe.ViolationsAsync(window.Page)).Select(v => $"{view}: {v}"));
            wrong.AddRange((await WiderThanTheWindowAsync(window.Page)).Select(v => $"{view}: scrolls sideways: {v}"));
            await KeepAsync(window.Page, name, width, scheme);
        }

        await window.Page.SetViewportSizeAsync(Desktop, 900);
        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        wrong.AddRange(window.Complaints.Select(c => $"{name}: {c}"));
        window.Complaints.Clear();
        return wrong;
    }

    /// <summary>Colours that are still changing from one theme to the other are nobody's to judge; Chromium keeps some of a table's until it is laid out anew.</summary>
    private static Task SettleAsync(IPage page) => page.EvaluateAsync(
        """
        () => {
            const root = document.documentElement;
            root.style.display = 'none';
            root.offsetHeight;
            root.style.removeProperty('display');
            return new Promise(done => setTimeout(() => requestAnimationFrame(() => done(null)), 150));
        }
        """);

    /// <summary>A table may scroll inside its own box; the page itself may not.</summary>
    private static async Task<IReadOnlyList<string>> WiderThanTheWindowAsync(IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3)
            .map(e => `${e.tagName.toLowerCase()}.${e.className} ends at ${Math.round(e.getBoundingClientRect().right)}`)
        """);

    private static async Task KeepAsync(IPage page, string name, int width, ColorScheme scheme)
    {
        var suffix = width == Phone ? "phone" : scheme == ColorScheme.Dark ? "dark" : "desktop";
        // What sticks to the window would lie across the middle of a picture of the whole page, over the fields beneath.
        await page.EvaluateAsync("() => document.querySelectorAll('.form-actions-sticky').forEach(bar => bar.style.position = 'static')");
        var file = name.Trim('/').Replace('/', '-').Replace(' ', '-');
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", $"{(file == "" ? "home" : file)}.{suffix}.png"), FullPage = true });
        await page.EvaluateAsync("() => document.querySelectorAll('.form-actions-sticky').forEach(bar => bar.style.removeProperty('position'))");
    }
}
