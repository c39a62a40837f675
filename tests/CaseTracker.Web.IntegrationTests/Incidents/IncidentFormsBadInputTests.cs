using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Incidents;

/// <summary>Whatever is sent to a form of an incident: a clear answer, everything typed still there, and never a fault.</summary>
public sealed class IncidentFormsBadInputTests(IncidentSite site) : IClassFixture<IncidentSite>
{
    private static readonly (string Form, string[] Fields)[] Forms =
    [
        ("/edit", ["Title", "Narrative", "Municipality", "Country", "State", "Consent", "Priority", "Accusations"]),
        ("/move", ["Workflow", "Reason"]),
        ("/verify", ["Verification", "Reason"]),
        ("/verification", ["Note", "Sources[0].Who", "Sources[0].ByWhom", "Sources[0].Reliability", "Sources[0].SameOriginAs"]),
        ("/assign", ["Owner", "Reason"]),
        ("/sources/add", ["Material", "Connection", "Reliability", "Description", "SameOriginAs"]),
        ("/perpetrators/add", ["Perpetrator", "Role", "Proof", "Description"]),
        ("/acts/add", ["Victim", "Code", "Method", "Motive", "VictimState", "Right"]),
        ("/people/add", ["Pseudonym", "Name", "Aliases", "Contact", "Kind", "Gender", "AgeBand", "Profiles", "IsIndigenous", "IsUnknown"]),
        ("/people/{person}/edit", ["Gender", "AgeBand", "Profiles"]),
        ("/justice/open", ["Kind", "Authority", "Unit", "Stage", "Reason", "NotReportedReason", "Accused"]),
        ("/justice/{path}/stage", ["Stage", "Reason", "Corrects", "Reopens", "NotReportedReason", "Accused"]),
        ("/justice/{path}/investigation", ["Code", "Note", "Corrects"]),
        ("/justice/{path}/withdraw", ["Entry", "Reason"]),
        ("/justice/{path}/details", ["Authority", "Unit", "FileNumber", "Counsel", "NextHearing", "Change"]),
        ("/justice/{path}/report", ["Authority", "Reason"]),
        ("/justice/orders", ["Reason"]),
        ("/protection/assess", ["Key", "Victim", "Method", "Band", "Factors", "Reasoning", "AssessedOn", "ValidUntil"]),
        ("/protection/measures/add", ["Key", "Victim", "Mechanism", "Measure", "Stage", "Note"]),
        ("/protection/{measure}/step", ["Stage", "Note", "Corrects", "Reopens"]),
        ("/protection/{measure}/adequacy", ["Adequacy", "SaidBy", "Reason"]),
        ("/protection/signs", ["Sign", "Reason"]),
    ];

    public static TheoryData<string, string> Fields
    {
        get
        {
            var fields = new TheoryData<string, string>();
            foreach (var (form, names) in Forms)
            {
                foreach (var name in names)
                {
                    fields.Add(form, $"Form.{name}");
                }

                fields.Add(form, "Version");
            }

            return fields;
        }
    }

    public static TheoryData<string, string> Dates => new()
    {
        { "/edit", "Form.StartedOn" },
        { "/edit", "Form.EndedOn" },
        { "/acts/add", "Form.On" },
        { "/justice/open", "Form.On" },
        { "/justice/open", "Form.OrderedOn" },
        { "/justice/{path}/stage", "Form.On" },
        { "/justice/{path}/investigation", "Form.On" },
        { "/justice/{path}/details", "Form.Since" },
        { "/justice/{path}/report", "Form.On" },
        { "/protection/measures/add", "Form.On" },
        { "/protection/{measure}/step", "Form.On" },
        { "/protection/{measure}/adequacy", "Form.On" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_text_gets_a_clear_answer(string form, string field)
    {
        var address = site.Address(form);
        foreach (var name in BadInputs.TextNames)
        {
            var text = BadInputs.Text(name);
            var answer = await site.Worker.Browser.PostFormAsync(address, [(field, text)]);

            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found or (>= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError), $"{name} in {field} of {form} answered {(int)answer.StatusCode}.");
            if (answer.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict)
            {
                var page = await Browser.ReadAsync(answer);
                Assert.NotNull(page.QuerySelector(".error-summary"));
                Assert.Empty(page.QuerySelectorAll("main script, main svg[onload]"));
                AssertKept(page, field, text, name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public async Task A_date_that_no_calendar_has_is_refused_and_kept_as_typed(string form, string field)
    {
        var address = site.Address(form);
        foreach (var name in BadInputs.DateNames)
        {
            var (_, day, month, year) = BadInputs.Date(name);
            var answer = await site.Worker.Browser.PostFormAsync(address, [($"{field}.Day", day), ($"{field}.Month", month), ($"{field}.Year", year)]);

            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{name} in {field} of {form} answered {(int)answer.StatusCode}.");
            var page = await Browser.ReadAsync(answer);
            Assert.Equal((day, year), (Value(page, $"{field}.Day"), Value(page, $"{field}.Year")));
        }
    }

    [Theory]
    [InlineData("/people/00000000-0000-0000-0000-000000000001/identity")]
    [InlineData("/people/not-an-id/identity")]
    [InlineData("/justice/00000000-0000-0000-0000-000000000001/stage")]
    [InlineData("/justice/x/stage")]
    [InlineData("/history?before=9223372036854775808")]
    [InlineData("/history?before=-1")]
    [InlineData("/history?before=a&before=b")]
    [InlineData("/timeline?show=%00&show[]=x&show=-1")]
    [InlineData("/justice/{path}/stage?corrects=%3Cscript%3E")]
    [InlineData("/justice/{path}/withdraw?entry=%3Cscript%3E")]
    [InlineData("/justice/{path}/withdraw?entry=stage--1")]
    [InlineData("/justice/{path}/withdraw?entry=act-99999999999")]
    [InlineData("/protection/00000000-0000-0000-0000-000000000001/step")]
    [InlineData("/protection/{measure}/step?corrects=%3Cscript%3E")]
    [InlineData("/protection/signs?sign=%00")]
    [InlineData("%0A")]
    [InlineData("%2F..%2F..")]
    public async Task An_address_that_makes_no_sense_is_no_fault(string page) =>
        Assert.True((await site.Worker.Browser.GetAsync(site.Address(page))).StatusCode < HttpStatusCode.InternalServerError);

    /// <summary>A page holds no NUL and no lone line end inside a line, and a list only what it offers.</summary>
    private static void AssertKept(IHtmlDocument page, string field, string text, string name)
    {
        if (page.QuerySelector($"main [name='{field}']") is IHtmlTextAreaElement area)
        {
            Assert.True(Plain(area.Value) == Plain(text), $"{name} in {field} was not kept.");
        }
        else if (page.QuerySelector($"main [name='{field}']") is IHtmlInputElement { Type: "text" } input)
        {
            Assert.True(Plain(input.Value) == Plain(text), $"{name} in {field} was not kept.");
        }
    }

    private static string Plain(string text) => new([.. text.Where(c => c is not ('\0' or '\uFFFD' or '\r' or '\n'))]);

    private static string? Value(IHtmlDocument page, string field) => page.QuerySelector<IHtmlInputElement>($"[name='{field}']")?.Value;
}
