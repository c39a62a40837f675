using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using CaseTracker.Application.Access;
using CaseTracker.Application.Audit;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Domain.Access;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;
using CaseTracker.Web.IntegrationTests.Http;
using CaseTracker.Web.Pages.Erasures;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.Erasures;

/// <summary>Erasing an incident and an identity, and the receipts, through the pages.</summary>
public sealed class ErasurePagesTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task A_supervisor_erases_an_incident_and_everybody_is_told_in_words()
    {
        var (owner, supervisor, number) = await LoggedAsync();
        Assert.NotNull((await supervisor.Browser.OpenAsync($"/incidents/{number}/access")).QuerySelector($"a[href$='/incidents/{number}/erase']"));
        Assert.Null((await owner.Browser.OpenAsync($"/incidents/{number}/access")).QuerySelector("a[href$='/erase']"));

        using (var refused = await supervisor.Browser.PostFormAsync($"/incidents/{number}/erase", [("Form.Confirmation", "CT-2026-99999")]))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var again = await Browser.ReadAsync(refused);
            Assert.Equal("CT-2026-99999", again.QuerySelector("input[name='Form.Confirmation']")!.GetAttribute("value"));
            Assert.Equal(3, again.QuerySelectorAll(".error-summary li").Length);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await EraseAsync(supervisor, number)).StatusCode);

        var page = await owner.Browser.OpenAsync($"/incidents/{number}");
        Assert.Contains("Erased on 16 March 2026", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("danger to somebody", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Threats after a press conference", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("[erased]", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form, main a[href$='/edit'], main a[href$='/add'], main a[href^='/erasures']"));
        Assert.Contains("Erased", (await owner.Browser.OpenAsync($"/incidents?text={number}")).QuerySelector(".incident-rows tbody th")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("An incident of yours was erased", (await owner.Browser.OpenAsync("/notices")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var tab in (string[])["", "/timeline", "/justice", "/people", "/follow-ups", "/context", "/access", "/history"])
        {
            var part = await supervisor.Browser.OpenAsync($"/incidents/{number}{tab}");
            Assert.Empty(part.QuerySelectorAll("main form[method=post]"));
            Assert.Empty(part.QuerySelectorAll("main a[href$='/justice/open'], main a[href$='/add'], main a[href$='/edit']"));
        }
    }

    [Fact]
    public async Task Who_erases_an_incident_is_told_of_its_campaigns_which_stay()
    {
        var (owner, supervisor, number) = await LoggedAsync();
        Assert.DoesNotContain("of these campaigns stays", (await supervisor.Browser.OpenAsync($"/incidents/{number}/erase")).Body!.TextContent, StringComparison.Ordinal);
        var typed = new CampaignInput("Front pages", null, new DateInput(2026, 3, null), ["CT-NAR-1"], [], [], null, null, null, []);
        var campaign = (await app.SendAsync(owner.Actor, new StartCampaign(Guid.CreateVersion7(), typed, null))).Value;
        Assert.Empty((await app.SendAsync(owner.Actor, new AddIncidentToCampaign(campaign, number, "Her photograph is in it"))).Refusals);

        var form = await supervisor.Browser.OpenAsync($"/incidents/{number}/erase");

        Assert.Contains("What is written of these campaigns stays", form.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Front pages", form.QuerySelector($"a[href='/campaigns/{campaign}']")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_says_whose_identity_another_incident_keeps_and_leads_to_erasing_it()
    {
        var (owner, supervisor, number) = await LoggedAsync();
        var victim = (await app.SendAsync(owner.Actor, new GetPeople(number))).Value[0];
        Assert.Empty((await supervisor.Browser.OpenAsync($"/incidents/{number}/erase")).QuerySelectorAll("[data-left]"));
        var other = (await app.SendAsync(owner.Actor, Build.AnIncident() with { Victims = [Build.Known(victim.Person!.Value)] })).Value;

        var left = Assert.Single((await supervisor.Browser.OpenAsync($"/incidents/{number}/erase")).QuerySelectorAll("[data-left]"));
        Assert.Equal(victim.Pseudonym, left.GetAttribute("data-left"));
        Assert.Equal([$"/incidents/{other}", $"/incidents/{number}/people/{victim.Person.Value.Value}/erase"], left.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));

        await EraseAsync(supervisor, other);
        Assert.Empty((await supervisor.Browser.OpenAsync($"/incidents/{number}/erase")).QuerySelectorAll("[data-left]"));
    }

    [Theory]
    [InlineData("en", "This was erased")]
    [InlineData("es", "Esto se borró")]
    public async Task Every_form_about_it_says_that_it_was_erased(string language, string title)
    {
        var (_, supervisor, number) = await LoggedAsync();
        var person = (await app.SendAsync(supervisor.Actor, new GetPeople(number))).Value[0].Person!.Value.Value;
        var form = await supervisor.Browser.OpenAsync($"/incidents/{number}/move");
        await EraseAsync(supervisor, number);
        supervisor.Browser.Http.DefaultRequestHeaders.Add("Accept-Language", language);

        foreach (var path in (string[])["/edit", "/move", "/verify", "/assign", "/acts/add", "/sources/add", "/perpetrators/add", "/people/add", "/justice/open", "/erase", $"/people/{person}/edit", $"/people/{person}/identity", $"/people/{person}/erase"])
        {
            using var answer = await supervisor.Browser.GetAsync($"/incidents/{number}{path}");
            Assert.Equal((path, HttpStatusCode.Gone), (path, answer.StatusCode));
            Expect.None(SecurityHeaderTests.WrongOn(answer, stored: false));
            Assert.Equal(title, (await Browser.ReadAsync(answer)).QuerySelector("h1")!.TextContent);
        }

        using var sent = await supervisor.Browser.SubmitAsync(form, $"/incidents/{number}/move", [("Form.Workflow", "Triage"), ("Form.Reason", "Complete enough")]);
        Assert.Equal(HttpStatusCode.Gone, sent.StatusCode);
    }

    [Fact]
    public async Task A_supervisor_erases_an_identity_and_its_link_is_gone()
    {
        var (owner, supervisor, number) = await LoggedAsync();
        var victim = (await app.SendAsync(owner.Actor, new GetPeople(number))).Value[0];
        var path = $"/incidents/{number}/people/{victim.Person!.Value.Value}/erase";
        Assert.NotNull((await supervisor.Browser.OpenAsync($"/incidents/{number}/people")).QuerySelector($"a[href='{path}']"));

        using var erased = await supervisor.Browser.PostFormAsync(path, [("Form.Ground", "Request"), ("Form.Confirmation", victim.Pseudonym), ("Form.Understood", "true")]);
        Assert.Equal($"/incidents/{number}/people", erased.Headers.Location!.ToString());

        var people = await owner.Browser.OpenAsync($"/incidents/{number}/people");
        Assert.Contains("Erased on 16 March 2026", people.QuerySelector(".person-card")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(people.QuerySelectorAll(".person-card .actions a"));
        Assert.Equal(HttpStatusCode.Gone, (await owner.Browser.GetAsync($"/incidents/{number}/people/{victim.Person.Value.Value}/identity")).StatusCode);
        Assert.Contains("Threats after a press conference", (await owner.Browser.OpenAsync($"/incidents/{number}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["erasure.person_already_erased"], (await app.SendAsync(owner.Actor, new OpenIdentity(number, victim.Person.Value, null))).Refusals.Select(r => r.Code));
    }

    /// <summary>The bytes of docs/trail.md, from what the text says alone.</summary>
    [Fact]
    public async Task The_receipt_names_nobody_and_its_text_proves_the_line()
    {
        var (_, supervisor, number) = await LoggedAsync();
        await EraseAsync(supervisor, number);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
            await scope.ServiceProvider.GetRequiredService<ITrailProof>().SealAsync(default);
        }

        var auditor = await app.SignInAsync(Role.Auditor);
        var link = (await auditor.Browser.OpenAsync("/erasures")).QuerySelectorAll("main th a").Single(a => a.TextContent.Contains(number, StringComparison.Ordinal)).GetAttribute("href")!;
        var page = await auditor.Browser.OpenAsync(link);
        using var answer = await auditor.Browser.GetAsync($"{link}?handler=text");
        var text = await answer.Content.ReadAsStringAsync();
        var fields = text[text.IndexOf(ReceiptFile.Head, StringComparison.Ordinal)..].Split('\n').Skip(1).Where(l => l.Contains(' ')).ToDictionary(l => l.Split(' ')[0], l => l[(l.IndexOf(' ') + 1)..]);

        Assert.Equal(("attachment", $"receipt-{number}.txt"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        Assert.Equal(fields["leaf"], Convert.ToHexStringLower(LeafOf(fields)));
        Assert.Contains(fields["leaf"], page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((number, "EraseIncident", "Danger"), (fields["record"], fields["operation"], fields["detail"]));
        foreach (var secret in (string[])["Citlali", "Ocampo", "press conference", "Comonfort", IncidentKeys.Erased])
        {
            Assert.DoesNotContain(secret, text + page.Body.TextContent, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain(supervisor.Actor.DisplayName, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_finds_a_receipt()
    {
        var (owner, supervisor, number) = await LoggedAsync();
        await EraseAsync(supervisor, number);
        var link = (await supervisor.Browser.OpenAsync($"/incidents/{number}")).QuerySelector("main .note a")!.GetAttribute("href")!;
        var stranger = await app.SignInAsync(Role.Supervisor, await app.FoundTeamAsync());

        Assert.Equal(HttpStatusCode.OK, (await supervisor.Browser.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.Browser.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.GetAsync($"{link}?handler=text")).StatusCode);
        Assert.DoesNotContain(number, (await stranger.Browser.OpenAsync("/erasures")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static byte[] LeafOf(Dictionary<string, string> fields)
    {
        var at = DateTimeOffset.ParseExact(fields["time"], "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        byte[] line =
        [
            2, .. Guid.Parse(fields["id"]).ToByteArray(bigEndian: true), .. Number((at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, 8),
            1, .. Guid.Parse(fields["who"]).ToByteArray(bigEndian: true), .. Text(fields["operation"]), byte.Parse(fields["outcome"], CultureInfo.InvariantCulture),
            .. Text(fields["record"]), .. Text(fields["detail"]), .. Convert.FromHexString(fields["writes"]),
        ];
        return SHA256.HashData([0, .. line]);

        static byte[] Text(string text) => [1, .. Number(System.Text.Encoding.UTF8.GetByteCount(text), 4), .. System.Text.Encoding.UTF8.GetBytes(text)];
    }

    private static IEnumerable<byte> Number(long value, int bytes) => Enumerable.Range(0, bytes).Select(i => (byte)(value >> (8 * (bytes - 1 - i))));

    private static Task<HttpResponseMessage> EraseAsync(SignedIn supervisor, string number) =>
        supervisor.Browser.PostFormAsync($"/incidents/{number}/erase", [("Form.Ground", "Danger"), ("Form.Confirmation", number), ("Form.Understood", "true")]);

    private async Task<(SignedIn Owner, SignedIn Supervisor, string Number)> LoggedAsync()
    {
        var team = await app.FoundTeamAsync();
        var owner = await app.SignInAsync(Role.CaseWorker, team);
        return (owner, await app.SignInAsync(Role.Supervisor, team), (await app.SendAsync(owner.Actor, Build.AnIncident())).Value);
    }
}
