using CaseTracker.Domain.Access;
using CaseTracker.Web.BrowserTests.Running;

namespace CaseTracker.Web.BrowserTests.EveryPage;

[Collection(InTheBrowser.Name)]
public sealed class EveryPageTests(Desk desk)
{
    [SkippableTheory]
    [InlineData("caseworker", "es", 15)]
    [InlineData("supervisor", "en", 15)]
    [InlineData("auditor", "es", 1)]
    [InlineData("admin", "en", 1)]
    public async Task Pages_with_data_are_accessible_fit_a_phone_and_draw_no_complaint(string who, string language, int atLeast)
    {
        await using var window = await desk.SignedInAsync(who, new WindowKind(language));
        await WalkAsync(window, who, atLeast);
    }

    [SkippableTheory]
    [InlineData(Role.CaseWorker)]
    [InlineData(Role.Supervisor)]
    public async Task Pages_without_data_are_too(Role role)
    {
        await using var window = await desk.NewcomerAsync(role);
        await WalkAsync(window, $"empty {role}", 1);
    }

    [SkippableTheory]
    [InlineData("/sign-in")]
    [InlineData("/no-such-page")]
    public async Task Pages_for_visitors_are_too(string path)
    {
        await using var window = await desk.OpenAsync(new WindowKind("es"));
        await window.GoAsync(path);
        var wrong = await Look.AtAsync(window, $"visitor{path}");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [SkippableFact]
    public async Task Pages_that_refuse_what_was_typed_are_too()
    {
        await using var window = await desk.SignedInAsync("caseworker");
        var number = await Desk.TheStoryAsync(window);
        string[] forms =
        [
            "/incidents/log", $"/incidents/{number}/edit", $"/incidents/{number}/move", $"/incidents/{number}/verify", $"/incidents/{number}/verification", $"/incidents/{number}/justice/open",
            $"/incidents/{number}/justice/orders", $"/incidents/{number}/protection/assess", $"/incidents/{number}/protection/measures/add", $"/incidents/{number}/interventions/add", "/campaigns/new",
            .. await LinkedAsync(window, $"/incidents/{number}/justice", "/stage", "/investigation"),
            .. (await LinkedAsync(window, $"/incidents/{number}/justice", "/stage")).Select(f => f.Replace("/stage", "/withdraw", StringComparison.Ordinal)),
            .. (await LinkedAsync(window, $"/incidents/{number}/justice", "/stage")).Select(form => form.Replace("/stage", "/report", StringComparison.Ordinal)),
            .. await LinkedAsync(window, $"/incidents/{number}/protection", "/step", "/adequacy"),
            .. await LinkedAsync(window, $"/incidents/{number}/interventions", "/reply"),
            .. (await LinkedAsync(window, $"/incidents/{number}/interventions", "/reply")).Select(f => f.Replace("/reply", "/withdraw", StringComparison.Ordinal)),
        ];
        await RefuseAsync(window, forms);
    }

    [SkippableFact]
    public async Task Pages_that_refuse_an_administrator_are_too()
    {
        await using var window = await desk.SignedInAsync("admin", new WindowKind("es"));
        await RefuseAsync(window, ["/admin/authorities/add", "/admin/users/invite"]);
    }

    /// <returns>The first link of a page to each of these forms.</returns>
    private static async Task<IReadOnlyList<string>> LinkedAsync(Window window, string page, params string[] forms)
    {
        await window.GoAsync(page);
        var links = new List<string>();
        foreach (var form in forms)
        {
            links.Add((await window.Page.Locator($"main a[href$='{form}']").First.GetAttributeAsync("href"))!);
        }

        return links;
    }

    private static async Task RefuseAsync(Window window, IReadOnlyList<string> forms)
    {
        var wrong = new List<string>();
        foreach (var form in forms)
        {
            await window.GoAsync(form);
            foreach (var text in await window.Page.QuerySelectorAllAsync("main form:has(.form-actions) :is(input[type=text], textarea):visible"))
            {
                await text.FillAsync("");
            }

            await window.SendAsync();
            Assert.True(await window.Page.Locator(".error-summary").CountAsync() > 0, $"{form} took an empty form.");
            wrong.AddRange(await Look.AtAsync(window, $"refused{Walk.KindOf(form)}"));
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static async Task WalkAsync(Window window, string who, int atLeast)
    {
        var wrong = new List<string>();
        var walk = new Walk(window, async kind => wrong.AddRange(await Look.AtAsync(window, $"{who}{kind}")));
        await walk.GoAsync();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(walk.Kinds.Count >= atLeast, $"Only {string.Join(' ', walk.Kinds)} were reached.");
    }
}
