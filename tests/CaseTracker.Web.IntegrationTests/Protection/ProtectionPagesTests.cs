using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseTracker.Domain.Access;
using CaseTracker.Testing.Web;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Web.IntegrationTests.Protection;

public sealed class ProtectionPagesTests(WebApp site) : IClassFixture<WebApp>
{
    [Fact]
    public async Task Shows_the_band_in_words_in_the_header_of_every_tab_and_an_expired_one_as_expired()
    {
        var (worker, number) = await LoggedAsync();
        Assert.Contains("Not assessed", await HeadAsync(worker, number), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await AssessAsync(worker, number, ("Form.ValidUntil", "2026-06-01"))).StatusCode);
        Assert.Contains("High", await HeadAsync(worker, number), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await AssessAsync(worker, number, ("Form.AssessedOn", "2026-02-10"), ("Form.ValidUntil", "2026-03-15"))).StatusCode);
        Assert.Contains("High", await HeadAsync(worker, number), StringComparison.Ordinal);

        var (other, expired) = await LoggedAsync();
        Assert.Equal(HttpStatusCode.Found, (await AssessAsync(other, expired, ("Form.AssessedOn", "2026-02-10"), ("Form.ValidUntil", "2026-03-15"))).StatusCode);
        var head = await HeadAsync(other, expired);
        Assert.Contains("The assessment has expired", head, StringComparison.Ordinal);
        Assert.DoesNotContain("High risk", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_assessment_keeps_all_that_was_typed_and_chosen()
    {
        var (worker, number) = await LoggedAsync();

        using var answer = await AssessAsync(worker, number, ("Form.ValidUntil", "2029-01-01"), ("Form.Factors", "CT-RSF-ARMED"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        Assert.Contains("12 months at most", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("He knows where she lives", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Reasoning']")!.Value);
        Assert.Equal("2029-01-01", page.QuerySelector<IHtmlInputElement>("[name='Form.ValidUntil']")!.Value);
        Assert.True(page.QuerySelector<IHtmlInputElement>("[name='Form.Factors'][value='CT-RSF-ARMED']")!.IsChecked);
        Assert.True(page.QuerySelector<IHtmlInputElement>("[name='Form.Band'][value='CT-RSK-3']")!.IsChecked);
        Assert.True(page.QuerySelector<IHtmlInputElement>("[name='Form.Victim'][value='1']")!.IsChecked);
    }

    [Fact]
    public async Task Whoever_was_slower_keeps_what_was_typed_sees_the_newer_one_and_can_send_again()
    {
        var (worker, number) = await LoggedAsync();
        var url = $"/incidents/{number}/protection/assess";
        var open = await worker.Browser.OpenAsync(url);
        Assert.Equal(HttpStatusCode.Found, (await AssessAsync(worker, number, ("Form.ValidUntil", "2026-06-01"))).StatusCode);

        using var slower = await worker.Browser.SubmitAsync(open, url, Risk(("Form.ValidUntil", "2026-07-01"), ("Form.Band", "CT-RSK-1")));

        Assert.Equal(HttpStatusCode.Conflict, slower.StatusCode);
        var page = await Browser.ReadAsync(slower);
        Assert.Contains("High risk", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("He knows where she lives", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Reasoning']")!.Value);
        using var again = await worker.Browser.SubmitAsync(page, url, [("Form.Band", "CT-RSK-1")]);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
    }

    [Fact]
    public async Task A_measure_goes_from_request_to_adequacy_and_its_delay_is_said_in_words()
    {
        var (worker, number) = await LoggedAsync();
        using var recorded = await worker.Browser.PostFormAsync($"/incidents/{number}/protection/measures/add",
            [("Form.Victim", "0"), ("Form.Mechanism", "CT-PMC-FED"), ("Form.Measure", "CT-PRM-URG-3"), ("Form.Stage", "CT-MST-REQUESTED"), ("Form.On.Day", "10"), ("Form.On.Month", "3"), ("Form.On.Year", "2026"), ("Form.Note", "Copy of the request")]);
        Assert.Equal(HttpStatusCode.Found, recorded.StatusCode);

        var page = await worker.Browser.OpenAsync($"/incidents/{number}/protection");
        Assert.Contains("4 days overdue", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Everybody in the incident", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var today = await worker.Browser.OpenAsync("/today");
        Assert.Equal("1", today.QuerySelector("a[href='/protection?state=overdue'] strong")!.TextContent);
        Assert.NotNull((await worker.Browser.OpenAsync("/protection?state=overdue")).QuerySelector($"main a[href='/incidents/{number}/protection']"));

        var step = page.QuerySelector("main a[href$='/step']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await StepAsync(worker, step, "CT-MST-REQUESTED", "11")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await StepAsync(worker, step, "CT-MST-IMPLEMENTED", "15")).StatusCode);
        using var judged = await worker.Browser.PostFormAsync(step.Replace("/step", "/adequacy", StringComparison.Ordinal),
            [("Form.Adequacy", "CT-ADQ-UNUSED"), ("Form.SaidBy", "CT-ADS-PERSON"), ("Form.On.Day", "16"), ("Form.On.Month", "3"), ("Form.On.Year", "2026"), ("Form.Reason", "They never answer at night")]);
        Assert.Equal(HttpStatusCode.Found, judged.StatusCode);

        var told = (await worker.Browser.OpenAsync($"/incidents/{number}/protection")).QuerySelector("main")!.TextContent;
        Assert.Contains("Not used", told, StringComparison.Ordinal);
        Assert.Contains("They never answer at night", told, StringComparison.Ordinal);
        Assert.DoesNotContain("overdue", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_correct_one_step_the_second_corrects_what_the_first_recorded()
    {
        var (worker, number) = await LoggedAsync();
        using var recorded = await worker.Browser.PostFormAsync($"/incidents/{number}/protection/measures/add",
            [("Form.Victim", "0"), ("Form.Mechanism", "CT-PMC-FED"), ("Form.Measure", "CT-PRM-URG-3"), ("Form.Stage", "CT-MST-REQUESTED"), ("Form.On.Month", "3"), ("Form.On.Year", "2026"), ("Form.Note", "Copy of the request")]);
        var link = (await worker.Browser.OpenAsync($"/incidents/{number}/protection")).QuerySelector("main a[href$='/step?corrects=1']")!.GetAttribute("href")!;
        var mine = await worker.Browser.OpenAsync(link);
        Assert.Equal(("CT-MST-REQUESTED", "3", "2026", "Copy of the request"), (
            mine.QuerySelector<IHtmlSelectElement>("[name='Form.Stage']")!.Value,
            mine.QuerySelector<IHtmlSelectElement>("[name='Form.On.Month']")!.Value,
            mine.QuerySelector<IHtmlInputElement>("[name='Form.On.Year']")!.Value,
            mine.QuerySelector<IHtmlTextAreaElement>("[name='Form.Note']")!.Value));
        using var first = await worker.Browser.SubmitAsync(mine, link, [("Form.Note", "Stamped copy")]);
        Assert.Equal(HttpStatusCode.Found, first.StatusCode);

        using var conflict = await worker.Browser.SubmitAsync(mine, link, [("Form.Note", "Copy by mail")]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await Browser.ReadAsync(conflict);
        Assert.Equal("2", page.QuerySelector<IHtmlSelectElement>("[name='Form.Corrects']")!.Value);
        Assert.Contains("corrects entry 2", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var again = await worker.Browser.SubmitAsync(page, link, []);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
    }

    [Fact]
    public async Task Signs_stand_on_the_summary_and_the_tab_and_are_counted_today_until_they_are_dismissed()
    {
        var (worker, number) = await LoggedAsync();
        foreach (var tab in new[] { "", "/protection" })
        {
            Assert.Contains("Consider a new risk assessment", (await worker.Browser.OpenAsync($"/incidents/{number}{tab}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal("1", (await worker.Browser.OpenAsync("/today")).QuerySelector("a[href='/protection/signs'] strong")!.TextContent);
        var dismiss = (await worker.Browser.OpenAsync($"/incidents/{number}")).QuerySelector("main a[href*='/signs?sign=']")!.GetAttribute("href")!;
        using var refused = await worker.Browser.PostFormAsync(dismiss, [("Form.Reason", " ")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var dismissed = await worker.Browser.PostFormAsync(dismiss, [("Form.Reason", "He is in prison")]);
        Assert.Equal(HttpStatusCode.Found, dismissed.StatusCode);

        var page = (await worker.Browser.OpenAsync($"/incidents/{number}/protection")).QuerySelector("main")!.TextContent;
        Assert.Contains("He is in prison", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Consider a new risk assessment", page, StringComparison.Ordinal);
        Assert.Equal("0", (await worker.Browser.OpenAsync("/today")).QuerySelector("a[href='/protection/signs'] strong")!.TextContent);
    }

    private static async Task<string> HeadAsync(SignedIn worker, string number) => (await worker.Browser.OpenAsync($"/incidents/{number}/timeline")).QuerySelector(".incident-marks")!.TextContent;

    private static Task<HttpResponseMessage> StepAsync(SignedIn worker, string step, string stage, string day) => worker.Browser.PostFormAsync(
        step, [("Form.Stage", stage), ("Form.On.Day", day), ("Form.On.Month", "3"), ("Form.On.Year", "2026"), ("Form.Note", "She called")]);

    private static Task<HttpResponseMessage> AssessAsync(SignedIn worker, string number, params (string Name, string? Value)[] more) => worker.Browser.PostFormAsync($"/incidents/{number}/protection/assess", Risk(more));

    private static List<(string Name, string? Value)> Risk(params (string Name, string? Value)[] more)
    {
        (string Name, string? Value)[] usual = [("Form.Victim", "1"), ("Form.Method", "CT-RSM-TVC"), ("Form.Band", "CT-RSK-3"), ("Form.Reasoning", "He knows where she lives")];
        return [.. usual.Where(u => more.All(m => m.Name != u.Name)), .. more];
    }

    private async Task<(SignedIn Worker, string Number)> LoggedAsync()
    {
        var worker = await site.SignInAsync(Role.CaseWorker, await site.FoundTeamAsync());
        return (worker, (await site.SendAsync(worker.Actor, AnIncident())).Value);
    }
}
