using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseTracker.Domain.Access;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Incidents;

public sealed partial class LogIncidentPageTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Address = "/incidents/log";

    internal static readonly (string Name, string? Value)[] SixEssentials =
    [
        ("Form.Victims[0].IsUnknown", "true"),
        ("Form.Acts[0].Code", "CT-STG-1"),
        ("Form.StartedOn.Month", "3"),
        ("Form.StartedOn.Year", "2016"),
        ("Form.State", "MX-CMX"),
        ("Form.Sources[0].Material", "CT-MAT-1"),
        ("Form.Consent", "C1"),
    ];

    public static TheoryData<string> TextFields =>
    [
        "Form.Title", "Form.Narrative", "Form.Municipality", "Form.Victims[0].Name", "Form.Victims[0].Aliases", "Form.Victims[0].Contact",
        "Form.Perpetrators[0].Description", "Form.Sources[0].Description", "Form.Key", "Form.Country", "Form.State", "Form.Consent",
        "Form.Acts[0].Code", "Form.Perpetrators[0].Perpetrator", "Form.Victims[0].Kind",
    ];

    [Fact]
    public async Task Six_essentials_are_enough()
    {
        var browser = await CaseWorkerAsync();

        var answer = await browser.PostFormAsync(Address, [.. SixEssentials, ("do", "log")]);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Matches("^/incidents/CT-[0-9]{4}-[0-9]{5}$", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Names_every_essential_that_is_missing_and_keeps_what_was_typed()
    {
        var browser = await CaseWorkerAsync();

        var answer = await browser.PostFormAsync(Address, [("Form.Title", "Threats at the gate"), ("do", "log")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        var targets = page.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains("#Form_Victims", targets);
        Assert.Contains("#Form_Acts", targets);
        Assert.Contains("#Form_Sources", targets);
        Assert.Contains("#Form_Consent", targets);
        Assert.Equal("Threats at the gate", page.QuerySelector<IHtmlInputElement>("[name='Form.Title']")!.Value);
        Assert.All(targets, target => Assert.NotNull(page.QuerySelector($"[id='{target![1..]}']")));
    }

    [Fact]
    public async Task A_row_is_added_without_scripts_and_everything_typed_is_still_there()
    {
        var browser = await CaseWorkerAsync();

        var answer = await browser.PostFormAsync(Address, [("Form.Victims[0].Name", "Xóchitl Ramos"), ("Form.StartedOn.Year", "20x6"), ("do", "add-victim")]);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var page = await browser.OpenAsync(answer.Headers.Location!.OriginalString);
        Assert.Equal("Xóchitl Ramos", page.QuerySelector<IHtmlInputElement>("[name='Form.Victims[0].Name']")!.Value);
        Assert.Equal("20x6", page.QuerySelector<IHtmlInputElement>("[name='Form.StartedOn.Year']")!.Value);
        Assert.NotNull(page.QuerySelector("[name='Form.Victims[1].Name']"));
    }

    [Fact]
    public async Task An_act_for_somebody_who_was_removed_asks_whom_it_was_for()
    {
        var browser = await CaseWorkerAsync();
        var two = (await browser.PostFormAsync(Address, [("Form.Victims[0].Name", "Rufina Cano"), ("do", "add-victim")])).Headers.Location!.OriginalString;
        (string, string?)[] typed = [("Form.Victims[1].Name", "Ofelia Cano"), ("Form.Acts[0].Victim", "0"), .. SixEssentials.Skip(1)];

        var removed = await browser.SubmitAsync(await browser.OpenAsync(two), two, [.. typed, ("do", "remove-victim-0")]);
        var page = await browser.OpenAsync(removed.Headers.Location!.OriginalString);
        Assert.Equal("Ofelia Cano", page.QuerySelector<IHtmlInputElement>("[name='Form.Victims[0].Name']")!.Value);
        var refused = await browser.SubmitAsync(page, two, [("do", "log")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        page = await Browser.ReadAsync(refused);
        Assert.Equal(["#Form_Acts_0__Victim"], page.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")));
        var logged = await browser.SubmitAsync(page, two, [("Form.Acts[0].Victim", "0"), ("do", "log")]);
        Assert.Equal(HttpStatusCode.Found, logged.StatusCode);
    }

    [Fact]
    public async Task Details_of_a_victim_without_a_name_are_kept_when_the_name_is_asked_for()
    {
        var browser = await CaseWorkerAsync();

        var answer = await browser.PostFormAsync(Address, [("Form.Victims[0].Gender", "CT-GEN-F"), ("Form.Victims[0].AgeBand", "CT-AGE-30-44"), ("Form.Victims[0].Profiles", "CT-PRF-PRESS"), .. SixEssentials.Skip(1), ("do", "log")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        Assert.Equal(["#Form_Victims_0__Name"], page.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")));
        Assert.Equal("CT-GEN-F", page.QuerySelector<IHtmlSelectElement>("[name='Form.Victims[0].Gender']")!.Value);
        Assert.Equal("CT-AGE-30-44", page.QuerySelector<IHtmlSelectElement>("[name='Form.Victims[0].AgeBand']")!.Value);
        Assert.NotNull(page.QuerySelector("[name='Form.Victims[0].Profiles'][value='CT-PRF-PRESS'][checked]"));
        Assert.Equal(HttpStatusCode.Found, (await browser.SubmitAsync(page, Address, [("Form.Victims[0].IsUnknown", "true"), ("do", "log")])).StatusCode);
    }

    [Fact]
    public async Task The_same_form_sent_twice_logs_one_incident()
    {
        var browser = await CaseWorkerAsync();
        var page = await browser.OpenAsync(Address);

        var first = await browser.SubmitAsync(page, Address, [.. SixEssentials, ("do", "log")]);
        var second = await browser.SubmitAsync(page, Address, [.. SixEssentials, ("do", "log")]);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("01890000-0000-7000-8000-000000000001")]
    public async Task A_draft_that_is_none_is_not_found(string key) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await CaseWorkerAsync()).GetAsync($"{Address}?draft={key}")).StatusCode);

    [Fact]
    public async Task A_draft_is_its_writers_alone()
    {
        var writer = await CaseWorkerAsync();
        var draft = (await writer.PostFormAsync(Address, [("Form.Title", "Unfinished"), ("do", "save")])).Headers.Location!.OriginalString;
        var colleague = await CaseWorkerAsync();

        Assert.Equal(HttpStatusCode.OK, (await writer.GetAsync(draft)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(draft)).StatusCode);
    }

    [Fact]
    public async Task A_draft_is_discarded_after_one_question()
    {
        var writer = await CaseWorkerAsync();
        var draft = (await writer.PostFormAsync(Address, [("Form.Title", "Unfinished"), ("do", "save")])).Headers.Location!.OriginalString;
        var colleague = await CaseWorkerAsync();
        var question = (await writer.OpenAsync("/today")).QuerySelector("main a[href*='/incidents/log/discard']")!.GetAttribute("href")!;
        Assert.NotNull((await writer.OpenAsync(Address)).QuerySelector($"main a[href='{question}']"));

        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(question)).StatusCode);
        var discarded = await writer.PostFormAsync(question, []);

        Assert.Equal("/today", discarded.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await writer.GetAsync(draft)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await writer.GetAsync(question)).StatusCode);
    }

    [Fact]
    public async Task Drafts_are_listed_at_the_same_time_everywhere()
    {
        var writer = await CaseWorkerAsync();
        await writer.PostFormAsync(Address, [("Form.Title", "Unfinished"), ("do", "save")]);

        var onToday = (await writer.OpenAsync("/today")).QuerySelector("main a[href*='log?draft=']")!.TextContent;
        var onLog = (await writer.OpenAsync(Address)).QuerySelector("main a[href*='log?draft=']")!.TextContent;

        Assert.Matches("[0-9]{2}:[0-9]{2} UTC−6", onToday);
        Assert.Equal(Time().Match(onToday).Value, Time().Match(onLog).Value);
    }

    [Fact]
    public async Task What_is_typed_is_kept_while_writing()
    {
        var browser = await CaseWorkerAsync();
        var page = await browser.OpenAsync(Address);
        var token = page.QuerySelector<IHtmlInputElement>("#log-form [name='__RequestVerificationToken']")!.Value;
        var key = page.QuerySelector<IHtmlInputElement>("[name='Form.Key']")!.Value;

        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Form.Key", key), new("Form.Title", "Half a sentence")]);
        var saved = await browser.Http.PostAsync(new Uri("/incidents/log?handler=Autosave", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var again = await browser.OpenAsync($"/incidents/log?draft={key}");
        Assert.Equal("Half a sentence", again.QuerySelector<IHtmlInputElement>("[name='Form.Title']")!.Value);
    }

    [Theory]
    [MemberData(nameof(TextFields))]
    public async Task No_text_in_any_field_is_a_fault(string field)
    {
        var browser = await CaseWorkerAsync();
        foreach (var name in BadInputs.TextNames)
        {
            var page = await browser.OpenAsync(Address);
            var text = BadInputs.Text(name);

            var answer = await browser.SubmitAsync(page, Address, [.. SixEssentials.Where(f => f.Name != field), (field, text), ("do", "log")]);

            Assert.True((int)answer.StatusCode is 302 or (>= 400 and < 500), $"{name} in {field} answered {(int)answer.StatusCode}.");
            if (answer.StatusCode == HttpStatusCode.UnprocessableEntity)
            {
                var body = await Browser.ReadAsync(answer);
                Assert.NotNull(body.QuerySelector(".error-summary"));
                Assert.Empty(body.QuerySelectorAll("main script, main svg[onload]"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(BadInputs.Dates), MemberType = typeof(BadInputs))]
    public async Task A_date_that_cannot_be_is_refused_and_kept_as_typed(string name)
    {
        var browser = await CaseWorkerAsync();
        var (_, day, month, year) = BadInputs.Date(name);
        (string, string?)[] date = [("Form.StartedOn.Day", day), ("Form.StartedOn.Month", month), ("Form.StartedOn.Year", year)];

        var answer = await browser.PostFormAsync(Address, [.. SixEssentials.Where(f => !f.Name.StartsWith("Form.StartedOn", StringComparison.Ordinal)), .. date, ("do", "log")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        Assert.Contains("#Form_StartedOn", page.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")));
        Assert.Equal(day, page.QuerySelector<IHtmlInputElement>("[name='Form.StartedOn.Day']")!.Value);
        Assert.Equal(year, page.QuerySelector<IHtmlInputElement>("[name='Form.StartedOn.Year']")!.Value);
    }

    [Fact]
    public async Task What_the_form_does_not_offer_cannot_be_set()
    {
        var worker = await app.SignInAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var page = await worker.Browser.OpenAsync(Address);
        var form = page.QuerySelector<IHtmlFormElement>("#log-form")!;
        var token = form.QuerySelector<IHtmlInputElement>("[name='__RequestVerificationToken']")!.Value;
        var other = await app.FoundTeamAsync();
        List<KeyValuePair<string, string>> fields =
        [
            new("__RequestVerificationToken", token), new("do", "log"), new("Form.Country", "MX"), new("Form.Priority", "CT-PRI-NORMAL"), new("Form.Number", "CT-1999-00001"), new("Form.OwnerId", Guid.NewGuid().ToString()),
            new("Form.Verification", "V3"), new("Form.HighestStage", "J7"), new("Form.IsDemonstration", "true"), new("Screen.Teams[0].Name", "x"),
            .. SixEssentials.Select(f => KeyValuePair.Create(f.Name, f.Value!)),
        ];

        using var content = new FormUrlEncodedContent(fields);
        var logged = await worker.Browser.Http.PostAsync(new Uri(Address, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Found, logged.StatusCode);
        Assert.DoesNotContain("1999", logged.Headers.Location!.OriginalString);

        using var elsewhere = new FormUrlEncodedContent([.. fields, new("Form.Team", other.Value.ToString())]);
        var refused = await worker.Browser.Http.PostAsync(new Uri(Address, UriKind.Relative), elsewhere);
        Assert.NotEqual(HttpStatusCode.Found, refused.StatusCode);
    }

    [GeneratedRegex("[0-9]{2}:[0-9]{2} UTC.*")]
    private static partial Regex Time();

    private async Task<Browser> CaseWorkerAsync() => (await app.SignInAsync(Role.CaseWorker, await app.FoundTeamAsync())).Browser;
}
