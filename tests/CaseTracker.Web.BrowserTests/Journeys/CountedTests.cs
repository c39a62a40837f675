using System.Globalization;
using CaseTracker.Web.BrowserTests.Running;

namespace CaseTracker.Web.BrowserTests.Journeys;

[Collection(InTheBrowser.Name)]
public sealed class CountedTests(Desk desk)
{
    private const string Recorded = "main a[href*='figure=register'][href*='part=all']";

    [SkippableFact]
    public async Task What_a_case_worker_logs_the_supervisor_finds_counted_and_in_the_list_behind_the_number()
    {
        await using var supervisor = await desk.SignedInAsync("supervisor");
        var before = await RecordedAsync(supervisor);
        await using var worker = await desk.SignedInAsync("caseworker");
        var campaign = new StigmatizationCampaign(worker, "counted");
        await campaign.FillAsync();
        var number = await campaign.LogAsync();

        Assert.Equal(before + 1, await RecordedAsync(supervisor));
        await supervisor.PressAsync(supervisor.Page.Locator(Recorded));
        while (await supervisor.Page.Locator($"main a[href$='/incidents/{number}']").CountAsync() == 0)
        {
            await supervisor.PressAsync(supervisor.Page.Locator("main a[rel=next]"));
        }

        await supervisor.PressAsync(supervisor.Page.Locator($"main a[href$='/incidents/{number}']"));
        Assert.Equal($"/incidents/{number}", supervisor.Path);
        Assert.True(supervisor.Complaints.Count == 0, string.Join("\n", supervisor.Complaints));
    }

    /// <summary>A new incident has been received and not yet verified.</summary>
    private static async Task<int> RecordedAsync(Window window)
    {
        await window.GoAsync("/statistics?scope=unverified");
        return int.Parse((await window.Page.GetAttributeAsync(Recorded, "data-count"))!, CultureInfo.InvariantCulture);
    }
}
