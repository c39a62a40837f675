using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Incidents;

public sealed class IncidentPagesTests(IncidentSite site) : IClassFixture<IncidentSite>
{
    private const string Name = "Citlali";

    public static TheoryData<string> Pages =>
    [
        "", "/timeline", "/timeline?show=Justice&show=nonsense", "/justice", "/people", "/history", "/history?before=1", "/edit", "/move", "/verify", "/verification", "/assign", "/sources/add",
        "/perpetrators/add", "/acts/add", "/people/add", "/people/{person}/edit", "/people/{person}/identity", "/justice/open",
        "/justice/{path}/stage", "/justice/{path}/stage?corrects=1", "/justice/{path}/investigation", "/justice/{path}/investigation?corrects=1", "/justice/{path}/details", "/justice/{path}/report", "/justice/orders",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Opens_with_the_number_alone_in_its_title_and_no_name_anywhere(string page)
    {
        var opened = await site.Worker.Browser.OpenAsync(site.Address(page));

        Assert.Equal($"{site.Number} · CaseTracker", opened.Title);
        Assert.DoesNotContain(Name, opened.DocumentElement.OuterHtml);
        Assert.DoesNotContain("Form.Missing", opened.DocumentElement.OuterHtml);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_as_absent_to_a_stranger_as_what_does_not_exist(string page)
    {
        var address = site.Address(page);
        var invisible = await site.Stranger.Browser.GetAsync(address);
        var missing = await site.Stranger.Browser.GetAsync(address.Replace(site.Number, "CT-1999-00001"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (invisible.StatusCode, missing.StatusCode));
        Assert.Equal(await TextAsync(missing), await TextAsync(invisible));
    }

    [Fact]
    public async Task An_identity_is_shown_in_the_answer_to_a_post_and_not_when_the_page_is_opened_again()
    {
        var address = site.Address("/people/{person}/identity");
        var answer = await site.Worker.Browser.PostFormAsync(address, []);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(Name, await answer.Content.ReadAsStringAsync());
        Assert.DoesNotContain(Name, (await site.Worker.Browser.OpenAsync(address)).DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task Whoever_saves_second_sees_both_versions_and_can_save_over_the_newer_one()
    {
        var address = site.Address("/edit");
        var mine = await site.Worker.Browser.OpenAsync(address);
        await site.Worker.Browser.PostFormAsync(address, [("Form.Municipality", "Chilapa de Álvarez")]);

        var conflict = await site.Worker.Browser.SubmitAsync(mine, address, [("Form.Municipality", "Olinalá")]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await Browser.ReadAsync(conflict);
        var versions = page.QuerySelector(".two-versions")!.TextContent;
        Assert.Contains("Chilapa de Álvarez", versions);
        Assert.Contains("Olinalá", versions);
        Assert.Equal("Olinalá", page.QuerySelector<IHtmlInputElement>("[name='Form.Municipality']")!.Value);
        Assert.Equal(HttpStatusCode.Found, (await site.Worker.Browser.SubmitAsync(page, address, [])).StatusCode);
        Assert.Equal("Olinalá", (await site.Worker.Browser.OpenAsync(address)).QuerySelector<IHtmlInputElement>("[name='Form.Municipality']")!.Value);
    }

    [Fact]
    public async Task A_small_form_from_an_outdated_screen_is_shown_again_with_the_newer_version()
    {
        var address = site.Address("/sources/add");
        var mine = await site.Worker.Browser.OpenAsync(address);
        (string, string?)[] source = [("Form.Material", "CT-MAT-1"), ("Form.Description", "Recording kept by the organisation")];
        await site.Worker.Browser.PostFormAsync(address, source);

        var conflict = await site.Worker.Browser.SubmitAsync(mine, address, source);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await Browser.ReadAsync(conflict);
        Assert.Equal("Recording kept by the organisation", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Description']")!.Value);
        Assert.Equal(HttpStatusCode.Found, (await site.Worker.Browser.SubmitAsync(page, address, [])).StatusCode);
    }

    [Fact]
    public async Task Whoever_describes_a_person_second_sees_both_versions()
    {
        var address = site.Address("/people/{person}/edit");
        var mine = await site.Worker.Browser.OpenAsync(address);
        await site.Worker.Browser.PostFormAsync(address, [("Form.AgeBand", "CT-AGE-18-29")]);

        var conflict = await site.Worker.Browser.SubmitAsync(mine, address, [("Form.AgeBand", "CT-AGE-60")]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await Browser.ReadAsync(conflict);
        var row = Assert.Single(page.QuerySelectorAll(".two-versions tbody tr"));
        Assert.Equal(2, row.QuerySelectorAll("td").Select(c => c.TextContent).Distinct().Count());
        Assert.Equal(HttpStatusCode.Found, (await site.Worker.Browser.SubmitAsync(page, address, [])).StatusCode);
    }

    [Theory]
    [InlineData("/move", "Workflow")]
    [InlineData("/verify", "Verification")]
    public async Task A_step_without_choice_and_reason_marks_both(string page, string choice)
    {
        var answer = await site.Worker.Browser.PostFormAsync(site.Address(page), [("Form.Reason", " ")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var refused = await Browser.ReadAsync(answer);
        Assert.Equal(["#Form_Reason", $"#Form_{choice}"], refused.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")).Order());
        Assert.Equal(2, refused.QuerySelectorAll("main .field-wrong .field-error").Length);
        Assert.NotNull(refused.QuerySelector($"#Form_{choice}[aria-describedby~='Form_{choice}-error']"));
    }

    [Fact]
    public async Task The_timeline_names_the_release_that_was_linked()
    {
        var address = site.Address("/context");
        var page = await site.Worker.Browser.OpenAsync(address);
        var release = page.QuerySelectorAll<IHtmlOptionElement>("select[name=Release] option").Select(o => o.Value).Concat(page.QuerySelectorAll<IHtmlInputElement>("input[name=Release]").Select(r => r.Value)).First(r => r.Length > 0);
        Assert.Equal(HttpStatusCode.Found, (await site.Worker.Browser.SubmitAsync(page, address, [("Release", release)])).StatusCode);

        var cited = (await site.Worker.Browser.OpenAsync(site.Address("/timeline"))).QuerySelector("li.is-context p")!.TextContent;

        Assert.Matches("“.{10,}”", cited);
    }

    [Fact]
    public async Task A_field_named_number_does_not_choose_another_record()
    {
        var other = (await site.App.SendAsync(site.Stranger.Actor, CaseTracker.Testing.Build.AnIncident())).Value;

        Assert.Equal(HttpStatusCode.NotFound, (await site.Worker.Browser.GetAsync($"/incidents/{other}?number={site.Number}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Worker.Browser.GetAsync($"/incidents/{other}/edit?number={site.Number}")).StatusCode);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) => (await Browser.ReadAsync(answer)).QuerySelector("main")!.TextContent;
}
