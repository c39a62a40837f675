using System.Text.RegularExpressions;
using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using CaseTracker.Testing.Web;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.Access;

/// <summary>The steps of signing in, as a person takes them.</summary>
internal static partial class SigningIn
{
    private static int _joined;

    /// <summary>Somebody with a password and, if so wished, an app, who has not signed in yet.</summary>
    public static async Task<Newcomer> ExpectedAsync(this WebApp site, bool withApp = true, Role role = Role.CaseWorker)
    {
        var email = $"newcomer{Interlocked.Increment(ref _joined)}@example.net";
        var id = await site.JoinAsync("Newcomer", email, role, []);
        var actor = Actor.Member(id, role, [], "Newcomer");
        return new(email, actor, withApp ? await site.GiveAppAsync(actor) : new([], []));
    }

    /// <summary>A browser somewhere else than all others.</summary>
    public static Browser From(this WebApp site, string address)
    {
        var browser = site.Visitor();
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return browser;
    }

    public static Task<HttpResponseMessage> PasswordAsync(this Browser browser, string email, string password = WebApp.Password, string address = "/sign-in") =>
        browser.PostFormAsync(address, [("Form.Email", email), ("Form.Password", password)]);

    /// <summary>The second step, on the page that the first one answered with.</summary>
    public static async Task<HttpResponseMessage> CodeAsync(this Browser browser, HttpResponseMessage first, string code) =>
        await browser.SubmitAsync(await Browser.ReadAsync(first), "/sign-in", [("Form.Code", code)]);

    public static async Task<HttpResponseMessage> BothAsync(this Browser browser, string email, string code, string address = "/sign-in")
    {
        using var first = await browser.PasswordAsync(email, address: address);
        return await browser.CodeAsync(first, code);
    }

    /// <summary>Without what differs in every answer.</summary>
    public static async Task<string> TextAsync(this HttpResponseMessage answer) => Sealed().Replace(await answer.Content.ReadAsStringAsync(), "sealed");

    public static async Task<bool> IsInTrailAsync(this WebApp site, string action, Actor whose)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        return scope.ServiceProvider.GetRequiredService<Application.Persistence.ICaseTrackerDb>().Trail.Any(e => e.Action == action && e.Subject == whose.Id!.Value.Value.ToString("N"));
    }

    [GeneratedRegex("(?<=value=\")CfDJ8[^\"]+")]
    private static partial Regex Sealed();
}

internal sealed record Newcomer(string Email, Actor Actor, GivenApp App);
