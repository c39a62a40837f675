using System.Net;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Erasures;

/// <summary>Erasing a campaign, and what tracks a release, through the pages.</summary>
public sealed class ErasureOfOthersPagesTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Release = "mx-2016-stigmatization";

    private static readonly (string, string)[] Confirmed = [("Form.Ground", "Danger"), ("Form.Understood", "true")];

    [Fact]
    public async Task A_supervisor_erases_a_campaign_and_everybody_is_told_in_words()
    {
        var (owner, supervisor, number, incident) = await GroupedAsync();
        var path = $"/campaigns/{number}";
        Assert.NotNull((await supervisor.Browser.OpenAsync(path)).QuerySelector($"main a[href='{path}/erase']"));
        Assert.Null((await owner.Browser.OpenAsync(path)).QuerySelector("main a[href$='/erase']"));

        using (var refused = await supervisor.Browser.PostFormAsync($"{path}/erase", [("Form.Confirmation", "CP-2026-99999")]))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var again = await Browser.ReadAsync(refused);
            Assert.Equal("CP-2026-99999", again.QuerySelector("input[name='Form.Confirmation']")!.GetAttribute("value"));
            Assert.Equal(3, again.QuerySelectorAll(".error-summary li").Length);
        }

        using var erased = await supervisor.Browser.PostFormAsync($"{path}/erase", [.. Confirmed, ("Form.Confirmation", number)]);
        Assert.Equal(path, erased.Headers.Location!.ToString());

        var page = await owner.Browser.OpenAsync(path);
        var words = page.Body!.TextContent;
        Assert.Contains("[erased]", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Erased on 16 March 2026", words, StringComparison.Ordinal);
        Assert.Contains(incident, words, StringComparison.Ordinal);
        foreach (var gone in (string[])["Front pages", "El Tecolote Bermejo", "Her photograph"])
        {
            Assert.DoesNotContain(gone, words, StringComparison.Ordinal);
        }

        Assert.Empty(page.QuerySelectorAll("main a[href$='/edit'], main a[href$='/erase'], main a[href*='/incidents/add'], main a[href*='/incidents/remove']"));
        Assert.Contains("Erased", (await owner.Browser.OpenAsync("/campaigns")).QuerySelectorAll("main tbody th").Single(t => t.TextContent.Contains(number, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        var notices = await owner.Browser.OpenAsync("/notices");
        Assert.Contains("A campaign of yours was erased", notices.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(notices.QuerySelector($"main a[href='{path}']"));
        Assert.Contains("[erased]", (await owner.Browser.OpenAsync($"/incidents/{incident}/context")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "This was erased")]
    [InlineData("es", "Esto se borró")]
    public async Task Every_form_about_a_campaign_says_that_it_was_erased(string language, string title)
    {
        var (owner, supervisor, number, incident) = await GroupedAsync();
        var form = await owner.Browser.OpenAsync($"/campaigns/{number}/edit");
        using var erased = await supervisor.Browser.PostFormAsync($"/campaigns/{number}/erase", [.. Confirmed, ("Form.Confirmation", number)]);
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        supervisor.Browser.Http.DefaultRequestHeaders.Add("Accept-Language", language);

        foreach (var path in (string[])["/edit", "/incidents/add", $"/incidents/remove?incident={incident}", "/erase"])
        {
            using var answer = await supervisor.Browser.GetAsync($"/campaigns/{number}{path}");
            Assert.Equal((path, HttpStatusCode.Gone), (path, answer.StatusCode));
            Assert.Equal(title, (await Browser.ReadAsync(answer)).QuerySelector("h1")!.TextContent);
        }

        using var sent = await owner.Browser.SubmitAsync(form, $"/campaigns/{number}/edit", [("Form.Title", "Written meanwhile")]);
        Assert.Equal(HttpStatusCode.Gone, sent.StatusCode);
    }

    [Fact]
    public async Task A_supervisor_erases_what_tracks_a_release_and_every_form_about_it_says_so()
    {
        var (worker, supervisor, id) = await TrackedAsync();
        var path = $"/interventions/{id.Value}";
        Assert.NotNull((await supervisor.Browser.OpenAsync(path)).QuerySelector($"main a[href='{path}/erase']"));
        Assert.Null((await worker.Browser.OpenAsync(path)).QuerySelector("main a[href$='/erase']"));

        using (var refused = await supervisor.Browser.PostFormAsync($"{path}/erase", [.. Confirmed, ("Form.Confirmation", "mx-2017-impunity")]))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Equal("mx-2017-impunity", (await Browser.ReadAsync(refused)).QuerySelector("input[name='Form.Confirmation']")!.GetAttribute("value"));
        }

        using var erased = await supervisor.Browser.PostFormAsync($"{path}/erase", [.. Confirmed, ("Form.Confirmation", Release)]);
        Assert.Equal(path, erased.Headers.Location!.ToString());

        var page = await worker.Browser.OpenAsync(path);
        Assert.Contains("Erased on 16 March 2026", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("[erased]", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Said again in our letter", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll($"main a[href^='{path}/']"));
        foreach (var form in (string[])["/reply", "/grade?reply=1", "/due", "/close"])
        {
            Assert.Equal((form, HttpStatusCode.Gone), (form, (await worker.Browser.GetAsync(path + form)).StatusCode));
        }

        Assert.Equal(HttpStatusCode.Gone, (await supervisor.Browser.GetAsync($"{path}/erase")).StatusCode);
        Assert.NotNull((await worker.Browser.OpenAsync("/notices")).QuerySelector($"main a[href='{path}']"));
        Assert.Equal(HttpStatusCode.OK, (await worker.Browser.GetAsync($"/reference/{Release}")).StatusCode);
    }

    [Fact]
    public async Task What_is_about_an_incident_has_no_such_form()
    {
        var team = await app.FoundTeamAsync();
        var (owner, supervisor) = (await app.SignInAsync(Role.CaseWorker, team), await app.SignInAsync(Role.Supervisor, team));
        var number = (await app.SendAsync(owner.Actor, Build.AnIncident())).Value;
        var letter = (await app.SendAsync(owner.Actor, new RecordIntervention(Guid.CreateVersion7(), number, null, new InterventionInput("AL", "Local prosecutor", new DateInput(2026, 3, 10), null, null, null)))).Value;

        Assert.Empty((await supervisor.Browser.OpenAsync($"/interventions/{letter.Value}")).QuerySelectorAll("main a[href$='/erase']"));
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.Browser.GetAsync($"/interventions/{letter.Value}/erase")).StatusCode);
    }

    [Theory]
    [InlineData("en", "Campaign ", "Tracking of “")]
    [InlineData("es", "Campaña ", "Seguimiento de «")]
    public async Task The_receipts_name_nobody_and_prove_their_lines(string language, string campaign, string tracking)
    {
        var (_, supervisor, number, _) = await GroupedAsync();
        var (_, another, id) = await TrackedAsync();
        using var first = await supervisor.Browser.PostFormAsync($"/campaigns/{number}/erase", [.. Confirmed, ("Form.Confirmation", number)]);
        using var second = await another.Browser.PostFormAsync($"/interventions/{id.Value}/erase", [.. Confirmed, ("Form.Confirmation", Release)]);
        var links = new[]
        {
            (await supervisor.Browser.OpenAsync($"/campaigns/{number}")).QuerySelector("main .note a")!.GetAttribute("href")!,
            (await another.Browser.OpenAsync($"/interventions/{id.Value}")).QuerySelector("main .note a")!.GetAttribute("href")!,
        };
        var auditor = await app.SignInAsync(Role.Auditor);
        auditor.Browser.Http.DefaultRequestHeaders.Add("Accept-Language", language);
        var list = await auditor.Browser.OpenAsync("/erasures");

        foreach (var (link, title, operation, record) in new[] { (links[0], campaign + number, "EraseCampaign", number), (links[1], tracking, "EraseTracking", Release) })
        {
            Assert.Contains(title, list.QuerySelector($"main a[href='{link}']")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(title, (await auditor.Browser.OpenAsync(link)).QuerySelector(".page-head p")!.TextContent, StringComparison.Ordinal);
            using var answer = await auditor.Browser.GetAsync($"{link}?handler=text");
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Contains($"\noperation {operation}\n", text, StringComparison.Ordinal);
            Assert.Contains($"\nrecord {record}\n", text, StringComparison.Ordinal);
            Assert.DoesNotContain("El Tecolote Bermejo", text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await another.Browser.GetAsync(links[0])).StatusCode);
    }

    private async Task<(SignedIn Owner, SignedIn Supervisor, string Number, string Incident)> GroupedAsync()
    {
        var team = await app.FoundTeamAsync();
        var owner = await app.SignInAsync(Role.CaseWorker, team);
        var typed = new CampaignInput("Front pages", null, new DateInput(2026, 3, null), ["CT-NAR-1"], [new OutletToRecord("CT-OUT-PRESS", "El Tecolote Bermejo")], [], null, null, null, []);
        var campaign = (await app.SendAsync(owner.Actor, new StartCampaign(Guid.CreateVersion7(), typed, null))).Value;
        var incident = (await app.SendAsync(owner.Actor, Build.AnIncident())).Value;
        Assert.Empty((await app.SendAsync(owner.Actor, new AddIncidentToCampaign(campaign, incident, "Her photograph is in it"))).Refusals);
        return (owner, await app.SignInAsync(Role.Supervisor, team), campaign, incident);
    }

    private async Task<(SignedIn Worker, SignedIn Supervisor, InterventionId Id)> TrackedAsync()
    {
        var worker = await app.SignInAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var told = new InterventionInput("AL", null, new DateInput(2026, 3, 1), "Said again in our letter", null, null);
        var id = (await app.SendAsync(worker.Actor, new TrackRequest(Guid.CreateVersion7(), Release, "public-recognition", told))).Value;
        return (worker, await app.SignInAsync(Role.Supervisor, await app.FoundTeamAsync()), id);
    }
}
