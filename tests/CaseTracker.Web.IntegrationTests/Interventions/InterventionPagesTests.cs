using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Testing.Web;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Web.IntegrationTests.Interventions;

/// <summary>Letters and what came of them, as they are typed and read.</summary>
public sealed class InterventionPagesTests(WebApp site) : IClassFixture<WebApp>
{
    private static readonly (string Name, string? Value)[] Letter =
    [
        ("Form.Type", "UA"), ("Form.Addressee", "Secretaría de Gobernación"), ("Form.SentOn.Day", "10"), ("Form.SentOn.Month", "3"), ("Form.SentOn.Year", "2026"), ("Form.Summary", "Protect her"),
    ];

    private SignedIn? _worker;

    [Fact]
    public async Task A_letter_and_its_reply_are_recorded_and_read_on_the_incidents_tab()
    {
        var (worker, number) = await LoggedAsync();
        var form = await worker.OpenAsync($"/incidents/{number}/interventions/add");
        using var recorded = await worker.SubmitAsync(form, $"/incidents/{number}/interventions/add", Letter);
        Assert.Equal($"/incidents/{number}/interventions", recorded.Headers.Location?.OriginalString);
        using var again = await worker.SubmitAsync(form, $"/incidents/{number}/interventions/add", Letter);

        var tab = await worker.OpenAsync($"/incidents/{number}/interventions");
        var card = Assert.Single(tab.QuerySelectorAll("main .intervention"));
        Assert.Contains("Awaiting a reply until 9 May 2026", card.TextContent, StringComparison.Ordinal);

        var address = card.QuerySelector("h3 a")!.GetAttribute("href")!;
        using var replied = await worker.SubmitAsync(
            await worker.OpenAsync($"{address}/reply"),
            $"{address}/reply",
            [("Form.ReceivedOn.Year", "2026"), ("Form.Code", "05"), ("Form.Substance", "They take note"), ("Form.Grade", "C"), ("Form.GradeReason", "Nothing was done")]);
        Assert.Equal(HttpStatusCode.Found, replied.StatusCode);

        var page = (await worker.OpenAsync(address)).QuerySelector("main")!.TextContent;
        Assert.Contains("Replied, graded C: Not satisfactory", page, StringComparison.Ordinal);
        Assert.Contains("They take note", page, StringComparison.Ordinal);
        Assert.Contains("Reply due", (await worker.OpenAsync($"/incidents/{number}/follow-ups")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_before_its_letter_is_refused_at_its_date_with_all_that_was_typed()
    {
        var (worker, address) = await AskedAsync();

        using var refused = await worker.SubmitAsync(
            await worker.OpenAsync($"{address}/reply"),
            $"{address}/reply",
            [("Form.ReceivedOn.Day", "9"), ("Form.ReceivedOn.Month", "3"), ("Form.ReceivedOn.Year", "2026"), ("Form.Code", "02"), ("Form.Substance", "They promise a patrol")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Browser.ReadAsync(refused);
        Assert.Contains("A reply cannot have come before the letter was sent.", page.QuerySelector(".field-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("They promise a patrol", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Substance']")!.Value);
        Assert.Equal("02", page.QuerySelector<IHtmlSelectElement>("[name='Form.Code']")!.Value);
        Assert.Equal("9", page.QuerySelector<IHtmlInputElement>("[name='Form.ReceivedOn.Day']")!.Value);
    }

    [Fact]
    public async Task Who_comes_second_sees_what_the_other_recorded_and_keeps_what_they_typed()
    {
        var (worker, address) = await AskedAsync();
        var mine = await worker.OpenAsync($"{address}/reply");
        (string Name, string? Value)[] typed = [("Form.ReceivedOn.Year", "2026"), ("Form.Code", "02"), ("Form.Substance", "They promise a patrol")];
        using var first = await worker.SubmitAsync(mine, $"{address}/reply", [("Form.ReceivedOn.Year", "2026"), ("Form.IsAcknowledgement", "true"), ("Form.Substance", "Stamped by the office")]);

        using var conflict = await worker.SubmitAsync(mine, $"{address}/reply", typed);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await Browser.ReadAsync(conflict);
        Assert.Equal("They promise a patrol", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Substance']")!.Value);
        Assert.Contains("Stamped by the office", page.QuerySelector("#reply-1")!.TextContent, StringComparison.Ordinal);
        using var again = await worker.SubmitAsync(page, $"{address}/reply", typed);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
    }

    [Fact]
    public async Task Of_two_who_correct_one_reply_the_second_corrects_what_the_first_recorded_and_its_grade_stays()
    {
        var (worker, address) = await AskedAsync();
        using var replied = await worker.SubmitAsync(
            await worker.OpenAsync($"{address}/reply"),
            $"{address}/reply",
            [("Form.ReceivedOn.Year", "2026"), ("Form.Code", "05"), ("Form.Substance", "They take note"), ("Form.Grade", "C"), ("Form.GradeReason", "Nothing was done")]);
        var mine = await worker.OpenAsync($"{address}/reply?corrects=1");
        using var first = await worker.SubmitAsync(mine, $"{address}/reply", [("Form.Substance", "They take good note")]);
        Assert.Equal(HttpStatusCode.Found, first.StatusCode);
        Assert.Contains("graded C", (await worker.OpenAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var conflict = await worker.SubmitAsync(mine, $"{address}/reply", [("Form.Substance", "They take due note")]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await Browser.ReadAsync(conflict);
        Assert.Equal("2", page.QuerySelector<IHtmlSelectElement>("[name='Form.Corrects']")!.Value);
        Assert.Contains("corrects entry 2", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var again = await worker.SubmitAsync(page, $"{address}/reply", []);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        Assert.Contains("graded C", (await worker.OpenAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_reply_stands_struck_through_with_its_grade_and_one_is_awaited()
    {
        var (worker, address) = await AskedAsync();
        using var replied = await worker.SubmitAsync(
            await worker.OpenAsync($"{address}/reply"),
            $"{address}/reply",
            [("Form.ReceivedOn.Year", "2026"), ("Form.Code", "05"), ("Form.Substance", "They take note"), ("Form.Grade", "C"), ("Form.GradeReason", "Nothing was done")]);
        var link = (await worker.OpenAsync(address)).QuerySelector("a[aria-label='Withdraw entry 1']")!.GetAttribute("href")!;
        var mine = await worker.OpenAsync(link);
        Assert.Equal("1", mine.QuerySelector<IHtmlSelectElement>("[name='Form.Entry']")!.Value);
        using var empty = await worker.SubmitAsync(mine, $"{address}/withdraw", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);

        using var withdrawn = await worker.SubmitAsync(mine, $"{address}/withdraw", [("Form.Reason", "It answers another letter")]);

        Assert.Equal(address, withdrawn.Headers.Location?.OriginalString);
        var page = await worker.OpenAsync(address);
        Assert.Contains("Awaiting a reply until 9 May 2026", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var reply = page.QuerySelector("#reply-1")!;
        Assert.NotNull(reply.QuerySelector("s"));
        Assert.Contains("withdrawn by entry 2", reply.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing was done", reply.TextContent, StringComparison.Ordinal);
        Assert.Empty(reply.QuerySelectorAll("a"));
        Assert.Contains("It answers another letter", page.QuerySelector("#reply-2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_withdraw_one_reply_the_second_sees_why_and_loses_nothing()
    {
        var (worker, address) = await AskedAsync();
        using var replied = await worker.SubmitAsync(await worker.OpenAsync($"{address}/reply"), $"{address}/reply", [("Form.ReceivedOn.Year", "2026"), ("Form.Code", "05"), ("Form.Substance", "They take note")]);
        var mine = await worker.OpenAsync($"{address}/withdraw?reply=1");
        var correcting = await worker.OpenAsync($"{address}/reply?corrects=1");
        using var first = await worker.SubmitAsync(mine, $"{address}/withdraw", [("Form.Reason", "It answers another letter")]);

        using var conflict = await worker.SubmitAsync(mine, $"{address}/withdraw", [("Form.Reason", "It is a draft")]);
        using var corrected = await worker.SubmitAsync(correcting, $"{address}/reply", [("Form.Substance", "They take due note")]);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (conflict.StatusCode, corrected.StatusCode));
        var page = await Browser.ReadAsync(conflict);
        Assert.Equal(("It is a draft", ""), (page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Reason']")!.Value, page.QuerySelector<IHtmlSelectElement>("[name='Form.Entry']")!.Value));
        Assert.Contains("stands no more", page.QuerySelector("p.prose[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("It answers another letter", page.QuerySelector("#reply-2")!.TextContent, StringComparison.Ordinal);
        page = await Browser.ReadAsync(corrected);
        Assert.Equal("They take due note", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Substance']")!.Value);
        Assert.Contains("somebody else withdrew entry 1", page.QuerySelector("p.prose[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_about_a_path_begins_with_its_authority()
    {
        var (worker, number) = await LoggedAsync();
        Assert.Empty((await site.SendAsync(_worker!.Actor, new OpenProceeding(number, 1, "CT-PRC-CRIM", new StageInput("J1", new DateInput(2026, 3, 5), "Copy", null, NoDate, Authority: "CT-AUT-FGR")))).Refusals);
        var path = (await site.SendAsync(_worker.Actor, new GetJustice(number))).Value.Paths[0].Id.Value;

        var form = await worker.OpenAsync($"/incidents/{number}/interventions/add?proceeding={path}");

        Assert.Equal("Federal prosecution office (FGR)", form.QuerySelector<IHtmlInputElement>("[name='Form.Addressee']")!.Value);
        Assert.Equal("0201", form.QuerySelector<IHtmlSelectElement>("[name='Form.Type']")!.Value);
        Assert.Equal(path.ToString("N"), form.QuerySelector<IHtmlSelectElement>("[name='Form.Proceeding']")!.Value);
    }

    [Fact]
    public async Task Todays_number_opens_the_list_that_it_counts()
    {
        var (worker, number) = await LoggedAsync();
        Assert.Empty((await site.SendAsync(_worker!.Actor, new RecordIntervention(Guid.CreateVersion7(), number, null, new InterventionInput("AL", "The ministry", new DateInput(2025, 12, 1), null, null, null)))).Refusals);

        var figure = (await worker.OpenAsync("/today")).QuerySelector("main a[href^='/interventions']")!;
        var list = await worker.OpenAsync(figure.GetAttribute("href")!);

        Assert.Equal("1", figure.QuerySelector("strong")!.TextContent);
        Assert.Contains("Reply overdue by 45 days", Assert.Single(list.QuerySelectorAll("main .intervention")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_request_of_the_release_offers_to_be_tracked_and_shows_the_states_reply()
    {
        var (worker, _) = await LoggedAsync();
        const string release = "/reference/mx-2016-stigmatization";
        var links = (await worker.OpenAsync(release)).QuerySelectorAll("main a[href$='/track']").Select(a => a.GetAttribute("href")!).ToList();
        foreach (var ask in new[] { "public-recognition", "counter-campaign", "safe-environment" })
        {
            Assert.Contains($"{release}/asks/{ask}/track", links);
        }

        var form = await worker.OpenAsync($"{release}/asks/public-recognition/track");
        using var tracked = await worker.SubmitAsync(form, $"{release}/asks/public-recognition/track", [("Form.Type", "CT-ITV-FOLLOWUP"), ("Form.SentOn.Year", "2016")]);
        var address = tracked.Headers.Location!.OriginalString;
        using var replied = await worker.SubmitAsync(
            await worker.OpenAsync($"{address}/reply"), $"{address}/reply", [("Form.ReceivedOn.Year", "2017"), ("Form.Code", "0301"), ("Form.Substance", "It denies the campaign"), ("Form.Grade", "E"), ("Form.GradeReason", "It rejects what was asked")]);

        var shown = (await worker.OpenAsync(release)).QuerySelector("#public-recognition")!.TextContent;
        Assert.Contains("Denied the facts", shown, StringComparison.Ordinal);
        Assert.Contains("graded E", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state=lost")]
    [InlineData("type=x")]
    [InlineData("grade=F")]
    [InlineData("whose=theirs")]
    [InlineData("page=x")]
    [InlineData("sate=overdue")]
    public async Task A_list_that_cannot_be_understood_is_refused_in_words(string query)
    {
        var (worker, _) = await LoggedAsync();

        using var refused = await worker.GetAsync($"/interventions?{query}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull((await Browser.ReadAsync(refused)).QuerySelector(".error-summary"));
    }

    private async Task<(Browser Worker, string Number)> LoggedAsync()
    {
        _worker = await site.SignInAsync(Role.CaseWorker, await site.FoundTeamAsync());
        return (_worker.Browser, (await site.SendAsync(_worker.Actor, AnIncident())).Value);
    }

    private async Task<(Browser Worker, string Address)> AskedAsync()
    {
        var (worker, number) = await LoggedAsync();
        var asked = await site.SendAsync(_worker!.Actor, new RecordIntervention(Guid.CreateVersion7(), number, null, new InterventionInput("UA", "The ministry", new DateInput(2026, 3, 10), null, null, null)));
        Assert.Empty(asked.Refusals);
        return (worker, $"/interventions/{asked.Value.Value}");
    }
}
