using System.Net;
using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;
using CaseTracker.Web.IntegrationTests.Access;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CaseTracker.Web.IntegrationTests.Http;

/// <summary>The site on a database that holds cases, started after its key was taken away.</summary>
public sealed class LockedSiteTests(Cast cast) : IClassFixture<Cast>
{
    /// <summary>What tells a machine how the site is, and what the one page that is served lets its reader choose.</summary>
    private static readonly string[] Open = ["/healthz/live", "/healthz/ready", "/language", "/theme"];

    [Theory]
    [InlineData("en", "The vault is locked")]
    [InlineData("es", "La bóveda está cerrada")]
    public async Task Every_address_answers_both_verbs_with_the_page_that_says_so_and_nothing_else(string language, string title)
    {
        await using var locked = Locked();
        var wrong = new List<string>();
        foreach (var session in new[] { null, await SessionAsync(language) })
        {
            using var http = locked.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new("https://localhost"), AllowAutoRedirect = false, HandleCookies = false });
            http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            if (session is not null)
            {
                http.DefaultRequestHeaders.Add("Cookie", session);
            }

            foreach (var route in (await cast.RoutesAsync()).Where(r => !Open.Contains(r.Pattern)))
            {
                var address = route.Pattern == "/{*path}" ? "/no-such-page" : cast.Fill(route, cast.Number);
                foreach (var verb in new[] { HttpMethod.Get, HttpMethod.Post })
                {
                    using var request = new HttpRequestMessage(verb, address) { Content = verb == HttpMethod.Post ? new FormUrlEncodedContent([new("Form.Title", Cast.Title)]) : null };
                    using var answer = await http.SendAsync(request);
                    wrong.AddRange(SecurityHeaderTests.WrongOn(answer, stored: false));
                    var page = await Browser.ReadAsync(answer);
                    if ((answer.StatusCode, page.QuerySelector("h1")?.TextContent) is var told && told != (HttpStatusCode.ServiceUnavailable, title))
                    {
                        wrong.Add($"{verb} {address}: {told}");
                    }

                    if (page.Body!.TextContent is var text && (text.Contains(cast.Number, StringComparison.Ordinal) || text.Contains(Cast.Title, StringComparison.Ordinal)))
                    {
                        wrong.Add($"{verb} {address} tells of a case");
                    }
                }
            }
        }

        Expect.None(wrong);
    }

    [Fact]
    public async Task Whoever_reads_the_page_chooses_its_language_and_sees_it_as_any_other()
    {
        await using var locked = Locked();
        var visitor = new Browser(locked.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new("https://localhost"), AllowAutoRedirect = false }));
        using var answer = await visitor.GetAsync("/today");
        var page = await Browser.ReadAsync(answer);
        using (var style = await visitor.GetAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!))
        {
            Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        }

        using var chosen = await visitor.SubmitAsync(page, "/today", [("culture", "es")]);
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        using var again = await visitor.GetAsync(chosen.Headers.Location!.ToString());

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "La bóveda está cerrada"), (again.StatusCode, (await Browser.ReadAsync(again)).QuerySelector("h1")?.TextContent));
    }

    [Fact]
    public async Task A_machine_is_told_that_the_site_is_there_and_not_ready()
    {
        await using var locked = Locked();
        using var http = locked.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/healthz/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync("/healthz/ready")).StatusCode);
    }

    private WebApplicationFactory<Program> Locked() =>
        cast.WithWebHostBuilder(builder => builder.UseSetting("Vault:KeyFile", Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}", "no.key")));

    /// <summary>The cookie of somebody who signed in while the key was there.</summary>
    private async Task<string> SessionAsync(string name)
    {
        var (email, visitor) = ($"locked-{name}@example.org", cast.Visitor());
        var member = await cast.JoinAsync(name, email, Role.CaseWorker, []);
        var app = await cast.GiveAppAsync(Actor.Member(member, Role.CaseWorker, [], name));
        using var first = await visitor.PostFormAsync("/sign-in", [("Form.Email", email), ("Form.Password", WebApp.Password)]);
        using var second = await visitor.SubmitAsync(await Browser.ReadAsync(first), "/sign-in", [("Form.Code", cast.CodeOf(app.Key))]);
        return second.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-CaseTracker=", StringComparison.Ordinal)).Split(';')[0];
    }
}
