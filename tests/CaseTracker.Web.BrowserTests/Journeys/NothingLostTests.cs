using CaseTracker.Web.BrowserTests.Running;
using Microsoft.Playwright;

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

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Language_and_colours_change_under_a_form_and_leave_what_was_typed(bool scripts)
    {
        await using var window = await desk.SignedInAsync("caseworker", new WindowKind(Scripts: scripts));
        var campaign = new StigmatizationCampaign(window, $"display{scripts}");
        await campaign.FillAsync();
        var before = await TypedAsync(window);

        await window.PressAsync(window.Page.Locator("header [data-display='language-es']"));
        Assert.Equal("es", await window.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(before, await TypedAsync(window));

        await window.GoAsync($"/incidents/{await Desk.AnIncidentAsync(window)}/edit");
        await window.FillAsync("Form.Narrative", "Half a sen");
        await window.Page.Locator("header .bar-menu > summary").ClickAsync();
        await window.PressAsync(window.Page.Locator("header [data-display='theme-dark']"));
        Assert.Equal("dark", await window.Page.Locator("html").GetAttributeAsync("data-bs-theme"));
        Assert.Equal("Half a sen", await window.ValueOfAsync("Form.Narrative"));
        Assert.True(window.Complaints.Count == 0, string.Join("\n", window.Complaints));
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Enter_in_a_text_box_sends_the_form_and_changes_no_language(bool scripts)
    {
        await using var window = await desk.SignedInAsync("caseworker", new WindowKind(Scripts: scripts));
        var number = await Desk.AnIncidentAsync(window);
        await window.GoAsync($"/incidents/{number}/edit");

        var arrived = window.Page.WaitForURLAsync($"**/incidents/{number}");
        await window.Page.PressAsync("main [name='Form.Title']", "Enter");
        await arrived;

        Assert.Equal("en", await window.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_too_large_to_send_is_still_there_when_one_goes_back(bool scripts)
    {
        await using var window = await desk.SignedInAsync("caseworker", new WindowKind(Scripts: scripts));
        await window.GoAsync($"/incidents/{await Desk.AnIncidentAsync(window)}/edit");
        var narrative = new string('x', 2_300_000);
        await window.FillAsync("Form.Title", "Half typed");
        await window.FillAsync("Form.Narrative", narrative);

        await window.SendAsync();
        Assert.NotNull(await window.Page.QuerySelectorAsync(".status-page"));
        await window.Page.GoBackAsync();

        await Assertions.Expect(window.Page.Locator("main [name='Form.Title']")).ToHaveValueAsync("Half typed");
        Assert.Equal(narrative.Length, (await window.ValueOfAsync("Form.Narrative")).Length);
    }

    /// <summary>Without the question whether possible duplicates were seen: the site asks it once there are some.</summary>
    private static async Task<IReadOnlyList<string>> TypedAsync(Window window)
    {
        var typed = new List<string>();
        foreach (var field in await window.Page.QuerySelectorAllAsync("#log-form input:not([type=hidden], [name='Form.DuplicatesSeen']), #log-form select, #log-form textarea"))
        {
            var name = await field.GetAttributeAsync("name");
            var value = await field.GetAttributeAsync("type") is "checkbox" ? $"{await field.GetAttributeAsync("value")} {await field.IsCheckedAsync()}" : await field.InputValueAsync();
            typed.Add($"{name} = {value}");
        }

        return typed;
    }
}
