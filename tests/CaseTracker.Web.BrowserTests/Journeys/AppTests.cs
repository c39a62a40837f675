using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using CaseTracker.Testing.Web;
using CaseTracker.Web.BrowserTests.EveryPage;
using CaseTracker.Web.BrowserTests.Running;

namespace CaseTracker.Web.BrowserTests.Journeys;

[Collection(InTheBrowser.Name)]
public sealed class AppTests(Desk desk)
{
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_code_opens_the_session_with_scripts_and_without(bool scripts)
    {
        await using var window = await desk.OpenAsync(new WindowKind("es", scripts));
        var email = $"{Guid.CreateVersion7():N}@example.org";
        var id = await desk.Site.JoinAsync("With an app", email, Role.Auditor, []);
        var app = await desk.Site.GiveAppAsync(Actor.Member(id, Role.Auditor, [], "With an app"));

        await window.GoAsync("/sign-in?returnUrl=/account/sessions");
        await window.SignInHereAsync(email, WebApp.Password);
        await LookAsync(window, scripts, "second-step");
        await window.FillAsync("Form.Code", "000000");
        await window.SendAsync();
        Assert.True(await window.Page.Locator(".error-summary").CountAsync() == 1);
        await LookAsync(window, scripts, "second-step-refused");
        await window.FillAsync("Form.Code", desk.Site.CodeOf(app.Key));
        await window.SendAsync();

        Assert.Equal("/account/sessions", window.Path);
        Assert.True(window.Complaints.Count == 0, string.Join("\n", window.Complaints));
    }

    private static async Task LookAsync(Window window, bool scripts, string name)
    {
        if (scripts)
        {
            Assert.Empty(await Look.AtAsync(window, name));
        }
    }
}
