using CaseTracker.Web.BrowserTests.Running;

namespace CaseTracker.Web.BrowserTests.EveryPage;

[Collection(InTheBrowser.Name)]
public sealed class EveryPageTests(Desk desk)
{
    [SkippableTheory]
    [InlineData("/sign-in")]
    [InlineData("/no-such-page")]
    public async Task Pages_for_visitors_are_accessible_fit_a_phone_and_draw_no_complaint(string path)
    {
        await using var window = await desk.OpenAsync(new WindowKind("es"));
        await window.GoAsync(path);
        var wrong = await Look.AtAsync(window, $"visitor{path}");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }
}
