using System.Net;
using AngleSharp.Html.Dom;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Testing.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task Nor_is_a_name_that_the_list_of_people_is_searched_for()
    {
        using var asked = await Browser.PostFormAsync("/people", [("text", Sought), ("kind", "Individual")]);
        var address = asked.Headers.Location!.OriginalString;
        Assert.StartsWith("/people?", address, StringComparison.Ordinal);
        Assert.DoesNotContain("Itzel", Uri.UnescapeDataString(address), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Sought, ((IHtmlInputElement)(await Browser.OpenAsync(address)).QuerySelector("input[name=text]")!).Value);
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

    [Fact]
    public async Task What_the_trail_is_searched_for_is_in_no_address_and_in_the_export()
    {
        var number = (await app.SendAsync(app.Worker.Actor, CaseTracker.Testing.Build.AnIncident())).Value;
        using var asked = await app.Auditor.Browser.PostFormAsync("/audit", [("subject", number), ("from", "Itzel"), ("outcome", "Done")]);
        var address = asked.Headers.Location!.OriginalString;
        Assert.Contains("outcome=Done", address, StringComparison.Ordinal);
        Assert.DoesNotContain(number, address, StringComparison.Ordinal);
        Assert.DoesNotContain("Itzel", address, StringComparison.Ordinal);

        using var found = await app.Auditor.Browser.PostFormAsync("/audit", [("subject", number)]);
        var page = await app.Auditor.Browser.OpenAsync(found.Headers.Location!.OriginalString);
        Assert.Equal(number, ((IHtmlInputElement)page.QuerySelector("input[name=subject]")!).Value);
        Assert.Contains("Logged the incident", page.Body!.TextContent, StringComparison.Ordinal);
        var export = page.QuerySelector("a[href*='/audit/export']")!.GetAttribute("href")!;
        Assert.DoesNotContain(number, export, StringComparison.Ordinal);
        Assert.Contains(number, await (await app.Auditor.Browser.GetAsync(export)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hidden_words_need_the_key_of_the_vault_and_not_those_of_cookies()
    {
        var hidden = (await AskAsync(("text", Sought))).Split("text=~")[1].Split('&')[0];
        var box = app.Services.GetRequiredService<ISecretBox>();
        Assert.Equal(Sought, System.Text.Encoding.UTF8.GetString(box.Open("sought", WebEncoders.Base64UrlDecode(hidden))));
        var cookies = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("CaseTracker.SoughtWords.v1");
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => cookies.Unprotect(WebEncoders.Base64UrlDecode(hidden)));
    }

    private async Task<string> AskAsync(params (string Name, string? Value)[] fields)
    {
        using var answer = await Browser.PostFormAsync("/incidents", fields);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
