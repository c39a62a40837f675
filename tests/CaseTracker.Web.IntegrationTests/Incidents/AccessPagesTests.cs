using System.Net;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Incidents;

/// <summary>Naming people, handing over and breaking the glass, through the pages.</summary>
public sealed class AccessPagesTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task The_owner_names_somebody_who_then_sees_it_and_takes_it_back()
    {
        var (owner, _, number) = await LoggedAsync();
        var stranger = await app.SignInAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var access = $"/incidents/{number}/access";
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.GetAsync(access)).StatusCode);

        var given = await owner.Browser.PostFormAsync(access, [("Form.Member", stranger.Actor.Id!.Value.Value.ToString("N")), ("Form.Level", "Read"), ("Form.Reason", "Interprets at the hearing")]);
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);

        var seen = await stranger.Browser.OpenAsync(access);
        Assert.Contains("Interprets at the hearing", seen.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(seen.QuerySelectorAll("main form"));
        Assert.Empty((await stranger.Browser.OpenAsync($"/incidents/{number}")).QuerySelectorAll("main a[href$='/edit'], main a[href$='/add']"));

        Assert.Equal(HttpStatusCode.Redirect, (await owner.Browser.PostFormAsync(access, [], "revoke")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.GetAsync(access)).StatusCode);
        Assert.Contains("Interprets at the hearing", (await owner.Browser.OpenAsync($"/incidents/{number}/history")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restricted_it_is_marked_for_its_owner_and_gone_for_the_team()
    {
        var (owner, colleague, number) = await LoggedAsync();
        var access = $"/incidents/{number}/access";
        Assert.Empty((await colleague.Browser.OpenAsync(access)).QuerySelectorAll("main form"));

        Assert.Equal(HttpStatusCode.Redirect, (await owner.Browser.PostFormAsync(access, [("Circle", "Restricted")], "confidentiality")).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await colleague.Browser.GetAsync(access)).StatusCode);
        Assert.NotNull((await owner.Browser.OpenAsync($"/incidents/{number}")).QuerySelector(".incident-marks a.tag[href$='/access']"));
    }

    [Fact]
    public async Task A_colleague_is_asked_and_takes_it_over()
    {
        var (owner, colleague, number) = await LoggedAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await ProposeAsync(owner, number, colleague)).StatusCode);

        Assert.NotNull((await colleague.Browser.OpenAsync($"/incidents/{number}")).QuerySelector(".note a[href$='/hand-over']"));
        Assert.NotNull((await colleague.Browser.OpenAsync("/notices")).QuerySelector($"a[href='/incidents/{number}/hand-over']"));
        var page = await colleague.Browser.OpenAsync($"/incidents/{number}/hand-over");
        Assert.Contains("Closer to the family", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await colleague.Browser.SubmitAsync(page, $"/incidents/{number}/hand-over", [], "accept")).StatusCode);

        Assert.Equal(HttpStatusCode.Conflict, (await colleague.Browser.SubmitAsync(page, $"/incidents/{number}/hand-over", [], "accept")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.Browser.GetAsync($"/incidents/{number}/assign")).StatusCode);
    }

    [Fact]
    public async Task Handed_over_meanwhile_nothing_typed_is_lost()
    {
        var (owner, colleague, number) = await LoggedAsync();
        await ProposeAsync(owner, number, colleague);
        var form = await owner.Browser.OpenAsync($"/incidents/{number}/assign");
        await colleague.Browser.PostFormAsync($"/incidents/{number}/hand-over", [], "accept");

        var answer = await owner.Browser.SubmitAsync(form, $"/incidents/{number}/assign", [("Form.Owner", colleague.Actor.Id!.Value.Value.ToString()), ("Form.Reason", "Typed too late")]);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.NotNull((await Browser.ReadAsync(answer)).QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task The_glass_is_broken_with_a_reason_that_the_owner_reads()
    {
        var (owner, colleague, number) = await LoggedAsync();
        var person = (await app.SendAsync(owner.Actor, new GetPeople(number))).Value[0].Person!.Value.Value;
        var identity = $"/incidents/{number}/people/{person}/identity";
        Assert.Null((await owner.Browser.OpenAsync(identity)).QuerySelector("[name='Form.Reason']"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await colleague.Browser.PostFormAsync(identity, [("Form.Reason", " ")])).StatusCode);
        var opened = await Browser.ReadAsync(await colleague.Browser.PostFormAsync(identity, [("Form.Reason", "To call about the hearing")]));
        Assert.Contains("Citlali Ocampo Reyes", opened.Body!.TextContent, StringComparison.Ordinal);

        Assert.Contains("To call about the hearing", (await owner.Browser.OpenAsync($"/incidents/{number}/people")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await owner.Browser.OpenAsync("/notices")).QuerySelector($"a[href='/incidents/{number}/people']"));
        Assert.Null((await colleague.Browser.OpenAsync(identity)).QuerySelector("[name='Form.Reason']"));
    }

    [Fact]
    public async Task Somebody_named_by_pseudonym_in_an_incident_of_ones_own_is_behind_glass_there_too()
    {
        var (owner, colleague, number) = await LoggedAsync();
        var person = (await app.SendAsync(owner.Actor, new GetPeople(number))).Value[0];
        var own = (await app.SendAsync(colleague.Actor, Build.AnIncident() with { Victims = [Build.Known(person.Person!.Value)] })).Value;
        var identity = $"/incidents/{own}/people/{person.Person.Value.Value}/identity";

        var page = await colleague.Browser.OpenAsync(identity);
        Assert.Contains("whoever else answers for this person is told", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(number, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var refused = await colleague.Browser.PostFormAsync(identity, [("Form.Reason", new string('x', 501))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await Browser.ReadAsync(refused);
        Assert.Equal(501, again.QuerySelector("[name='Form.Reason']")!.TextContent.Trim().Length);
        var opened = await Browser.ReadAsync(await colleague.Browser.SubmitAsync(again, identity, [("Form.Reason", "To call about the hearing")]));
        Assert.Contains("Citlali Ocampo Reyes", opened.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Open to you until", opened.Body!.TextContent, StringComparison.Ordinal);

        Assert.Contains("To call about the hearing", (await owner.Browser.OpenAsync($"/incidents/{number}/people")).Body!.TextContent, StringComparison.Ordinal);
        var notices = await owner.Browser.OpenAsync("/notices");
        Assert.NotNull(notices.QuerySelector($"a[href='/incidents/{number}/people']"));
    }

    [Fact]
    public async Task Whatever_is_written_into_the_forms_gets_a_clear_answer()
    {
        var (owner, colleague, number) = await LoggedAsync();
        var person = (await app.SendAsync(owner.Actor, new GetPeople(number))).Value[0].Person!.Value.Value;
        await ProposeAsync(owner, number, colleague);
        (SignedIn Who, string Page, string Field, string? Handler)[] fields =
        [
            (owner, "/access", "Form.Member", null), (owner, "/access", "Form.Level", null), (owner, "/access", "Form.LastDay", null), (owner, "/access", "Form.Reason", null),
            (owner, "/access", "Circle", "confidentiality"), (owner, "/access", "Version", "confidentiality"),
            (owner, "/assign", "Form.Owner", null), (owner, "/assign", "Form.Reason", null),
            (colleague, "/hand-over", "Reason", "decline"), (colleague, "/hand-over", "HandOver", "decline"), (owner, "/hand-over", "HandOver", "withdraw"),
            (colleague, $"/people/{person}/identity", "Form.Reason", null),
        ];
        var wrong = new List<string>();
        foreach (var (who, page, field, handler) in fields)
        {
            foreach (var name in BadInputs.TextNames)
            {
                // Some texts are fine as a reason: what they did is undone, so that the next finds the same form.
                if (page == "/hand-over" && (await app.SendAsync(owner.Actor, new GetHandOver(number))).Value.Open is null)
                {
                    await ProposeAsync(owner, number, colleague);
                }

                if (field == "Form.Reason" && (await who.Browser.OpenAsync($"/incidents/{number}{page}")).QuerySelector("[name='Form.Reason']") is null)
                {
                    continue;
                }

                var answer = await who.Browser.PostFormAsync($"/incidents/{number}{page}", [(field, BadInputs.Text(name))], handler);
                if ((int)answer.StatusCode >= 500)
                {
                    wrong.Add($"{name} in {field} of {page}: {(int)answer.StatusCode}");
                }
            }
        }

        Expect.None(wrong);
        Assert.Equal(Circle.Team, (await app.SendAsync(owner.Actor, new GetAccess(number))).Value.Circle);
    }

    private static Task<HttpResponseMessage> ProposeAsync(SignedIn owner, string number, SignedIn to) =>
        owner.Browser.PostFormAsync($"/incidents/{number}/assign", [("Form.Owner", to.Actor.Id!.Value.Value.ToString()), ("Form.Reason", "Closer to the family")]);

    private async Task<(SignedIn Owner, SignedIn Colleague, string Number)> LoggedAsync()
    {
        var team = await app.FoundTeamAsync();
        var owner = await app.SignInAsync(Role.CaseWorker, team);
        return (owner, await app.SignInAsync(Role.CaseWorker, team), (await app.SendAsync(owner.Actor, Build.AnIncident())).Value);
    }
}
