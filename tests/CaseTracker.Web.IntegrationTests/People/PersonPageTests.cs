using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.People;

public sealed class PersonPageTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task Draws_what_was_done_as_exactly_as_it_is_dated_and_says_the_same_in_a_table()
    {
        var (worker, person, numbers) = await TwiceAsync();

        var page = await worker.Browser.OpenAsync($"/people/{person}");

        var drawing = page.QuerySelector("svg.pattern")!;
        Assert.All(drawing.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEmpty(page.GetElementById(id)!.TextContent));
        Assert.Equal((1, 1), (drawing.QuerySelectorAll(".pattern-day").Length, drawing.QuerySelectorAll(".pattern-span").Length));
        var table = page.QuerySelector("section[aria-labelledby=pattern-heading] table")!;
        Assert.Equal([numbers[1], numbers[0]], table.QuerySelectorAll("a.number").Select(a => a.TextContent));
        Assert.Contains("2026, month unknown", table.TextContent);
    }

    [Fact]
    public async Task Every_count_leads_to_what_it_counts()
    {
        var (worker, person, numbers) = await TwiceAsync();

        var row = (await worker.Browser.OpenAsync("/people")).QuerySelectorAll("main tbody tr").Single(r => r.QuerySelector("th a")!.GetAttribute("href")!.EndsWith(person, StringComparison.Ordinal));
        var count = row.QuerySelector("a[data-count]")!;
        var list = await worker.Browser.OpenAsync(count.GetAttribute("href")!);

        Assert.Equal("2", count.GetAttribute("data-count"));
        Assert.Equal(numbers.Order(), list.QuerySelectorAll("main tbody th a").Select(a => a.TextContent).Order());
        Assert.Contains(row.QuerySelector("th a")!.TextContent, list.QuerySelector(".chips")!.TextContent);
    }

    [Fact]
    public async Task Neither_a_name_nor_a_pseudonym_is_in_an_address_or_a_title()
    {
        var (worker, person, _) = await TwiceAsync();

        var page = await worker.Browser.OpenAsync($"/people/{person}");
        var pseudonym = page.QuerySelector("h1")!.TextContent;
        var found = await worker.Browser.PostFormAsync("/people", [("text", "Tzompantzi")]);

        Assert.DoesNotContain(pseudonym, page.Title);
        Assert.DoesNotContain(page.QuerySelectorAll("[href]"), a => a.GetAttribute("href")!.Contains(pseudonym, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.Found, found.StatusCode);
        Assert.DoesNotContain("Tzompantzi", found.Headers.Location!.OriginalString, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(pseudonym, (await worker.Browser.OpenAsync(found.Headers.Location.OriginalString)).QuerySelector("main tbody")!.TextContent);
    }

    [Fact]
    public async Task The_timeline_is_filtered_by_its_link_and_a_link_that_makes_no_sense_is_told_so()
    {
        var (worker, person, numbers) = await TwiceAsync();

        var work = await worker.Browser.OpenAsync($"/people/{person}?show=Work&show=nonsense");
        using var wrong = await worker.Browser.GetAsync($"/people/{person}?page=2");

        Assert.All(work.QuerySelectorAll(".timeline > li"), entry => Assert.Equal("is-work", entry.ClassName!.Trim()));
        Assert.Equal(numbers.Order(), work.QuerySelectorAll(".timeline a").Select(a => a.TextContent).Distinct().Order());
        Assert.Equal(["Work"], work.QuerySelectorAll<IHtmlInputElement>("input[name=show]").Where(i => i.IsChecked).Select(i => i.Value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.NotEmpty((await Browser.ReadAsync(wrong)).QuerySelectorAll(".error-summary li"));
    }

    [Theory]
    [InlineData("en", "Moved from intake to triage, because: Read twice")]
    [InlineData("es", "Pasó de «recepción» a «valoración inicial», porque: Read twice")]
    public async Task A_change_of_state_is_one_sentence_on_the_timeline_and_in_history(string language, string sentence)
    {
        var (worker, _, numbers) = await TwiceAsync();
        Assert.Empty((await app.SendAsync(worker.Actor, new MoveIncident(numbers[0], 1, Workflow.Triage, "Read twice"))).Refusals);

        foreach (var tab in (string[])["timeline", "history"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/incidents/{numbers[0]}/{tab}");
            request.Headers.AcceptLanguage.ParseAdd(language);
            using var answer = await worker.Browser.Http.SendAsync(request);
            Assert.Contains(sentence, (await Browser.ReadAsync(answer)).QuerySelectorAll(".timeline .prose").Select(p => p.TextContent));
        }
    }

    private async Task<(SignedIn Worker, string Person, IReadOnlyList<string> Numbers)> TwiceAsync()
    {
        var worker = await app.SignInAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var first = (await app.SendAsync(worker.Actor, Build.AnIncident() with { Victims = [Build.AVictim("Yareli Tzompantzi Cuautle")] })).Value;
        var person = (await app.SendAsync(worker.Actor, new GetPeople(first))).Value[0].Person!.Value;
        var inTheYear = Build.TheFacts() with { StartedOn = new DateInput(2026, null, null) };
        var second = (await app.SendAsync(worker.Actor, Build.AnIncident() with { Incident = inTheYear, Victims = [Build.Known(person)] })).Value;
        return (worker, person.Value.ToString(), [first, second]);
    }
}
