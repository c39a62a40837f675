using System.Net;
using CaseTracker.Domain.Access;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Access;

public sealed class SessionTests(WebApp site) : IClassFixture<WebApp>
{
    [Fact]
    public async Task Ends_after_half_an_hour_without_a_request()
    {
        var reader = await site.SignInAsync(Role.Auditor);
        site.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader));

        site.Clock.Advance(TimeSpan.FromMinutes(32));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(reader));
    }

    [Fact]
    public async Task Ends_after_twelve_hours_however_much_it_is_used()
    {
        var reader = await site.SignInAsync(Role.Auditor);
        for (var quarter = 1; quarter < 48; quarter++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(15));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader));
        }

        site.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(reader));
    }

    [Fact]
    public async Task A_copied_cookie_ends_with_its_session()
    {
        var somebody = await site.ExpectedAsync(role: Role.Auditor);
        var browser = site.Visitor();
        using var entered = await browser.BothAsync(somebody.Email, site.CodeOf(somebody.App.Key));
        var copy = site.Visitor();
        copy.Http.DefaultRequestHeaders.Add("Cookie", entered.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-CaseTracker=", StringComparison.Ordinal)).Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/audit")).StatusCode);

        await browser.Http.PostAsync("/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(browser))]));

        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/audit")).StatusCode);
    }

    [Fact]
    public async Task Is_listed_without_an_address_and_ended_by_its_owner_at_once()
    {
        var reader = await site.SignInAsync(Role.Auditor);
        var telephone = site.From("203.0.113.50");
        telephone.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0");
        using var entered = await telephone.BothAsync(reader.Email, site.CodeOf(reader.App.Key, 1));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);

        var page = await reader.Browser.OpenAsync("/account/sessions");
        Assert.Contains("Firefox on Android", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113", page.Body.TextContent, StringComparison.Ordinal);
        using var ended = await reader.Browser.SubmitAsync(page, "/account/sessions", [], "End");

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await telephone.GetAsync("/audit")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader));
        Assert.True(await site.IsInTrailAsync("EndOwnSession", reader.Actor));
    }

    [Fact]
    public async Task Is_ended_by_an_administrator()
    {
        var administrator = await site.SignInAsync(Role.Administrator);
        var reader = await site.SignInAsync(Role.Auditor);

        using var ended = await administrator.Browser.PostFormAsync($"/admin/users/{reader.Actor.Id!.Value.Value:N}/access", [], "EndAll");

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(reader));
        Assert.True(await site.IsInTrailAsync("EndMemberSessions", reader.Actor));
    }

    [Theory]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("not an id")]
    public async Task Nobody_ends_what_is_not_theirs(string session)
    {
        var other = await site.SignInAsync(Role.Auditor);
        var reader = await site.SignInAsync(Role.Auditor);
        using var answer = await reader.Browser.Http.PostAsync("/account/sessions?handler=End", new FormUrlEncodedContent([new("session", session), new("__RequestVerificationToken", await TokenAsync(reader.Browser))]));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other));
    }

    [Fact]
    public async Task A_change_of_password_keeps_this_session_and_ends_the_others()
    {
        const string next = "another four words here";
        var reader = await site.SignInAsync(Role.Auditor);
        var other = site.Visitor();
        using var entered = await other.BothAsync(reader.Email, site.CodeOf(reader.App.Key, 1));

        using var changed = await reader.Browser.PostFormAsync("/account", [("Secret.Current", WebApp.Password), ("Secret.Password", next), ("Secret.Repeated", next)], "password");

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (await StatusAsync(reader), (await other.GetAsync("/audit")).StatusCode));

        // The stamp is looked up anew after a minute, and the session is still this one.
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader));
    }

    private static async Task<HttpStatusCode> StatusAsync(SignedIn reader)
    {
        using var answer = await reader.Browser.GetAsync("/audit");
        return answer.StatusCode;
    }

    private static async Task<string> TokenAsync(Browser browser) => (await browser.OpenAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
