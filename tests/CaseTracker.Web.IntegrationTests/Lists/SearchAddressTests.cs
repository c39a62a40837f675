using System.Net;
using AngleSharp.Html.Dom;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Lists;

/// <summary>A defender's name that somebody looks for is in no address: not in the history of a browser, not in the log of a proxy.</summary>
public sealed class SearchAddressTests(ListApp app) : IClassFixture<ListApp>
{
    private const string Sought = "Itzel Quiñones «Güera»";

    private Browser Browser => app.Worker.Browser;

    [Fact]
    public async Task A_search_leads_to_an_address_without_its_words_and_shows_them_again()
    {
        var address = await AskAsync(("text", Sought), ("stage", "none"), ("act", ""));
        Assert.StartsWith("/incidents?", address, StringComparison.Ordinal);
        Assert.Contains("stage=none", address, StringComparison.Ordinal);
        Assert.DoesNotContain("Itzel", Uri.UnescapeDataString(address), StringComparison.OrdinalIgnoreCase);

        var page = await Browser.OpenAsync(address);
        Assert.Equal(Sought, ((IHtmlInputElement)page.QuerySelector("input[name=text]")!).Value);
        var links = page.Links.OfType<IHtmlAnchorElement>().Select(a => Uri.UnescapeDataString(a.Href)).ToList();
        Assert.DoesNotContain(links, a => a.Contains("Itzel", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(links, a => a.Contains("text=~", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_in_the_box_for_a_date_is_in_no_address_either()
    {
        var address = await AskAsync(("from", "Itzel"), ("to", "2026-03"));
        Assert.DoesNotContain("Itzel", address, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("to=2026-03", address, StringComparison.Ordinal);
        using var answer = await Browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Itzel", ((IHtmlInputElement)(await Browser.ReadAsync(answer)).QuerySelector("input[name=from]")!).Value);
    }

    [Fact]
    public async Task The_same_words_lead_to_another_address_each_time() =>
        Assert.NotEqual(await AskAsync(("text", Sought)), await AskAsync(("text", Sought)));

    [Theory]
    [InlineData("~")]
    [InlineData("~QUJD")]
    [InlineData("~not base64")]
    public async Task Words_that_cannot_be_read_are_refused_and_not_left_out(string altered)
    {
        using var answer = await Browser.GetAsync($"/incidents?text={Uri.EscapeDataString(altered)}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        Assert.Contains("cannot be read", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", ((IHtmlInputElement)page.QuerySelector("input[name=text]")!).Value);
    }

    [Fact]
    public async Task Endless_words_are_refused_on_the_page()
    {
        using var answer = await Browser.GetAsync(await AskAsync(("text", new string('x', 1_000_000)), ("state", new string('y', 100_000))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    private async Task<string> AskAsync(params (string Name, string? Value)[] fields)
    {
        using var answer = await Browser.PostFormAsync("/incidents", fields);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
