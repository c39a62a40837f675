using CaseTracker.Domain.Access;
using CaseTracker.Testing.Web;
using CaseTracker.Web.BrowserTests.EveryPage;
using CaseTracker.Web.BrowserTests.Running;
using Microsoft.Playwright;

namespace CaseTracker.Web.BrowserTests.Journeys;

/// <summary>Passkeys with the browser's own virtual authenticator (WebAuthn domain of the DevTools protocol).</summary>
[Collection(InTheBrowser.Name)]
public sealed class PasskeyTests(Desk desk)
{
    private const string WithPasskey = "form[data-passkey='get'] button";

    [SkippableFact]
    public async Task A_passkey_is_added_signs_in_without_a_password_and_confirms()
    {
        await using var window = await desk.OpenAsync();
        var authenticator = await AuthenticatorAsync(window);
        await EnterAsync(window);
        await AddAsync(window);
        Assert.Equal(10, await window.Page.Locator(".secret-codes code").CountAsync());
        Assert.Empty(await Look.AtAsync(window, "recovery-codes"));

        await window.LoseSessionAsync();
        await window.GoAsync("/sign-in");
        await window.PressAsync(window.Page.Locator(WithPasskey));
        Assert.Equal("/today", window.Path);

        await window.GoAsync("/confirm?returnUrl=/account/sessions");
        Assert.Empty(await Look.AtAsync(window, "confirm"));
        await window.PressAsync(window.Page.Locator(WithPasskey));
        Assert.Equal("/account/sessions", window.Path);
        Assert.Empty(await Look.AtAsync(window, "sessions"));

        // Somebody else's finger: the authenticator verifies nobody, so the browser gives no answer and nothing opens.
        await window.LoseSessionAsync();
        await window.GoAsync("/sign-in");
        await authenticator.SetVerifiedAsync(false);
        await window.Page.Locator(WithPasskey).ClickAsync();
        await Assertions.Expect(window.Page.Locator("[data-passkey-failed]")).Not.ToBeEmptyAsync();
        Assert.Equal("/sign-in", window.Path);
        Assert.True(window.Complaints.Count == 0, string.Join("\n", window.Complaints));
    }

    [SkippableFact]
    public async Task An_answer_that_was_given_once_is_not_taken_again()
    {
        await using var window = await desk.OpenAsync();
        await AuthenticatorAsync(window);
        await EnterAsync(window);
        await AddAsync(window);
        await window.LoseSessionAsync();
        await window.GoAsync("/sign-in");
        var sent = window.Page.WaitForRequestAsync(r => r.Method == "POST" && r.Url.EndsWith("handler=Passkey", StringComparison.Ordinal));
        await window.PressAsync(window.Page.Locator(WithPasskey));
        var overheard = (await sent).PostData!;
        await window.LoseSessionAsync();

        var again = await window.Page.APIRequest.PostAsync($"{desk.Site.Address}/sign-in?handler=Passkey", new APIRequestContextOptions
        {
            DataString = overheard,
            Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded", ["Origin"] = desk.Site.Address },
            MaxRedirects = 0,
        });

        Assert.Equal(422, again.Status);
    }

    [SkippableFact]
    public async Task Without_scripts_the_page_says_so_and_the_password_still_works()
    {
        await using var window = await desk.OpenAsync(new WindowKind(Scripts: false));
        await window.GoAsync("/sign-in");
        await window.PressAsync(window.Page.Locator(WithPasskey));
        Assert.Contains("need scripts", await window.MainTextAsync(), StringComparison.Ordinal);
        await desk.FillSignInAsync(window, "caseworker");
        Assert.Equal("/today", window.Path);
    }

    [SkippableFact]
    public async Task The_page_with_the_key_of_an_app_is_accessible_and_draws_no_complaint()
    {
        await using var window = await desk.SignedInAsync("auditor", new WindowKind("es"));
        foreach (var page in new[] { "/account/second-factor", "/account/second-factor/app", "/account/second-factor/passkey", "/account/sessions", "/confirm" })
        {
            await window.GoAsync(page);
            Assert.Empty(await Look.AtAsync(window, $"auditor{page}"));
        }
    }

    private static async Task AddAsync(Window window)
    {
        await window.GoAsync("/account/second-factor/passkey");
        await window.FillAsync("Form.Name", "Office laptop");
        await window.SendAsync();
    }

    private async Task EnterAsync(Window window)
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        await desk.Site.JoinAsync("With a passkey", email, Role.CaseWorker, [await desk.Site.FoundTeamAsync()]);
        await window.GoAsync("/sign-in");
        await window.SignInHereAsync(email, WebApp.Password);
    }

    private static async Task<Authenticator> AuthenticatorAsync(Window window)
    {
        var session = await window.Page.Context.NewCDPSessionAsync(window.Page);
        await session.SendAsync("WebAuthn.enable");
        var made = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new(session, made!.Value.GetProperty("authenticatorId").GetString()!);
    }

    private sealed record Authenticator(ICDPSession Session, string Id)
    {
        public Task SetVerifiedAsync(bool verified) =>
            Session.SendAsync("WebAuthn.setUserVerified", new Dictionary<string, object> { ["authenticatorId"] = Id, ["isUserVerified"] = verified });
    }
}
