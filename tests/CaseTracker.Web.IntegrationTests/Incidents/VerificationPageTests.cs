using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Incidents;

public sealed class VerificationPageTests(WebApp site) : IClassFixture<WebApp>
{
    private static readonly string[] EachClaim = ["Who", "What", "When", "Where", "ByWhom"];

    [Fact]
    public async Task From_one_source_to_verified_and_back_to_no_longer_supported()
    {
        var (worker, number) = await LoggedAsync();
        var address = $"/incidents/{number}";

        var refused = await worker.Browser.PostFormAsync($"{address}/verify", [("Form.Verification", "V3"), ("Form.Reason", "Sure")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var errors = (await Browser.ReadAsync(refused)).QuerySelectorAll(".error-summary li").Select(e => e.TextContent).ToList();
        Assert.Equal(5, errors.Count);
        Assert.Contains(errors, e => e.Contains("where it happened", StringComparison.Ordinal));

        await AddSourceAsync(worker, number);
        Assert.Equal(HttpStatusCode.Found, (await worker.Browser.PostFormAsync($"{address}/verification", [.. Accepted(0), .. Accepted(1), ("Form.Note", "Heard apart")])).StatusCode);
        Assert.Contains("Heard apart", (await worker.Browser.OpenAsync($"{address}/verification")).QuerySelector("[aria-labelledby=entries]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await worker.Browser.PostFormAsync($"{address}/verify", [("Form.Verification", "V3"), ("Form.Reason", "Two sources apart")])).StatusCode);
        Assert.Null(await LostAsync(worker, address));

        // The second turns out to repeat the first.
        Assert.Equal(HttpStatusCode.Found, (await worker.Browser.PostFormAsync($"{address}/verification", [("Form.Sources[1].SameOriginAs", "1")])).StatusCode);

        Assert.Equal("no longer supported", await LostAsync(worker, address));
        Assert.Contains(number, (await worker.Browser.OpenAsync("/incidents?supported=No")).QuerySelector("table.data")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A second, independent source", (await worker.Browser.OpenAsync(address)).QuerySelector("ul.missing")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_finds_on_Today_what_lost_its_support()
    {
        var (worker, number) = await LoggedAsync();
        var supervisor = await site.SignInAsync(Role.Supervisor, worker.Actor.Teams[0]);
        Assert.Null((await supervisor.Browser.OpenAsync("/today")).QuerySelector("a[href*='supported=No']"));
        await AddSourceAsync(worker, number);
        await worker.Browser.PostFormAsync($"/incidents/{number}/verification", [.. Accepted(0), .. Accepted(1)]);
        await worker.Browser.PostFormAsync($"/incidents/{number}/verify", [("Form.Verification", "V3"), ("Form.Reason", "Two sources apart")]);

        await worker.Browser.PostFormAsync($"/incidents/{number}/verification", [("Form.Sources[0].Reliability", "05")]);

        var link = (await supervisor.Browser.OpenAsync("/today")).QuerySelector("a[href*='supported=No']")!;
        Assert.StartsWith("1 ", link.TextContent, StringComparison.Ordinal);
        Assert.Contains(number, (await supervisor.Browser.OpenAsync(link.GetAttribute("href")!)).QuerySelector("table.data")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outdated_form_keeps_what_was_chosen_and_shows_what_stands_now()
    {
        var (worker, number) = await LoggedAsync();
        var address = $"/incidents/{number}/verification";
        var mine = await worker.Browser.OpenAsync(address);
        await worker.Browser.PostFormAsync(address, [("Form.Sources[0].Who", "Conflict")]);

        var conflict = await worker.Browser.SubmitAsync(mine, address, [("Form.Sources[0].What", "Accepted"), ("Form.Note", "By telephone")]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await Browser.ReadAsync(conflict);
        Assert.Equal(("Accepted", "By telephone"), (Chosen(page, "Form.Sources[0].What"), page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Note']")!.Value));
        Assert.Contains("Says otherwise", page.QuerySelector<IHtmlSelectElement>("[name='Form.Sources[0].Who']")!.Options[0].Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await worker.Browser.SubmitAsync(page, address, [])).StatusCode);
    }

    [Fact]
    public async Task Nothing_chosen_is_said_and_an_origin_that_is_not_earlier_is_refused_at_its_field()
    {
        var (worker, number) = await LoggedAsync();
        var address = $"/incidents/{number}/verification";

        var nothing = await worker.Browser.PostFormAsync(address, [("Form.Note", "Only a note")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Equal("Only a note", (await Browser.ReadAsync(nothing)).QuerySelector<IHtmlTextAreaElement>("[name='Form.Note']")!.Value);

        var itself = await worker.Browser.PostFormAsync(address, [("Form.Sources[0].SameOriginAs", "1")]);
        Assert.NotNull((await Browser.ReadAsync(itself)).QuerySelector("#Form_Sources_0__SameOriginAs-error"));
    }

    [Fact]
    public async Task Who_may_only_read_sees_what_is_supported_and_no_form()
    {
        var (worker, number) = await LoggedAsync();
        var reader = await site.SignInAsync(Role.CaseWorker, await site.FoundTeamAsync());
        Assert.Empty((await site.SendAsync(worker.Actor, new GiveAccess(number, reader.Actor.Id, GrantLevel.Read, new DateOnly(2026, 3, 30), "Interprets"))).Refusals);

        var page = await reader.Browser.OpenAsync($"/incidents/{number}/verification");

        Assert.Equal(5, page.QuerySelectorAll("[aria-labelledby=claims] tbody tr").Length);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    private static List<(string Name, string? Value)> Accepted(int source) => [.. EachClaim.Select(c => ($"Form.Sources[{source}].{c}", (string?)"Accepted"))];

    private static string? Chosen(IHtmlDocument page, string field) => page.QuerySelector<IHtmlSelectElement>($"[name='{field}']")?.Value;

    private static async Task<string?> LostAsync(SignedIn worker, string address) =>
        (await worker.Browser.OpenAsync(address)).QuerySelector(".incident-marks a.tag.due")?.TextContent.Trim();

    private static async Task AddSourceAsync(SignedIn worker, string number) =>
        Assert.Equal(HttpStatusCode.Found, (await worker.Browser.PostFormAsync($"/incidents/{number}/sources/add", [("Form.Material", "CT-MAT-1"), ("Form.Reliability", "02"), ("Form.Description", "A neighbour")])).StatusCode);

    private async Task<(SignedIn Worker, string Number)> LoggedAsync()
    {
        var worker = await site.SignInAsync(Role.CaseWorker, await site.FoundTeamAsync());
        return (worker, (await site.SendAsync(worker.Actor, Build.AnIncident())).Value);
    }
}
