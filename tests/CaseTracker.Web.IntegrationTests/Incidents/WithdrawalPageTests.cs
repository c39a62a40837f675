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

/// <summary>An entry that was made by mistake, as somebody takes it back and as everybody reads it afterwards.</summary>
public sealed class WithdrawalPageTests(WebApp site) : IClassFixture<WebApp>
{
    private const string Why = "The complaint is of another incident";

    private SignedIn _worker = null!;

    [Fact]
    public async Task An_entry_is_withdrawn_from_its_own_link_and_stands_struck_through_with_words()
    {
        var (number, _) = await OpenedAsync("J4");
        var link = (await Browser.OpenAsync($"/incidents/{number}/justice")).QuerySelector("a[aria-label='Withdraw entry 2']")!.GetAttribute("href")!;
        var form = await Browser.OpenAsync(link);
        Assert.Equal("stage-2", form.QuerySelector<IHtmlSelectElement>("[name='Form.Entry']")!.Value ?? "");
        Assert.Contains("Read in the press", form.QuerySelector("main form")!.TextContent, StringComparison.Ordinal);

        using var done = await Browser.SubmitAsync(form, link.Split('?')[0], [("Form.Reason", Why)]);

        Assert.Equal($"/incidents/{number}/justice", done.Headers.Location?.OriginalString);
        var page = await Browser.OpenAsync($"/incidents/{number}/justice");
        var withdrawn = page.QuerySelector(".stages li.is-corrected")!;
        Assert.Contains("J4", withdrawn.QuerySelector("s")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Withdrawn by entry 3", withdrawn.TextContent, StringComparison.Ordinal);
        Assert.Empty(withdrawn.QuerySelectorAll("a"));
        var withdrawal = page.QuerySelectorAll(".stages li").Last();
        Assert.Contains("Entry 2 withdrawn", withdrawal.TextContent, StringComparison.Ordinal);
        Assert.Contains(Why, withdrawal.TextContent, StringComparison.Ordinal);
        Assert.Empty(withdrawal.QuerySelectorAll("a"));

        var timeline = await Browser.OpenAsync($"/incidents/{number}/timeline");
        Assert.Contains("Entered by mistake and withdrawn later", timeline.QuerySelector(".timeline li.is-corrected s")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(timeline.QuerySelectorAll(".timeline li"), li => li.TextContent.Contains($"because: {Why}", StringComparison.Ordinal));
        var history = await Browser.OpenAsync($"/incidents/{number}/history");
        Assert.Contains("Withdrawn later", history.QuerySelector(".timeline li.is-corrected")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Withdrew a stage", history.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_is_withdrawn_and_a_proceeding_without_entries_says_so()
    {
        var (number, path) = await OpenedAsync();
        Assert.Empty((await site.SendAsync(_worker.Actor, new RecordInvestigativeAct(number, 2, new(path), "CT-INV-INTERVIEW", new DateInput(2026, 3, 5), "Heard at home"))).Refusals);
        var address = $"/incidents/{number}/justice/{path}/withdraw";

        using var tooEarly = await Browser.PostFormAsync(address, [("Form.Entry", "stage-1"), ("Form.Reason", Why)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooEarly.StatusCode);
        Assert.Contains("Withdraw the acts first", (await Browser.ReadAsync(tooEarly)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        using var act = await Browser.PostFormAsync(address, [("Form.Entry", "act-1"), ("Form.Reason", Why)]);
        Assert.Equal(HttpStatusCode.Found, act.StatusCode);
        using var stage = await Browser.PostFormAsync(address, [("Form.Entry", "stage-1"), ("Form.Reason", Why)]);
        Assert.Equal(HttpStatusCode.Found, stage.StatusCode);

        var card = (await Browser.OpenAsync($"/incidents/{number}/justice")).QuerySelector("main .path")!;
        Assert.Contains("Everything recorded of this proceeding was withdrawn", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Act 1 withdrawn", card.TextContent, StringComparison.Ordinal);
        Assert.Null(card.QuerySelector("a[href$='/investigation']"));
        Assert.NotNull(card.QuerySelector("a[href$='/stage']"));
        var anew = await Browser.OpenAsync($"/incidents/{number}/justice/{path}/stage");
        Assert.Equal("CT-AUT-FGR", anew.QuerySelector<IHtmlSelectElement>("[name='Form.Authority']")!.Value);
        Assert.Null((await Browser.OpenAsync($"/incidents/{number}/interventions/add")).QuerySelector("[name='Form.Proceeding']"));
    }

    [Fact]
    public async Task What_rests_on_an_entry_is_named_and_what_was_typed_stays()
    {
        var (number, path) = await OpenedAsync("X1");
        Assert.Empty((await site.SendAsync(_worker.Actor, new RecordStage(number, 3, new(path), Stage("J2", new DateInput(2026, 3, 8)) with { Reopens = true }))).Refusals);

        using var refused = await Browser.PostFormAsync($"/incidents/{number}/justice/{path}/withdraw", [("Form.Entry", "stage-2"), ("Form.Reason", Why)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Browser.ReadAsync(refused);
        Assert.Contains("Entry 3 could not stand without this one", page.QuerySelector(".field-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((Why, "stage-2"), Typed(page));
    }

    [Theory]
    [InlineData("en", "Choose an entry that stands")]
    [InlineData("es", "Elija un registro vigente")]
    public async Task Without_an_entry_or_a_reason_both_are_asked_for(string language, string told)
    {
        var (number, path) = await OpenedAsync();
        Browser.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        using var refused = await Browser.PostFormAsync($"/incidents/{number}/justice/{path}/withdraw", [("Form.Entry", ""), ("Form.Reason", " ")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Browser.ReadAsync(refused);
        Assert.Equal(2, page.QuerySelectorAll(".error-summary li").Length);
        Assert.Contains(told, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[name='Form.Entry'][aria-invalid=true]"));
    }

    /// <summary>Or a double click: what was chosen stands no more, and no other entry is chosen in its place.</summary>
    [Fact]
    public async Task Of_two_who_withdraw_one_entry_the_second_sees_the_reason_of_the_first_and_keeps_their_own()
    {
        var (number, path) = await OpenedAsync("J2");
        var address = $"/incidents/{number}/justice/{path}/withdraw";
        var mine = await Browser.OpenAsync($"{address}?entry=stage-2");
        using var first = await Browser.SubmitAsync(mine, address, [("Form.Reason", "Of another file, says the clerk")]);
        Assert.Equal(HttpStatusCode.Found, first.StatusCode);

        using var conflict = await Browser.SubmitAsync(mine, address, [("Form.Reason", Why)]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await Browser.ReadAsync(conflict);
        Assert.Contains("says the clerk", page.QuerySelector("section[aria-labelledby=meanwhile]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("stands no more", page.QuerySelector("p.prose[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((Why, ""), Typed(page));
        using var again = await Browser.SubmitAsync(page, address, []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(3, (await site.SendAsync(_worker.Actor, new GetJustice(number))).Value.Paths[0].Stages.Count);
    }

    [Fact]
    public async Task A_correction_of_what_was_withdrawn_meanwhile_says_that_it_would_be_recorded_anew()
    {
        var (number, path) = await OpenedAsync("J2");
        var address = $"/incidents/{number}/justice/{path}/stage";
        var mine = await Browser.OpenAsync($"{address}?corrects=2");
        Assert.Empty((await site.SendAsync(_worker.Actor, new WithdrawStage(number, 3, new(path), 2, Why))).Refusals);

        using var conflict = await Browser.SubmitAsync(mine, address, [("Form.Reason", "Stamped on 8 March")]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await Browser.ReadAsync(conflict);
        Assert.Contains("somebody else withdrew entry 2", page.QuerySelector("p.prose[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Why, page.QuerySelector("section[aria-labelledby=meanwhile]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Stamped on 8 March", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Reason']")!.Value);
        Assert.Equal("", page.QuerySelector<IHtmlSelectElement>("[name='Form.Corrects']")!.Value);
    }

    [Fact]
    public async Task A_reason_typed_while_the_incident_was_handed_over_is_refused_and_not_lost()
    {
        var (number, path) = await OpenedAsync();
        Assert.Empty((await site.SendAsync(_worker.Actor, new ChangeConfidentiality(number, 2, Circle.Restricted))).Refusals);
        var address = $"/incidents/{number}/justice/{path}/withdraw";
        var form = await Browser.OpenAsync($"{address}?entry=stage-1");
        var colleague = (await site.SignInAsync(Role.CaseWorker, _worker.Actor.Teams[0])).Actor;
        Assert.Empty((await site.SendAsync(_worker.Actor, new GiveAccess(number, colleague.Id, GrantLevel.Work, new DateOnly(2026, 4, 1), "Takes it over"))).Refusals);
        var version = (await site.SendAsync(_worker.Actor, new GetIncidentHeader(number))).Value.Version;
        Assert.Empty((await site.SendAsync(_worker.Actor, new ProposeHandOver(number, version, colleague.Id, "On leave"))).Refusals);
        Assert.Empty((await site.SendAsync(colleague, new AnswerHandOver(number, 1, Accept: true, null))).Refusals);

        using var answer = await Browser.SubmitAsync(form, address, [("Form.Reason", Why)]);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        Assert.Equal([Why], page.QuerySelectorAll<IHtmlTextAreaElement>(".status-page textarea").Select(t => t.Value));
        Assert.DoesNotContain("Copy of the complaint", page.Source.Text, StringComparison.Ordinal);
    }

    private Browser Browser => _worker.Browser;

    private static (string Reason, string Entry) Typed(IHtmlDocument page) =>
        (page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Reason']")!.Value, page.QuerySelector<IHtmlSelectElement>("[name='Form.Entry']")!.Value ?? "");

    private static StageInput Stage(string stage, DateInput on) => new(stage, on, "Read in the press", null, Build.NoDate);

    /// <summary>A proceeding that was reported, and where a second stage is named, has come there.</summary>
    private async Task<(string Number, Guid Path)> OpenedAsync(string? second = null)
    {
        _worker = await site.SignInAsync(Role.CaseWorker, await site.FoundTeamAsync());
        var number = (await site.SendAsync(_worker.Actor, Build.AnIncident())).Value;
        var first = new StageInput("J1", new DateInput(2026, 3, 4), "Copy of the complaint", null, Build.NoDate, Authority: "CT-AUT-FGR");
        Assert.Empty((await site.SendAsync(_worker.Actor, new OpenProceeding(number, 1, "CT-PRC-CRIM", first))).Refusals);
        var path = (await site.SendAsync(_worker.Actor, new GetJustice(number))).Value.Paths[0].Id;
        if (second is not null)
        {
            Assert.Empty((await site.SendAsync(_worker.Actor, new RecordStage(number, 2, path, Stage(second, new DateInput(2026, 3, 6))))).Refusals);
        }

        return (number, path.Value);
    }
}
