using System.Globalization;
using CaseTracker.Web.BrowserTests.Running;

namespace CaseTracker.Web.BrowserTests.Journeys;

[Collection(InTheBrowser.Name)]
public sealed class LogAndFollowTests(Desk desk)
{
    private const string Release = "mx-2016-stigmatization";

    // Mexico City keeps one time all year.
    private static readonly TimeSpan MexicoCity = TimeSpan.FromHours(-6);

    [SkippableTheory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("es", true)]
    [InlineData("es", false)]
    public async Task A_campaign_is_logged_found_put_in_context_moved_up_the_ladder_and_reminded_of(string language, bool scripts)
    {
        await using var window = await desk.SignedInAsync("caseworker", new WindowKind(language, scripts));
        var campaign = new StigmatizationCampaign(window, $"{language}{(scripts ? "with" : "without")}");
        await campaign.FillAsync();
        var number = await campaign.LogAsync();
        var page = $"/incidents/{number}";
        await SeeItOnItsPageAsync(window, campaign, language);
        await FindItInTheListAsync(window, number);
        await LinkTheReleaseAsync(window, page, language);
        Assert.Equal(1, await window.Page.Locator($"main a[href*='{page}']").CountAsync());
        await ClimbAsync(window, page);
        await ScheduleAsync(window, page);
        await ReadReminderAsync(number, campaign);
        Assert.True(window.Complaints.Count == 0, string.Join("\n", window.Complaints));
    }

    private static async Task SeeItOnItsPageAsync(Window window, StigmatizationCampaign campaign, string language)
    {
        var text = await window.MainTextAsync();
        Assert.Contains(language == "es" ? "Campaña de desprestigio" : "Smear campaign", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("2016", text, StringComparison.Ordinal);

        // The page shows pseudonyms: whose they are is a question of its own.
        Assert.All(campaign.Victims, name => Assert.DoesNotContain(name, text, StringComparison.Ordinal));
        Assert.Equal(language, await window.Page.GetAttributeAsync("html", "lang"));
    }

    private static async Task FindItInTheListAsync(Window window, string number)
    {
        await window.GoAsync("/incidents");
        await window.FillAsync("text", number);
        await window.PressAsync(window.Page.Locator("main form[role=search] .search-line button"));
        Assert.Equal(1, await window.Page.Locator($"main a[href$='/incidents/{number}']").CountAsync());
    }

    private static async Task LinkTheReleaseAsync(Window window, string page, string language)
    {
        await window.GoAsync($"{page}/context");
        var suggestion = window.Page.Locator($"section[aria-labelledby=suggested] article:has(a[href$='/reference/{Release}'])");
        Assert.Contains(language == "es" ? "México" : "Mexico", await suggestion.InnerTextAsync(), StringComparison.Ordinal);
        await window.PressAsync(suggestion.Locator("button"));
        await window.PressAsync(window.Page.Locator($"section[aria-labelledby=linked] a[href$='/reference/{Release}']"));
        Assert.Equal($"/reference/{Release}", window.Path);
    }

    private static async Task ClimbAsync(Window window, string page)
    {
        await window.GoAsync($"{page}/justice/open");
        await window.ChooseAsync("Form.Kind", "CT-PRC-CRIM");
        await window.ChooseAsync("Form.Authority", "CT-AUT-FGR");
        await window.ChooseAsync("Form.Stage", "J1");
        await window.FillAsync("Form.On.Year", "2016");
        await window.FillAsync("Form.Reason", "Complaint filed.");
        await window.SendAsync();
        Assert.Equal($"{page}/justice", window.Path);

        await window.PressAsync(window.Page.Locator("a[href$='/stage']").First);
        await window.ChooseAsync("Form.Stage", "J2");
        await window.FillAsync("Form.On.Year", "2017");
        await window.FillAsync("Form.Reason", "The file is open.");
        await window.SendAsync();
        Assert.Equal($"{page}/justice", window.Path);
        Assert.Contains("J2", await window.Page.InnerTextAsync(".stages"), StringComparison.Ordinal);
    }

    private static async Task ScheduleAsync(Window window, string page)
    {
        await window.GoAsync($"{page}/follow-ups");
        await window.ChooseAsync("Form.Kind", "CT-FUK-CALL");
        await window.FillAsync("Form.DueOn", TimeProvider.System.GetUtcNow().ToOffset(MexicoCity).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await window.SendAsync();
        Assert.Equal(1, await window.Page.Locator("main .follow-up").CountAsync());
    }

    private async Task ReadReminderAsync(string number, StigmatizationCampaign campaign)
    {
        await desk.Site.WorkAsync();
        var letter = await desk.Mail.WaitForAsync(number);
        Assert.Contains("caseworker@demo.example", letter, StringComparison.Ordinal);
        Assert.Contains("/notices", letter, StringComparison.Ordinal);
        Assert.All(campaign.Victims, name => Assert.DoesNotContain(name, letter, StringComparison.Ordinal));
    }
}
