using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Campaigns;

public sealed class CampaignPagesTests(WebApp site) : IClassFixture<WebApp>
{
    [Fact]
    public async Task A_campaign_is_recorded_found_in_the_list_and_read_by_a_colleague()
    {
        var (worker, colleague) = await TeamAsync();
        Assert.Contains("/campaigns/new", (await worker.Browser.OpenAsync("/campaigns")).QuerySelector(".empty-state")!.InnerHtml, StringComparison.Ordinal);

        var started = await worker.Browser.PostFormAsync("/campaigns/new", Typed());

        Assert.Equal(HttpStatusCode.Found, started.StatusCode);
        var address = started.Headers.Location!.OriginalString;
        var page = await colleague.Browser.OpenAsync(address);
        Assert.Equal($"{address.Split('/')[^1]} · CaseTracker", page.Title);
        Assert.All(["Front pages against defenders", "El Tecolote Bermejo", "A spokesperson", "12,000", "https://archive.example/1"], words => Assert.Contains(words, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal));

        // An address is text: nobody's browser goes there by a slip.
        Assert.Empty(page.QuerySelectorAll("a[href*='archive.example']"));
        Assert.Contains(address, (await colleague.Browser.OpenAsync("/campaigns?narrative=CT-NAR-1")).QuerySelector("table.data")!.InnerHtml, StringComparison.Ordinal);
        Assert.Null((await colleague.Browser.OpenAsync("/campaigns?narrative=CT-NAR-2")).QuerySelector("table.data"));
    }

    [Fact]
    public async Task A_refused_form_keeps_everything_and_names_what_is_wrong_where_it_is()
    {
        var (worker, _) = await TeamAsync();
        var answer = await worker.Browser.PostFormAsync("/campaigns/new", [.. Typed().Where(f => f.Name is not ("Form.Title" or "Form.Addresses[0].Url")), ("Form.Title", ""), ("Form.Addresses[0].Url", "javascript:alert(1)")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        Assert.NotNull(page.QuerySelector("#Form_Title-error"));
        Assert.NotNull(page.QuerySelector("#Form_Addresses_0__Url-error"));
        Assert.Equal("javascript:alert(1)", Value(page, "Form.Addresses[0].Url"));
        Assert.Equal(("El Tecolote Bermejo", "A spokesperson", "12000"), (Value(page, "Form.Outlets[0].Name"), Value(page, "Form.Speakers[0].Label"), Value(page, "Form.ReachNumber")));
    }

    [Fact]
    public async Task Who_saves_second_sees_both_versions_and_keeps_what_they_typed()
    {
        var (worker, colleague) = await TeamAsync();
        var address = await StartAsync(worker);
        var mine = await worker.Browser.OpenAsync($"{address}/edit");
        await colleague.Browser.PostFormAsync($"{address}/edit", [("Form.Outlets[1].Kind", "CT-OUT-RADIO"), ("Form.Outlets[1].Name", "Radio Barro")]);

        var conflict = await worker.Browser.SubmitAsync(mine, $"{address}/edit", [("Form.Title", "Front pages and columns")]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await Browser.ReadAsync(conflict);
        var versions = page.QuerySelector(".two-versions")!.TextContent;
        Assert.Contains("Radio Barro", versions, StringComparison.Ordinal);
        Assert.Contains("Front pages and columns", versions, StringComparison.Ordinal);
        Assert.Equal("Front pages and columns", Value(page, "Form.Title"));
        Assert.Equal(HttpStatusCode.Found, (await worker.Browser.SubmitAsync(page, $"{address}/edit", [])).StatusCode);
    }

    [Fact]
    public async Task A_suggested_incident_comes_with_its_reason_and_belongs_once_it_is_accepted()
    {
        var (worker, colleague) = await TeamAsync();
        var address = await StartAsync(worker);
        var number = (await site.SendAsync(worker.Actor, Build.AnIncident())).Value;
        var link = (await worker.Browser.OpenAsync(address)).QuerySelectorAll<IHtmlAnchorElement>("#suggested ~ article a.btn").Single().GetAttribute("href")!;
        Assert.EndsWith($"/incidents/add?incident={number}", link, StringComparison.Ordinal);

        var form = await worker.Browser.OpenAsync(link);
        Assert.Equal(number, Value(form, "Form.Incident"));
        Assert.Equal("Same accusation: Fraud; within 60 days of the campaign.", form.QuerySelector<IHtmlTextAreaElement>("[name='Form.Reason']")!.Value);
        Assert.Equal(HttpStatusCode.Found, (await worker.Browser.SubmitAsync(form, link, [])).StatusCode);

        var page = await colleague.Browser.OpenAsync(address);
        Assert.Contains(number, page.QuerySelector("[aria-labelledby=incidents] table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(number, page.QuerySelector("[aria-labelledby=followed] ol")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(address.Split('/')[^1], (await colleague.Browser.OpenAsync($"/incidents/{number}/context")).QuerySelector("[aria-labelledby=campaigns]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_incident_that_the_reader_does_not_see_there_is_no_trace_and_its_number_is_refused_like_any_other()
    {
        var (worker, colleague) = await TeamAsync();
        var address = await StartAsync(worker);
        var before = await TextAsync(colleague, address);
        var number = (await site.SendAsync(worker.Actor, Build.AnIncident())).Value;
        Assert.Empty((await site.SendAsync(worker.Actor, new ChangeConfidentiality(number, 1, Circle.Restricted))).Refusals);
        Assert.Empty((await site.SendAsync(worker.Actor, new AddIncidentToCampaign(address.Split('/')[^1], number, "Same article"))).Refusals);

        Assert.Equal(before, await TextAsync(colleague, address));
        var hidden = await colleague.Browser.PostFormAsync($"{address}/incidents/add", [("Form.Incident", number), ("Form.Reason", "Same article")]);
        var missing = await colleague.Browser.PostFormAsync($"{address}/incidents/add", [("Form.Incident", "CT-1999-00001"), ("Form.Reason", "Same article")]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (hidden.StatusCode, missing.StatusCode));
        Assert.Equal(await ErrorAsync(missing), await ErrorAsync(hidden));
    }

    [Fact]
    public async Task An_incident_is_taken_out_with_a_reason_and_both_reasons_stay()
    {
        var (worker, _) = await TeamAsync();
        var address = await StartAsync(worker);
        var number = (await site.SendAsync(worker.Actor, Build.AnIncident())).Value;
        Assert.Empty((await site.SendAsync(worker.Actor, new AddIncidentToCampaign(address.Split('/')[^1], number, "Named in the article"))).Refusals);
        var remove = (await worker.Browser.OpenAsync(address)).QuerySelector<IHtmlAnchorElement>("[aria-labelledby=incidents] a[href*='/remove']")!.GetAttribute("href")!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await worker.Browser.PostFormAsync(remove, [("Form.Reason", " ")])).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await worker.Browser.PostFormAsync(remove, [("Form.Reason", "Somebody of the same name")])).StatusCode);

        var former = (await worker.Browser.OpenAsync(address)).QuerySelector("[aria-labelledby=former]")!.TextContent;
        Assert.All(["Named in the article", "Somebody of the same name", number], words => Assert.Contains(words, former, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await worker.Browser.GetAsync(remove)).StatusCode);
    }

    [Theory]
    [InlineData("/campaigns?narrative=nothing")]
    [InlineData("/campaigns?from=2016-13")]
    [InlineData("/campaigns?page=%00")]
    [InlineData("/campaigns?size=1000000000")]
    [InlineData("/campaigns?owner=somebody")]
    [InlineData("/campaigns?nonsense=1")]
    [InlineData("/campaigns?official=maybe&official=yes")]
    public async Task A_list_that_cannot_be_understood_is_refused_and_not_widened(string address)
    {
        var (worker, _) = await TeamAsync();
        var answer = await worker.Browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Null((await Browser.ReadAsync(answer)).QuerySelector("table.data"));
    }

    private static List<(string Name, string? Value)> Typed() =>
    [
        ("Form.Title", "Front pages against defenders"),
        ("Form.FirstSeen.Day", "20"), ("Form.FirstSeen.Month", "2"), ("Form.FirstSeen.Year", "2026"),
        ("Form.Narratives", "CT-NAR-1"),
        ("Form.Outlets[0].Kind", "CT-OUT-PRESS"), ("Form.Outlets[0].Name", "El Tecolote Bermejo"),
        ("Form.Speakers[0].Label", "A spokesperson"),
        ("Form.ReachNumber", "12000"), ("Form.ReachUnit", "CT-RCH-VIEWS"),
        ("Form.Addresses[0].Url", "https://archive.example/1"),
    ];

    private async Task<(SignedIn Worker, SignedIn Colleague)> TeamAsync()
    {
        var team = await site.FoundTeamAsync();
        return (await site.SignInAsync(Role.CaseWorker, team), await site.SignInAsync(Role.CaseWorker, team));
    }

    private static async Task<string> StartAsync(SignedIn worker)
    {
        var started = await worker.Browser.PostFormAsync("/campaigns/new", Typed());
        Assert.Equal(HttpStatusCode.Found, started.StatusCode);
        return started.Headers.Location!.OriginalString;
    }

    private static string? Value(IHtmlDocument page, string field) => page.QuerySelector<IHtmlInputElement>($"[name='{field}']")?.Value;

    private static async Task<string> TextAsync(SignedIn reader, string address) => (await reader.Browser.OpenAsync(address)).QuerySelector("main")!.TextContent;

    private static async Task<string> ErrorAsync(HttpResponseMessage answer) => (await Browser.ReadAsync(answer)).QuerySelector(".error-summary")!.TextContent;
}
