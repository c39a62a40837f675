using System.Net;
using CaseTracker.Application.FollowUps;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Lists;

public sealed class FollowUpFormTests(ListApp app) : IClassFixture<ListApp>
{
    private const string Due = "2026-03-20";

    [Fact]
    public async Task Plans_one_on_the_incidents_page_and_closes_it_from_the_list()
    {
        using var planned = await ScheduleAsync(("Form.Kind", "CT-FUK-CALL"), ("Form.DueOn", Due), ("Form.Note", "Ask about the file"));
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        var row = await LastAsync();

        using var closed = await app.Worker.Browser.PostFormAsync($"/follow-ups/{row}", [("Form.Do", "CT-FUO-NOTHING"), ("Form.Note", "")]);
        Assert.Equal("/follow-ups", closed.Headers.Location?.ToString());
        Assert.DoesNotContain(row, (await app.Worker.Browser.OpenAsync("/follow-ups")).Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("Nothing happened, checked", (await app.Worker.Browser.OpenAsync("/follow-ups?when=done")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_refused_postponement_with_what_was_typed()
    {
        using var planned = await ScheduleAsync(("Form.Kind", "CT-FUK-AUTH"), ("Form.DueOn", Due));
        var row = await LastAsync();

        using var refused = await app.Worker.Browser.PostFormAsync($"/follow-ups/{row}", [("Form.Do", "postpone"), ("Form.Until", "2026-03-01"), ("Form.Reason", "The office is shut")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Browser.ReadAsync(refused);
        Assert.Equal("The office is shut", page.QuerySelector("[name='Form.Reason']")!.GetAttribute("value"));
        Assert.NotEmpty(page.QuerySelectorAll(".field-error"));
    }

    [Fact]
    public async Task Marks_the_box_of_who_takes_over_when_that_is_refused()
    {
        using var planned = await ScheduleAsync(("Form.Kind", "CT-FUK-AUTH"), ("Form.DueOn", Due));
        var address = $"/follow-ups/{await LastAsync()}";

        using var refused = await app.Worker.Browser.PostFormAsync(address, [("Form.Do", "reassign"), ("Form.Assignee", "nobody")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Browser.ReadAsync(refused);
        var target = Assert.Single(page.QuerySelectorAll(".error-summary a")).GetAttribute("href")!;
        Assert.Equal("true", page.QuerySelector($"select[id='{target[1..]}']")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Shows_what_is_stored_now_to_whoever_comes_second()
    {
        using var planned = await ScheduleAsync(("Form.Kind", "CT-FUK-AUTH"), ("Form.DueOn", Due));
        var address = $"/follow-ups/{await LastAsync()}";
        var mine = await app.Worker.Browser.OpenAsync(address);
        await app.Supervisor.Browser.PostFormAsync(address, [("Form.Do", "postpone"), ("Form.Until", "2026-04-01"), ("Form.Reason", "Holy week")]);

        using var conflict = await app.Worker.Browser.SubmitAsync(mine, address, [("Form.Do", "postpone"), ("Form.Until", "2026-04-08"), ("Form.Reason", "The office is shut")]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await Browser.ReadAsync(conflict);
        var versions = page.QuerySelector(".two-versions")!.TextContent;
        Assert.Contains("Holy week", versions);
        Assert.Contains("The office is shut", versions);
        using var again = await app.Worker.Browser.SubmitAsync(page, address, [("Form.Do", "postpone")]);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
    }

    [Fact]
    public async Task Keeps_the_note_of_whoever_closes_it_second()
    {
        using var planned = await ScheduleAsync(("Form.Kind", "CT-FUK-AUTH"), ("Form.DueOn", Due));
        var address = $"/follow-ups/{await LastAsync()}";
        var mine = await app.Worker.Browser.OpenAsync(address);
        await app.Supervisor.Browser.PostFormAsync(address, [("Form.Do", "CT-FUO-DONE"), ("Form.Note", "Answered by letter")]);

        using var conflict = await app.Worker.Browser.SubmitAsync(mine, address, [("Form.Do", "CT-FUO-NOTHING"), ("Form.Note", "Nobody picked up")]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var main = (await Browser.ReadAsync(conflict)).QuerySelector("main")!.TextContent;
        Assert.Contains("Nobody picked up", main);
        Assert.Contains("Answered by letter", main);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Returns_to_no_other_site(string address)
    {
        using var planned = await ScheduleAsync(("Form.Kind", "CT-FUK-FILE"), ("Form.DueOn", Due));
        using var closed = await app.Worker.Browser.PostFormAsync($"/follow-ups/{await LastAsync()}", [("Form.Do", "CT-FUO-DONE"), ("returnTo", address)]);
        Assert.Equal("/follow-ups", closed.Headers.Location?.ToString());
    }

    [Theory]
    [MemberData(nameof(BadInputs.Texts), MemberType = typeof(BadInputs))]
    public async Task Answers_any_text(string name)
    {
        using var answer = await ScheduleAsync(("Form.Kind", "CT-FUK-CALL"), ("Form.DueOn", Due), ("Form.Note", BadInputs.Text(name)));
        Assert.True((int)answer.StatusCode is 302 or 400 or 413 or 422, $"{name}: {(int)answer.StatusCode}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-02-30")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2026-03-15")]
    [InlineData("NaN")]
    [InlineData("1e309")]
    public async Task Refuses_a_day_that_cannot_be_meant(string due)
    {
        using var answer = await ScheduleAsync(("Form.Kind", "CT-FUK-CALL"), ("Form.DueOn", due));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    private Task<HttpResponseMessage> ScheduleAsync(params (string, string?)[] fields) =>
        app.Worker.Browser.PostFormAsync($"/incidents/{app.Number}/follow-ups", fields);

    private async Task<string> LastAsync()
    {
        var open = await app.SendAsync(app.Worker.Actor, new ListFollowUps(new FollowUpFilter(), app.Number, Size: "100"));
        return open.Value.Rows.MaxBy(f => f.Id.Value)!.Id.Value.ToString("N");
    }
}
