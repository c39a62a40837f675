using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CaseTracker.Web.BrowserTests.Running;
using Microsoft.Playwright;

namespace CaseTracker.Web.BrowserTests.Journeys;

/// <summary>What leaves the printer: the case and nothing of the site around it, dark on white, with who printed it.</summary>
[Collection(InTheBrowser.Name)]
public sealed partial class PrintTests(Desk desk)
{
    [SkippableTheory]
    [InlineData("en", false)]
    [InlineData("es", true)]
    public async Task Every_page_of_a_case_prints_without_the_site_around_it(string language, bool dark)
    {
        await using var window = await desk.SignedInAsync("caseworker", new WindowKind(language, Scripts: false, Dark: dark));
        var number = await Desk.AnIncidentAsync(window);
        await window.GoAsync("/people");
        var person = await window.Page.Locator("main tbody a[href^='/people/']").First.GetAttributeAsync("href");
        await window.GoAsync("/campaigns");
        var campaign = await window.Page.Locator("main tbody a[href^='/campaigns/']").First.GetAttributeAsync("href");
        foreach (var path in (string[])[$"/incidents/{number}", $"/incidents/{number}/timeline", $"/incidents/{number}/justice", person!, campaign!])
        {
            await window.GoAsync(path);
            await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });

            foreach (var around in (string[])["header.site-header", "footer.site-footer", "nav", "form", "button", ".btn", ".skip-link", ".tabs", ".pager"])
            {
                Assert.True(await window.Page.Locator($"{around} >> visible=true").CountAsync() == 0, $"{path} prints {around}.");
            }

            var printed = await window.Page.Locator(".printed").First.InnerTextAsync();
            Assert.StartsWith(language == "es" ? "Confidencial" : "Confidential", printed, StringComparison.Ordinal);
            Assert.Contains(TimeProvider.System.GetUtcNow().Year.ToString(CultureInfo.InvariantCulture), printed);
            if (path != campaign)
            {
                // Where its publications were archived is part of what a campaign is.
                Assert.DoesNotContain("http", await window.MainTextAsync(), StringComparison.Ordinal);
            }

            Assert.True(await LightnessAsync(window.Page, "color") < 100 && await LightnessAsync(window.Page, "background-color") > 200, $"{path} does not print dark on white.");
            AssertIsPaper(await window.Page.PdfAsync(new PagePdfOptions { Format = "A4", PreferCSSPageSize = true }), path);
            await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        }

        Assert.Empty(window.Complaints);
    }

    [SkippableFact]
    public async Task A_timeline_prints_every_entry_in_its_order_with_its_class_in_words()
    {
        await using var window = await desk.SignedInAsync("caseworker", new WindowKind("es", Scripts: false));
        var number = await Desk.AnIncidentAsync(window);
        await window.GoAsync($"/incidents/{number}/timeline?page=all");
        var onScreen = await EntriesAsync(window.Page);

        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.NotEmpty(onScreen);
        Assert.Equal(onScreen, await EntriesAsync(window.Page));
        Assert.Equal(onScreen.Count, await window.Page.Locator(".timeline > li .timeline-class >> visible=true").CountAsync());
        Assert.Contains(number, await window.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        var tops = await window.Page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('.timeline > li')].map(e => e.getBoundingClientRect().top)");
        Assert.Equal(tops.Order(), tops);
    }

    private static async Task<IReadOnlyList<string>> EntriesAsync(IPage page) =>
        [.. (await page.Locator(".timeline > li").AllInnerTextsAsync()).Select(text => Blanks().Replace(text, " ").Trim())];

    /// <summary>0 to 255, of the body.</summary>
    private static Task<double> LightnessAsync(IPage page, string property) => page.EvaluateAsync<double>(
        "property => { const c = getComputedStyle(document.body).getPropertyValue(property).match(/[0-9.]+/g).map(Number); return c.length === 4 && c[3] === 0 ? 255 : (c[0] + c[1] + c[2]) / 3; }", property);

    /// <summary>Chromium writes the objects of pages in clear, so that they can be counted without a reader of PDF.</summary>
    private static void AssertIsPaper(byte[] pdf, string path)
    {
        var text = Encoding.Latin1.GetString(pdf);
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        var pages = PageObjects().Count(text);
        Assert.True(pages is > 0 and < 12, $"{path} takes {pages} pages.");
        Assert.All(Boxes().Matches(text), box => Assert.Contains((box.Groups[1].Value, box.Groups[2].Value), new[] { ("594", "841"), ("595", "841"), ("595", "842") }));
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageObjects();

    [GeneratedRegex(@"/MediaBox\s*\[0 0 (\d+)[.\d]* (\d+)")]
    private static partial Regex Boxes();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
