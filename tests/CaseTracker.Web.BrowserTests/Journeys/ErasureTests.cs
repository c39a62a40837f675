using CaseTracker.Web.BrowserTests.EveryPage;
using CaseTracker.Web.BrowserTests.Running;

namespace CaseTracker.Web.BrowserTests.Journeys;

[Collection(InTheBrowser.Name)]
public sealed class ErasureTests(Desk desk)
{
    [SkippableFact]
    public async Task What_a_supervisor_erases_says_so_and_its_pages_stay_accessible()
    {
        await using var worker = await desk.SignedInAsync("caseworker");
        var campaign = new StigmatizationCampaign(worker, "erased");
        await campaign.FillAsync();
        var number = await campaign.LogAsync();
        await using var supervisor = await desk.SignedInAsync("supervisor", new WindowKind("es"));
        var wrong = new List<string>();

        await supervisor.GoAsync($"/incidents/{number}/access");
        await supervisor.PressAsync(supervisor.Page.Locator("main a[href$='/erase']"));
        await supervisor.PressAsync(supervisor.Page.Locator("main form .btn-danger"));
        wrong.AddRange(await Look.AtAsync(supervisor, "refused/incidents/N/erase"));
        await supervisor.Page.CheckAsync("main input[value=Danger]");
        await supervisor.FillAsync("Form.Confirmation", number);
        await supervisor.Page.CheckAsync("main input[type=checkbox][name='Form.Understood']");
        await supervisor.PressAsync(supervisor.Page.Locator("main form .btn-danger"));

        Assert.Equal($"/incidents/{number}", supervisor.Path);
        Assert.Contains("[borrado]", await supervisor.MainTextAsync(), StringComparison.Ordinal);
        foreach (var page in (string[])["", "/people", "/timeline", "/history", "/access"])
        {
            await supervisor.GoAsync($"/incidents/{number}{page}");
            wrong.AddRange(await Look.AtAsync(supervisor, $"erased/incidents/N{page}"));
        }

        await supervisor.PressAsync(supervisor.Page.Locator("main .note a[href*='/erasures/']"));
        wrong.AddRange(await Look.AtAsync(supervisor, "/erasures/ID"));
        await supervisor.PressAsync(supervisor.Page.Locator("main a.back"));
        wrong.AddRange(await Look.AtAsync(supervisor, "/erasures"));
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.DoesNotContain(supervisor.Complaints, c => !c.Contains("422", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_campaign_and_what_tracks_a_release_say_that_they_were_erased_and_stay_accessible()
    {
        await using var worker = await desk.SignedInAsync("caseworker");
        await worker.GoAsync("/campaigns/new");
        await worker.FillAsync("Form.Title", "Front pages to be erased");
        await worker.SendAsync();
        var campaign = worker.Path;
        await worker.GoAsync("/reference/mx-2016-stigmatization/asks/public-recognition/track");
        await worker.ChooseAsync("Form.Type", "AL");
        await worker.FillAsync("Form.SentOn.Year", "2026");
        await worker.SendAsync();
        var tracking = worker.Path;
        await using var supervisor = await desk.SignedInAsync("supervisor", new WindowKind("es"));
        var wrong = new List<string>();

        foreach (var (page, typed) in new[] { (campaign, campaign.Split('/')[^1]), (tracking, "mx-2016-stigmatization") })
        {
            await supervisor.GoAsync(page);
            await supervisor.PressAsync(supervisor.Page.Locator("main a[href$='/erase']"));
            await supervisor.PressAsync(supervisor.Page.Locator("main form .btn-danger"));
            wrong.AddRange(await Look.AtAsync(supervisor, $"refused{Walk.KindOf(supervisor.Path)}"));
            await supervisor.Page.CheckAsync("main input[value=Danger]");
            await supervisor.FillAsync("Form.Confirmation", typed);
            await supervisor.Page.CheckAsync("main input[type=checkbox][name='Form.Understood']");
            await supervisor.PressAsync(supervisor.Page.Locator("main form .btn-danger"));

            Assert.Equal(page, supervisor.Path);
            Assert.Contains("Borrado el", await supervisor.MainTextAsync(), StringComparison.Ordinal);
            wrong.AddRange(await Look.AtAsync(supervisor, $"erased{Walk.KindOf(page)}"));
            await supervisor.PressAsync(supervisor.Page.Locator("main .note a[href*='/erasures/']"));
            wrong.AddRange(await Look.AtAsync(supervisor, "/erasures/ID"));
        }

        await worker.GoAsync("/campaigns");
        wrong.AddRange(await Look.AtAsync(worker, "/campaigns"));
        await worker.GoAsync("/notices");
        wrong.AddRange(await Look.AtAsync(worker, "/notices"));
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.DoesNotContain(supervisor.Complaints, c => !c.Contains("422", StringComparison.Ordinal));
    }
}
