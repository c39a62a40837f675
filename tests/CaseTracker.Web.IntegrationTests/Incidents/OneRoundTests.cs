using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseTracker.Application.Incidents;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Incidents;

/// <summary>Whatever is wrong with a form is said at once, at each question, and in words that fit it.</summary>
public sealed class OneRoundTests(IncidentSite site) : IClassFixture<IncidentSite>
{
    [Theory]
    [InlineData("\u0007")]
    [InlineData("long")]
    [InlineData("")]
    public async Task A_hand_over_to_nobody_for_a_bad_reason_is_wrong_twice(string reason)
    {
        var typed = reason == "long" ? new string('x', 300_000) : reason;

        Assert.Equal(["#Form_Owner", "#Form_Reason"], await WrongAsync("/assign", ("Form.Reason", typed)));
    }

    [Theory]
    [InlineData("XX-000")]
    [InlineData("on record")]
    public async Task A_pseudonym_and_a_name_are_wrong_together_with_all_the_rest(string pseudonym)
    {
        var known = (await site.App.SendAsync(site.Worker.Actor, new GetPeople(site.Number))).Value[0].Pseudonym;
        var typed = pseudonym == "on record" ? known : pseudonym;

        var wrong = await WrongAsync("/people/add", ("Form.Pseudonym", typed), ("Form.Name", "Somebody"), ("Form.Gender", "no such gender"));

        Assert.Contains("#Form_Name", wrong);
        Assert.Contains("#Form_Gender", wrong);
        Assert.Equal(pseudonym == "XX-000", wrong.Contains("#Form_Pseudonym"));
    }

    [Theory]
    [InlineData("/move", "Workflow")]
    [InlineData("/verify", "Verification")]
    [InlineData("/assign", "Owner")]
    [InlineData("/acts/add", "Victim")]
    [InlineData("/access", "Level")]
    public async Task A_choice_that_was_not_made_is_marked_as_wrong(string form, string choice)
    {
        var page = await Browser.ReadAsync(await site.Worker.Browser.PostFormAsync(site.Address(form), [($"Form.{choice}", null)]));

        var group = page.QuerySelector($"fieldset#Form_{choice}")!;
        Assert.Equal(("radiogroup", "true", "true"), (group.GetAttribute("role"), group.GetAttribute("aria-invalid"), group.GetAttribute("aria-required")));
        Assert.NotNull(page.QuerySelector($"#Form_{choice}[aria-describedby~='Form_{choice}-error']"));
    }

    [Theory]
    [InlineData("/move", "Workflow")]
    [InlineData("/verify", "Verification")]
    public async Task A_choice_that_is_not_offered_is_not_called_missing(string form, string choice)
    {
        var page = await Browser.ReadAsync(await site.Worker.Browser.PostFormAsync(site.Address(form), [($"Form.{choice}", "nonsense")]));
        var missing = await Browser.ReadAsync(await site.Worker.Browser.PostFormAsync(site.Address(form), [($"Form.{choice}", null)]));

        Assert.Contains("Choose one of the entries of the list.", page.QuerySelector($"#Form_{choice}-error")!.TextContent);
        Assert.Contains("Please fill this in.", missing.QuerySelector($"#Form_{choice}-error")!.TextContent);
    }

    [Theory]
    [InlineData("/edit", "Form.")]
    [InlineData("/acts/add", "Form.Acts[0].")]
    [InlineData("/sources/add", "Form.Sources[0].")]
    [InlineData("/perpetrators/add", "Form.Perpetrators[0].")]
    [InlineData("/people/add", "Form.Victims[0].")]
    public async Task What_is_asked_when_logging_is_asked_in_the_same_words_later(string form, string prefix)
    {
        foreach (var language in new[] { "en", "es" })
        {
            var (log, later) = (await InAsync(language, "/incidents/log"), await InAsync(language, site.Address(form)));
            var shared = Questions(later).Where(q => Questions(log).ContainsKey(prefix + q.Key["Form.".Length..])).ToList();

            Assert.True(shared.Count >= 4, $"{form} shares hardly a question with the log form.");
            Assert.All(shared, q => Assert.Equal((q.Key, q.Value), (q.Key, Questions(log)[prefix + q.Key["Form.".Length..]])));
        }
    }

    /// <summary>Name of each question and what it is called, without whether it may be left empty.</summary>
    private static Dictionary<string, string> Questions(IHtmlDocument page)
    {
        var questions = new Dictionary<string, string>();
        foreach (var field in page.QuerySelectorAll("main .field"))
        {
            var name = field.QuerySelector("[name^='Form.']")?.GetAttribute("name");
            var label = field.QuerySelector(".field-label, .form-check-label");
            label?.QuerySelector(".field-optional")?.Remove();
            if (name is not null && label is not null)
            {
                questions[name] = label.TextContent.Trim();
            }
        }

        return questions;
    }

    private async Task<IHtmlDocument> InAsync(string language, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await site.Worker.Browser.Http.SendAsync(request);
        return await Browser.ReadAsync(answer);
    }

    private async Task<IReadOnlyList<string?>> WrongAsync(string form, params (string, string?)[] typed)
    {
        var answer = await site.Worker.Browser.PostFormAsync(site.Address(form), typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return [.. (await Browser.ReadAsync(answer)).QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href"))];
    }
}
