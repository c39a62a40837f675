using CaseTracker.Web.BrowserTests.EveryPage;
using CaseTracker.Web.BrowserTests.Running;

namespace CaseTracker.Web.BrowserTests.Journeys;

[Collection(InTheBrowser.Name)]
public sealed class WithdrawalTests(Desk desk)
{
    private const string Why = "The file that was opened is another one.";

    [SkippableTheory]
    [InlineData("en", true)]
    [InlineData("es", false)]
    public async Task A_stage_that_never_happened_is_taken_back_and_read_struck_through_everywhere(string language, bool scripts)
    {
        await using var window = await desk.SignedInAsync("caseworker", new WindowKind(language, scripts));
        var campaign = new StigmatizationCampaign(window, $"withdrawn{language}");
        await campaign.FillAsync();
        var page = $"/incidents/{await campaign.LogAsync()}";
        await ClimbAsync(window, page);

        await window.PressAsync(window.Page.Locator("main a[href$='/withdraw?entry=stage-2']"));
        await window.FillAsync("Form.Reason", Why);
        await window.SendAsync();

        Assert.Equal($"{page}/justice", window.Path);
        Assert.Contains("J2", await window.Page.InnerTextAsync(".stages li.is-corrected s"), StringComparison.Ordinal);
        Assert.Contains(Why, await window.Page.InnerTextAsync(".stages li:last-child"), StringComparison.Ordinal);
        var wrong = new List<string>();
        foreach (var tab in new[] { "/justice", "/timeline", "/history" })
        {
            await window.GoAsync(page + tab);
            Assert.Equal(1, await window.Page.Locator("main .is-corrected s").CountAsync());
            wrong.AddRange(scripts ? await Look.AtAsync(window, $"withdrawn{tab}") : []);
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(window.Complaints.Count == 0, string.Join("\n", window.Complaints));
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
        await window.PressAsync(window.Page.Locator("a[href$='/stage']").First);
        await window.ChooseAsync("Form.Stage", "J2");
        await window.FillAsync("Form.On.Year", "2017");
        await window.FillAsync("Form.Reason", "The file is open.");
        await window.SendAsync();
        Assert.Equal($"{page}/justice", window.Path);
    }
}
