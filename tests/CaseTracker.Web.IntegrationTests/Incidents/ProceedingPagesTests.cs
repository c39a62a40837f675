using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
        var chosen = page.QuerySelector<IHtmlSelectElement>("[name='Form.Corrects']")!.Value;
        Assert.Contains($"corrects entry {chosen}:", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var again = await site.Worker.Browser.SubmitAsync(page, address, []);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        var standing = (await site.Worker.Browser.OpenAsync(site.Address("/justice"))).QuerySelectorAll(".stages li:not(.is-corrected)").Where(s => s.TextContent.Contains("J1", StringComparison.Ordinal));
        Assert.Contains("says counsel", Assert.Single(standing).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_correct_one_act_the_second_corrects_what_the_first_recorded()
    {
        var address = site.Address("/justice/{path}/investigation");
        (string Name, string? Value)[] act = [("Form.Code", "CT-INV-INTERVIEW"), ("Form.On.Year", "2026"), ("Form.On.Month", "3"), ("Form.Note", "Heard at home")];
        using var recorded = await site.Worker.Browser.PostFormAsync(address, act);
        var told = (await site.Worker.Browser.OpenAsync(site.Address("/justice"))).QuerySelectorAll("main li").Last(li => li.TextContent.Contains("Heard at home", StringComparison.Ordinal));
        var link = told.QuerySelector("a[href*='/investigation?corrects=']")!.GetAttribute("href")!;
        var mine = await site.Worker.Browser.OpenAsync(link);
        Assert.Equal(("CT-INV-INTERVIEW", "3", "2026", "Heard at home"), (
            mine.QuerySelector<IHtmlSelectElement>("[name='Form.Code']")!.Value,
            mine.QuerySelector<IHtmlSelectElement>("[name='Form.On.Month']")!.Value,
            mine.QuerySelector<IHtmlInputElement>("[name='Form.On.Year']")!.Value,
            mine.QuerySelector<IHtmlTextAreaElement>("[name='Form.Note']")!.Value));
        using var first = await site.Worker.Browser.SubmitAsync(mine, address, [("Form.Note", "Heard at the office")]);
        Assert.Equal(HttpStatusCode.Found, first.StatusCode);

        using var conflict = await site.Worker.Browser.SubmitAsync(mine, address, [("Form.Note", "Heard by telephone")]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await Browser.ReadAsync(conflict);
        var chosen = page.QuerySelector<IHtmlSelectElement>("[name='Form.Corrects']")!.Value;
        Assert.NotEqual("", chosen);
        Assert.Contains($"corrects entry {chosen}:", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Heard by telephone", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Note']")!.Value);
    }

    [Fact]
    public async Task A_correction_begins_with_all_that_it_corrects()
    {
        var address = site.Address("/justice/{path}/stage");
        (string Name, string? Value)[] conviction = [("Form.Stage", "J6"), ("Form.On.Year", "2026"), ("Form.On.Month", "3"), ("Form.On.Approximate", "true"), ("Form.Reason", "The judgment"), ("Form.Accused", "1"), ("Form.IsFinal", "true")];
        using var recorded = await site.Worker.Browser.PostFormAsync(address, conviction);
        Assert.Equal(HttpStatusCode.Found, recorded.StatusCode);
        var link = (await site.Worker.Browser.OpenAsync(site.Address("/justice"))).QuerySelectorAll("main a[href*='/stage?corrects=']").Last().GetAttribute("href")!;

        var form = await site.Worker.Browser.OpenAsync(link);

        Assert.Equal(("J6", "3", "2026", "The judgment"), (
            form.QuerySelector<IHtmlSelectElement>("[name='Form.Stage']")!.Value,
            form.QuerySelector<IHtmlSelectElement>("[name='Form.On.Month']")!.Value,
            form.QuerySelector<IHtmlInputElement>("[name='Form.On.Year']")!.Value,
            form.QuerySelector<IHtmlTextAreaElement>("[name='Form.Reason']")!.Value));
        Assert.All(["Form.On.Approximate", "Form.Accused", "Form.IsFinal"], name => Assert.True(form.QuerySelector<IHtmlInputElement>($"[name='{name}']")!.IsChecked));
        using var corrected = await site.Worker.Browser.SubmitAsync(form, address, [("Form.Stage", "X3"), ("Form.IsFinal", null)]);
        Assert.Equal(HttpStatusCode.Found, corrected.StatusCode);
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
    public async Task The_details_of_a_proceeding_begin_with_what_is_stored_and_a_conflict_shows_both()
    {
        var address = site.Address("/justice/{path}/details");
        var mine = await site.Worker.Browser.OpenAsync(address);
        (string Name, string? Value)[] Typed(string file) => [("Form.Authority", "CT-AUT-FGR"), ("Form.FileNumber", file), ("Form.NextHearing", "2026-09-01")];
        await site.Worker.Browser.PostFormAsync(address, Typed("FED/GRO/11"));

        var filled = await site.Worker.Browser.OpenAsync(address);
        Assert.Equal("FED/GRO/11", filled.QuerySelector<IHtmlInputElement>("[name='Form.FileNumber']")!.Value);
        Assert.Equal("2026-09-01", filled.QuerySelector<IHtmlInputElement>("[name='Form.NextHearing']")!.Value);
        using var conflict = await site.Worker.Browser.SubmitAsync(mine, address, [.. Typed("FED/GRO/22")]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await Browser.ReadAsync(conflict);
        Assert.Equal("FED/GRO/22", page.QuerySelector<IHtmlInputElement>("[name='Form.FileNumber']")!.Value);
        Assert.Contains("FED/GRO/11", page.QuerySelector(".two-versions")!.TextContent, StringComparison.Ordinal);
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

    /// <summary>As an earlier version stored it, before convictions were of somebody.</summary>
    [Fact]
    public async Task A_conviction_of_nobody_named_is_called_partial_and_not_full()
    {
        var number = (await site.App.SendAsync(site.Worker.Actor, Build.AnIncident())).Value;
        var judged = new StageInput("J6", new DateInput(2026, 3, 4), "The judgment", null, Build.NoDate, Accused: [1], Authority: "CT-AUT-FGR");
        Assert.Empty((await site.App.SendAsync(site.Worker.Actor, new OpenProceeding(number, 1, "CT-PRC-CRIM", judged))).Refusals);
        var path = (await site.App.SendAsync(site.Worker.Actor, new GetJustice(number))).Value.Paths[0].Id.Value;
        await using (var scope = site.App.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
            var db = (DbContext)scope.ServiceProvider.GetRequiredService<ICaseTrackerDb>();
            Assert.Equal(1, await db.Database.ExecuteSqlAsync($"UPDATE \"ProceedingStages\" SET \"Accused\" = NULL WHERE \"ProceedingId\" = {path}"));
        }

        var told = (await site.Worker.Browser.OpenAsync($"/incidents/{number}/justice")).QuerySelector("section[aria-labelledby=full-title]")!.TextContent;

        Assert.Contains("without saying who was convicted", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Everybody who is responsible stands finally convicted", told, StringComparison.Ordinal);
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
