using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseTracker.Domain.Access;
using CaseTracker.Testing.Web;
using CaseTracker.Web.IntegrationTests.Incidents;

namespace CaseTracker.Web.IntegrationTests.Forms;

/// <summary>Language and colours are chosen in the middle of a form without losing a letter of it, and without sending it.</summary>
public sealed class DisplayChoiceTests(IncidentSite site) : IClassFixture<IncidentSite>
{
    private const string Log = "/incidents/log";

    public static TheoryData<string> Forms =>
    [
        "/edit", "/move", "/verify", "/assign", "/sources/add", "/perpetrators/add", "/acts/add", "/people/add", "/people/{person}/edit",
        "/justice/open", "/justice/{path}/stage", "/justice/{path}/investigation", "/justice/{path}/details", "/follow-ups", "/access",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_comes_back_in_the_other_language_as_it_was_typed(string form)
    {
        var (browser, address) = (site.Worker.Browser, site.Address(form));
        var spanish = await Browser.ReadAsync(await browser.GetAsync(address)) is var page && page.DocumentElement.GetAttribute("lang") == "es";
        var typed = Typed(FormOf(page));

        var answer = await browser.SubmitAsync(page, address, [.. typed, ("display", spanish ? "language-en" : "language-es")]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var again = await Browser.ReadAsync(answer);
        Assert.Equal(spanish ? "en" : "es", again.DocumentElement.GetAttribute("lang"));
        Assert.Equal(typed.Order(), Standing(FormOf(again)).Order());
        Assert.Empty(again.QuerySelectorAll(".error-summary, [aria-invalid]"));
        Assert.Equal(spanish ? "en" : "es", (await browser.OpenAsync("/today")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Nothing_of_it_is_stored()
    {
        var (browser, address) = (site.Worker.Browser, site.Address("/edit"));

        await browser.PostFormAsync(address, [("Form.Title", "Only half a title"), ("display", "theme-dark")]);

        Assert.NotEqual("Only half a title", (await browser.OpenAsync(address)).QuerySelector<IHtmlInputElement>("[name='Form.Title']")!.Value);
    }

    [Fact]
    public async Task Colours_hold_for_the_form_that_comes_back()
    {
        var browser = site.Worker.Browser;

        var dark = await Browser.ReadAsync(await browser.PostFormAsync(site.Address("/edit"), [("display", "theme-dark")]));
        var light = await Browser.ReadAsync(await browser.SubmitAsync(dark, site.Address("/edit"), [("display", "theme-light")]));

        Assert.Equal(("dark", "light"), (dark.DocumentElement.GetAttribute("data-bs-theme"), light.DocumentElement.GetAttribute("data-bs-theme")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_incident_being_logged_becomes_a_draft_and_goes_on_in_the_other_language(bool refusedBefore)
    {
        var browser = (await site.App.SignInAsync(Role.CaseWorker, await site.App.FoundTeamAsync())).Browser;
        (string, string?)[] typed = [("Form.Victims[0].Name", "Xóchitl Ramos"), ("Form.StartedOn.Year", "20x6"), ("Form.Narrative", "Half a sen")];
        var page = refusedBefore ? await Browser.ReadAsync(await browser.PostFormAsync(Log, [.. typed, ("do", "log")])) : await browser.OpenAsync(Log);

        var answer = await browser.SubmitAsync(page, Log, [.. refusedBefore ? [] : typed, ("display", "language-es")]);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith("/incidents/log?draft=", answer.Headers.Location!.OriginalString);
        var again = await browser.OpenAsync(answer.Headers.Location!.OriginalString);
        Assert.Equal("es", again.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Xóchitl Ramos", again.QuerySelector<IHtmlInputElement>("[name='Form.Victims[0].Name']")!.Value);
        Assert.Equal("20x6", again.QuerySelector<IHtmlInputElement>("[name='Form.StartedOn.Year']")!.Value);
        Assert.Equal("Half a sen", again.QuerySelector<IHtmlTextAreaElement>("[name='Form.Narrative']")!.Value);
    }

    [Fact]
    public async Task A_form_that_waits_for_its_writer_to_sign_in_again_waits_in_the_other_language_too()
    {
        var visitor = (await site.App.SignInAsync(Role.CaseWorker, await site.App.FoundTeamAsync())).Browser;
        var page = await visitor.OpenAsync(Log);
        using var signOut = new FormUrlEncodedContent([new("__RequestVerificationToken", page.QuerySelector<IHtmlInputElement>("[name='__RequestVerificationToken']")!.Value)]);
        await visitor.Http.PostAsync(new Uri("/sign-out", UriKind.Relative), signOut);
        visitor.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var lost = await Browser.ReadAsync(await visitor.SubmitAsync(page, Log, [("Form.Title", "Waiting"), ("do", "save")]));
        Assert.NotNull(lost.QuerySelector("main [name='Kept']"));

        var again = await Browser.ReadAsync(await visitor.SubmitAsync(lost, "/sign-in", [("Form.Email", "half@exam"), ("display", "language-es")]));

        Assert.Equal("es", again.DocumentElement.GetAttribute("lang"));
        Assert.Equal(lost.QuerySelector("main [name='Kept']")!.GetAttribute("value"), again.QuerySelector("main [name='Kept']")!.GetAttribute("value"));
        Assert.Equal("half@exam", again.QuerySelector<IHtmlInputElement>("[name='Form.Email']")!.Value);
    }

    [Fact]
    public async Task Enter_in_a_text_box_still_sends_the_form()
    {
        foreach (var address in new[] { Log, site.Address("/edit") })
        {
            var page = await site.Worker.Browser.OpenAsync(address);

            var first = FormOf(page).Elements.OfType<IHtmlButtonElement>().First();

            Assert.NotEqual("display", first.Name);
            Assert.Null(first.GetAttribute("formaction"));
        }
    }

    [Fact]
    public async Task Another_sites_form_chooses_nothing()
    {
        var browser = site.Worker.Browser;
        using var forged = new FormUrlEncodedContent([new("display", "theme-dark"), new("Form.Title", "x")]);

        var answer = await browser.Http.PostAsync(new Uri(site.Address("/edit"), UriKind.Relative), forged);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie => cookie.Contains("theme", StringComparison.Ordinal));
    }

    private static IHtmlFormElement FormOf(IHtmlDocument page) =>
        page.QuerySelectorAll<IHtmlFormElement>("main form[data-again]").MaxBy(f => f.Elements.Length)!;

    /// <summary>Something else in every field: text, the last choice, and what was ticked unticked.</summary>
    private static List<(string Name, string? Value)> Typed(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlTextAreaElement area:
                    area.Value = "Half a sen";
                    break;
                case IHtmlSelectElement select:
                    select.Value = select.Options[select.Options.Length - 1].Value;
                    break;
                case IHtmlInputElement { Type: "checkbox" } box:
                    box.IsChecked = !box.IsChecked;
                    break;
                case IHtmlInputElement { Type: "radio", IsDisabled: false } button:
                    button.IsChecked = form.Elements.OfType<IHtmlInputElement>().Last(e => e.Name == button.Name && !e.IsDisabled) == button;
                    break;
                case IHtmlInputElement { Type: "text" } line:
                    line.Value = "x";
                    break;
            }
        }

        return Standing(form);
    }

    private static List<(string Name, string? Value)> Standing(IHtmlFormElement form) =>
    [
        .. form.Elements.Where(e => e.GetAttribute("name") is not (null or "" or "__RequestVerificationToken" or "display")).SelectMany(e => e switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
            IHtmlInputElement input => [(e.GetAttribute("name")!, input.Value)],
            IHtmlTextAreaElement area => [(e.GetAttribute("name")!, area.Value)],
            IHtmlSelectElement select => [(e.GetAttribute("name")!, select.Value)],
            _ => Array.Empty<(string, string?)>(),
        }),
    ];
}
