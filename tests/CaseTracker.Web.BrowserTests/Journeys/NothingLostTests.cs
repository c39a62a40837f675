using CaseTracker.Web.BrowserTests.Running;

namespace CaseTracker.Web.BrowserTests.Journeys;

[Collection(InTheBrowser.Name)]
public sealed class NothingLostTests(Desk desk)
{
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_form_comes_back_with_everything_that_was_typed(bool scripts)
    {
        await using var window = await desk.SignedInAsync("caseworker", new WindowKind(Scripts: scripts));
        var campaign = new StigmatizationCampaign(window, $"refused{scripts}");
        await campaign.FillAsync();
        await window.FillAsync("Form.StartedOn.Year", "2999");
        var before = await TypedAsync(window);

        await window.SendAsync("log");

        Assert.Equal("/incidents/log", window.Path);
        Assert.Equal(before, await TypedAsync(window));
        Assert.True(await window.Page.Locator("[aria-invalid=true]").CountAsync() > 0, "Nothing on the page is marked as wrong.");
        Assert.True(window.Complaints.Count == 0, string.Join("\n", window.Complaints));
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_that_ends_while_typing_costs_a_sign_in_and_nothing_else(bool scripts)
    {
        await using var window = await desk.SignedInAsync("caseworker", new WindowKind(Scripts: scripts));
        var campaign = new StigmatizationCampaign(window, $"lost{scripts}");
        await campaign.FillAsync();
        await window.LoseSessionAsync();

        await window.SendAsync("log");
        await desk.FillSignInAsync(window, "caseworker");

        // Sent again only by the person's own press.
        await window.SendAsync();
        var number = await campaign.LogIfAskedAsync();
        await window.GoAsync($"/incidents/{number}/people");
        Assert.Equal(2, await window.Page.Locator("main a[href*='/identity']").CountAsync());
        Assert.True(window.Complaints.Count == 0, string.Join("\n", window.Complaints));
    }

    private static async Task<IReadOnlyList<string>> TypedAsync(Window window)
    {
        var typed = new List<string>();
        foreach (var field in await window.Page.QuerySelectorAllAsync("#log-form input:not([type=hidden]), #log-form select, #log-form textarea"))
        {
            var name = await field.GetAttributeAsync("name");
            var value = await field.GetAttributeAsync("type") is "checkbox" ? $"{await field.GetAttributeAsync("value")} {await field.IsCheckedAsync()}" : await field.InputValueAsync();
            typed.Add($"{name} = {value}");
        }

        return typed;
    }
}
