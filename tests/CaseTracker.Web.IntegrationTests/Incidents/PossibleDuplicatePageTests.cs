using System.Net;
using CaseTracker.Domain.Access;
using CaseTracker.Testing.Web;
using static CaseTracker.Web.IntegrationTests.Incidents.LogIncidentPageTests;

namespace CaseTracker.Web.IntegrationTests.Incidents;

/// <summary>What the log form says of an incident, or of somebody, that may be on record already.</summary>
public sealed class PossibleDuplicatePageTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Address = "/incidents/log";

    [Fact]
    public async Task The_same_name_near_the_same_day_is_asked_about_once()
    {
        var browser = await CaseWorkerAsync();
        (string, string?)[] named = [("Form.Victims[0].Name", "Yareli Toledo Matus"), .. SixEssentials.Skip(1), ("do", "log")];
        Assert.Equal(HttpStatusCode.Found, (await browser.PostFormAsync(Address, named)).StatusCode);

        var asked = await browser.PostFormAsync(Address, named);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        var page = await Browser.ReadAsync(asked);
        Assert.NotNull(page.QuerySelector("#duplicates-title"));
        Assert.DoesNotContain("Yareli", page.QuerySelector("#duplicates")!.TextContent);
        var answer = await browser.SubmitAsync(page, Address, [("Form.DuplicatesSeen", "true"), ("do", "log")]);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task A_possible_duplicate_hides_no_other_mistake()
    {
        var browser = await CaseWorkerAsync();
        (string, string?)[] named = [("Form.Victims[0].Name", "Itzel Marcial Ruiz"), .. SixEssentials.Skip(1), ("do", "log")];
        Assert.Equal(HttpStatusCode.Found, (await browser.PostFormAsync(Address, named)).StatusCode);

        var page = await Browser.ReadAsync(await browser.PostFormAsync(Address, [.. named.Where(f => f.Item1 is not ("Form.Acts[0].Code" or "Form.Sources[0].Material" or "Form.Consent"))]));

        var errors = page.QuerySelectorAll(".error-summary a").ToDictionary(a => a.GetAttribute("href")!, a => a.TextContent);
        Assert.Equal(["#Form_Acts", "#Form_Consent", "#Form_DuplicatesSeen", "#Form_Sources"], errors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("This may be on record already. Look at the possible matches, then say that it is another incident.", errors["#Form_DuplicatesSeen"]);
    }

    [Fact]
    public async Task Somebody_of_the_same_name_alone_is_a_question_and_no_refusal()
    {
        var browser = await CaseWorkerAsync();
        (string, string?) name = ("Form.Victims[0].Name", "Citlali Pineda Osorio");
        Assert.Equal(HttpStatusCode.Found, (await browser.PostFormAsync(Address, [name, .. SixEssentials.Skip(1), ("do", "log")])).StatusCode);
        (string, string?)[] elsewhere = [name, ("Form.State", "MX-JAL"), ("Form.StartedOn.Year", "2019"), .. SixEssentials.Skip(1).Where(f => f.Name is not ("Form.State" or "Form.StartedOn.Year" or "Form.StartedOn.Month"))];

        var asked = await Browser.ReadAsync(await browser.PostFormAsync(Address, [.. elsewhere.Where(f => f.Item1 != "Form.Consent"), ("do", "log")]));
        Assert.Equal("A person of a similar name is on record", asked.QuerySelector("#duplicates-title")!.TextContent.Trim());
        Assert.NotNull(asked.QuerySelector("#duplicates [type=radio]"));
        Assert.Null(asked.QuerySelector("[name='Form.DuplicatesSeen']"));

        Assert.Equal(HttpStatusCode.Found, (await browser.PostFormAsync(Address, [.. elsewhere, ("do", "log")])).StatusCode);
    }

    [Fact]
    public async Task Of_another_team_only_that_a_restricted_record_may_match_is_said()
    {
        var first = await CaseWorkerAsync();
        (string, string?)[] named = [("Form.Victims[0].Name", "Nayeli Cruz Bautista"), .. SixEssentials.Skip(1), ("do", "log")];
        var number = (await first.PostFormAsync(Address, named)).Headers.Location!.OriginalString.Split('/')[^1];
        var stranger = await CaseWorkerAsync();

        var page = await Browser.ReadAsync(await stranger.PostFormAsync(Address, named));

        Assert.NotNull(page.QuerySelector("#duplicates-title"));
        Assert.DoesNotContain(number, page.DocumentElement.OuterHtml);
        Assert.Empty(page.QuerySelectorAll("#duplicates a, #duplicates [type=radio]"));
    }

    private async Task<Browser> CaseWorkerAsync() => (await app.SignInAsync(Role.CaseWorker, await app.FoundTeamAsync())).Browser;
}
