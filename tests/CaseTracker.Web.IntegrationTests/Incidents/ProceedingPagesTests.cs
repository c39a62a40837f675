using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Incidents;

public class ProceedingPagesTests(IncidentSite site) : IClassFixture<IncidentSite>
{
    [Fact]
    public async Task Of_two_who_correct_one_stage_the_second_sees_what_the_first_recorded_and_loses_nothing()
    {
        var address = site.Address("/justice/{path}/stage");
        var mine = await site.Worker.Browser.OpenAsync($"{address}?corrects=1");
        await site.Worker.Browser.PostFormAsync($"{address}?corrects=1", Correction("Stamped on 3 March, says the clerk"));

        using var conflict = await site.Worker.Browser.SubmitAsync(mine, address, [.. Correction("Stamped on 3 March, says counsel")]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await Browser.ReadAsync(conflict);
        Assert.Contains("says the clerk", page.QuerySelector("section[aria-labelledby=meanwhile]")!.TextContent);
        Assert.Equal("Stamped on 3 March, says counsel", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Reason']")!.Value);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2026-02-30")]
    [InlineData("tomorrow")]
    public async Task A_hearing_on_no_day_is_refused_beside_its_box_and_kept(string day)
    {
        using var answer = await site.Worker.Browser.PostFormAsync(site.Address("/justice/{path}/details"), [("Form.NextHearing", day), ("Form.FileNumber", "FED/1")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        Assert.NotNull(page.QuerySelector("[name='Form.NextHearing'][aria-invalid=true]"));
        Assert.Equal("FED/1", page.QuerySelector<IHtmlInputElement>("[name='Form.FileNumber']")!.Value);
    }

    [Fact]
    public async Task A_conviction_without_an_accused_is_refused_beside_the_boxes_and_what_was_typed_stays()
    {
        using var answer = await site.Worker.Browser.PostFormAsync(site.Address("/justice/{path}/stage"), [("Form.Stage", "J6"), ("Form.Reason", "The judgment"), ("Form.On.Year", "2026")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        Assert.Single(page.QuerySelectorAll(".error-summary li"));
        Assert.Equal("The judgment", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Reason']")!.Value);
        Assert.Equal("J6", page.QuerySelector<IHtmlSelectElement>("[name='Form.Stage']")!.Value);
    }

    /// <summary>The answer is the one of an incident that does not exist, and what was typed stands on it to be copied or sent again.</summary>
    [Theory]
    [InlineData("en", "What you typed is not lost.")]
    [InlineData("es", "Lo que escribió no se perdió.")]
    public async Task A_stage_typed_while_the_incident_was_handed_over_is_refused_and_not_lost(string language, string told)
    {
        const string Typed = "The clerk read it out to us; page 12, FED/SDHPDSC/2026";
        var number = (await site.App.SendAsync(site.Worker.Actor, Build.AnIncident())).Value;
        var first = new StageInput("J1", new DateInput(2026, 3, 4), "Copy of the complaint", null, Build.NoDate, Authority: "CT-AUT-FGR");
        Assert.Empty((await site.App.SendAsync(site.Worker.Actor, new OpenProceeding(number, 1, "CT-PRC-CRIM", first))).Refusals);
        Assert.Empty((await site.App.SendAsync(site.Worker.Actor, new ChangeConfidentiality(number, 2, Circle.Restricted))).Refusals);
        var path = (await site.App.SendAsync(site.Worker.Actor, new GetJustice(number))).Value.Paths[0].Id.Value;
        var address = $"/incidents/{number}/justice/{path}/stage";
        var form = await site.Worker.Browser.OpenAsync(address);
        var colleague = (await site.App.SignInAsync(Role.CaseWorker, site.Worker.Actor.Teams[0])).Actor;
        Assert.Empty((await site.App.SendAsync(site.Worker.Actor, new GiveAccess(number, colleague.Id, GrantLevel.Work, new DateOnly(2026, 4, 1), "Takes it over"))).Refusals);
        var version = (await site.App.SendAsync(site.Worker.Actor, new GetIncidentHeader(number))).Value.Version;
        Assert.Empty((await site.App.SendAsync(site.Worker.Actor, new ProposeHandOver(number, version, colleague.Id, "On leave"))).Refusals);
        Assert.Empty((await site.App.SendAsync(colleague, new AnswerHandOver(number, 1, Accept: true, null))).Refusals);

        site.Worker.Browser.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var answer = await site.Worker.Browser.SubmitAsync(form, address, [("Form.Stage", "J2"), ("Form.On.Year", "2026"), ("Form.Reason", Typed)]);
        site.Worker.Browser.Http.DefaultRequestHeaders.AcceptLanguage.Clear();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        Assert.Equal([Typed], page.QuerySelectorAll<IHtmlTextAreaElement>(".status-page textarea").Select(t => t.Value));
        Assert.Equal((Typed, "J2"), (page.QuerySelector<IHtmlInputElement>("form [name='Form.Reason']")!.Value, page.QuerySelector<IHtmlInputElement>("form [name='Form.Stage']")!.Value));
        Assert.Contains(told, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Copy of the complaint", page.Source.Text, StringComparison.Ordinal);
    }

    private static (string Name, string? Value)[] Correction(string reason) =>
        [("Form.Stage", "J1"), ("Form.On.Year", "2026"), ("Form.On.Month", "3"), ("Form.On.Day", "3"), ("Form.Reason", reason), ("Form.Corrects", "1")];
}
