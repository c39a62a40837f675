using System.Net;
using System.Text.RegularExpressions;
using CaseTracker.Domain.Access;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Access;

/// <summary>Outside a demonstration, whoever has no second factor is led to set one up, and reaches nothing else.</summary>
public sealed partial class SecondFactorSetUpTests(WebApp site) : IClassFixture<WebApp>
{
    private const string SetUp = "/account/second-factor";

    [Theory]
    [InlineData(Role.CaseWorker)]
    [InlineData(Role.Administrator)]
    public async Task Nothing_else_is_open_to_who_has_none(Role role)
    {
        var browser = await HalfwayAsync(role);
        var wrong = new List<string>();
        foreach (var route in (await Route.AllAsync(site.Services)).Where(r => r.Policy is not (Route.Anonymous or "ManageOwnSignIn")))
        {
            var url = Fill(route.Pattern);
            if (route.AnswersGet)
            {
                using var read = await browser.GetAsync(url);
                if (read.StatusCode is not HttpStatusCode.Forbidden && (read.StatusCode is not HttpStatusCode.Redirect || read.Headers.Location!.ToString() != SetUp))
                {
                    wrong.Add($"GET {url}: {(int)read.StatusCode} {read.Headers.Location}");
                }
            }

            foreach (var handler in route.PostHandlers)
            {
                using var written = await browser.Http.PostAsync($"{url}?handler={handler}", new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(browser))]));
                if (written.StatusCode != HttpStatusCode.Forbidden)
                {
                    wrong.Add($"POST {url}?handler={handler}: {(int)written.StatusCode}");
                }
            }
        }

        Expect.None(wrong);
    }

    [Fact]
    public async Task The_first_page_leads_to_where_it_is_set_up()
    {
        var browser = await HalfwayAsync(Role.CaseWorker);
        using var answer = await browser.GetAsync("/");
        Assert.Equal((HttpStatusCode.Redirect, SetUp), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task An_app_is_set_up_with_the_key_of_the_page_and_opens_the_rest()
    {
        var browser = await HalfwayAsync(Role.CaseWorker);
        var page = await browser.OpenAsync($"{SetUp}/app");
        Assert.StartsWith("data:image/svg+xml;base64,", page.QuerySelector("img.qr")!.GetAttribute("src"), StringComparison.Ordinal);
        var key = WebApp.KeyIn(page.QuerySelector(".secret-key")!.TextContent.Trim());

        using var wrong = await browser.SubmitAsync(page, $"{SetUp}/app", [("Form.Code", "000000")]);
        var again = await Browser.ReadAsync(wrong);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(key, WebApp.KeyIn(again.QuerySelector(".secret-key")!.TextContent.Trim()));

        using var done = await browser.SubmitAsync(again, $"{SetUp}/app", [("Form.Code", site.CodeOf(key))]);
        var codes = (await Browser.ReadAsync(done)).QuerySelectorAll(".secret-codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/today")).StatusCode);
        Assert.DoesNotContain(codes[0], await (await browser.GetAsync(SetUp)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_else_came_in_with_the_password_is_out_once_there_is_a_factor()
    {
        var somebody = await site.ExpectedAsync(withApp: false);
        var (owner, thief) = (site.Visitor(), site.Visitor());
        await owner.PasswordAsync(somebody.Email);
        await thief.PasswordAsync(somebody.Email);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync(SetUp)).StatusCode);

        await SetUpAppAsync(owner);

        using var answer = await thief.GetAsync(SetUp);
        Assert.Contains("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_factor_is_not_given_up()
    {
        var browser = await HalfwayAsync(Role.CaseWorker);
        await SetUpAppAsync(browser);

        using var answer = await browser.PostFormAsync(SetUp, [], "RemoveApp");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("only second factor", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_recovery_codes_end_the_old_ones()
    {
        var reader = await site.SignInAsync(Role.Auditor);
        using var renewed = await reader.Browser.PostFormAsync(SetUp, [], "Codes");
        Assert.Equal(10, (await Browser.ReadAsync(renewed)).QuerySelectorAll(".secret-codes code").Length);

        using var old = await site.Visitor().BothAsync(reader.Email, reader.App.RecoveryCodes[0]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, old.StatusCode);
    }

    [Fact]
    public async Task After_a_reset_only_the_administrators_link_leads_back_in()
    {
        var administrator = await site.SignInAsync(Role.Administrator);
        var somebody = await site.SignInAsync(Role.CaseWorker);
        var address = $"/admin/users/{somebody.Actor.Id!.Value.Value:N}/access";

        using var reset = await administrator.Browser.PostFormAsync(address, [], "Reset");
        var link = (await Browser.ReadAsync(reset)).QuerySelector("code")!.TextContent;
        using var old = await site.Visitor().PasswordAsync(somebody.Email);
        using var session = await somebody.Browser.GetAsync("/today");
        using var chosen = await site.Visitor().PostFormAsync(new Uri(link).PathAndQuery, [("Form.Password", WebApp.Password), ("Form.Repeated", WebApp.Password)]);
        var browser = site.Visitor();
        using var back = await browser.PasswordAsync(somebody.Email);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (old.StatusCode, session.StatusCode));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (chosen.StatusCode, back.StatusCode));
        Assert.Equal(SetUp, (await browser.GetAsync("/today")).Headers.Location!.ToString());
        Assert.True(await site.IsInTrailAsync("ResetSecondFactor", somebody.Actor));
    }

    [Fact]
    public async Task A_link_alone_does_not_pass_the_second_factor()
    {
        var somebody = await site.ExpectedAsync();
        var invited = await site.SendAsync(Application.Access.Actor.System(), new Application.Access.InviteAgain(somebody.Actor.Id!.Value));
        using var chosen = await site.Visitor().PostFormAsync(invited.Value.Path, [("Form.Password", WebApp.Password), ("Form.Repeated", WebApp.Password)]);
        var browser = site.Visitor();

        using var first = await browser.PasswordAsync(somebody.Email);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (chosen.StatusCode, first.StatusCode));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/today")).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{\"clientDataJSON\":\"AA\",\"attestationObject\":\"AA\"}}")]
    public async Task Answers_any_passkey_that_no_browser_made(string credential)
    {
        var browser = await HalfwayAsync(Role.CaseWorker);
        using var offered = await browser.PostFormAsync($"{SetUp}/passkey", []);
        using var options = await browser.Http.PostAsync($"{SetUp}/passkey?handler=Options", new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(browser))]));
        var offer = System.Text.Json.JsonDocument.Parse(await options.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("localhost", offer.GetProperty("options").GetProperty("rp").GetProperty("id").GetString());
        Assert.Equal("required", offer.GetProperty("options").GetProperty("authenticatorSelection").GetProperty("userVerification").GetString());

        using var answer = await browser.PostFormAsync($"{SetUp}/passkey", [("Form.Name", "Laptop"), ("Passkey.State", offer.GetProperty("state").GetString()), ("Passkey.Credential", credential)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{\"clientDataJSON\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\",\"userHandle\":\"eHl6\"}}")]
    public async Task Answers_any_sign_in_with_a_passkey_that_there_is_not(string credential)
    {
        var browser = site.Visitor();
        var page = await browser.OpenAsync("/sign-in");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var options = await browser.Http.PostAsync("/sign-in?handler=PasskeyOptions", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        var offer = System.Text.Json.JsonDocument.Parse(await options.Content.ReadAsStringAsync()).RootElement;

        using var answer = await browser.SubmitAsync(page, "/sign-in", [("Passkey.State", offer.GetProperty("state").GetString()), ("Passkey.Credential", credential)], "Passkey");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    private static string Fill(string pattern) => Parameter().Replace(pattern, p => p.Value.Contains("guid", StringComparison.Ordinal) ? Cast.NoSuchId : "CT-2026-00001");

    private static async Task<string> TokenAsync(Browser browser) => (await browser.OpenAsync(SetUp)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private async Task<Browser> HalfwayAsync(Role role)
    {
        var somebody = await site.ExpectedAsync(withApp: false, role);
        var browser = site.Visitor();
        using var answer = await browser.PasswordAsync(somebody.Email);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    private async Task SetUpAppAsync(Browser browser)
    {
        var page = await browser.OpenAsync($"{SetUp}/app");
        using var done = await browser.SubmitAsync(page, $"{SetUp}/app", [("Form.Code", site.CodeOf(WebApp.KeyIn(page.QuerySelector(".secret-key")!.TextContent.Trim())))]);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
