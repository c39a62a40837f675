using System.Globalization;
using CaseTracker.Web.BrowserTests.Running;
using Microsoft.Playwright;

namespace CaseTracker.Web.BrowserTests.Journeys;

/// <summary>
/// What release 2 describes, as the demonstration tells it of an invented defender: she is threatened and reports it, nobody
/// investigates for 400 days, and the complaint against her comes before a judge meanwhile.
/// </summary>
[Collection(InTheBrowser.Name)]
public sealed class AccountabilityStoryTests(Desk desk)
{
    private const string MissionStatement = "mx-2017-impunity";

    // Mexico City keeps one time all year.
    private static readonly TimeSpan MexicoCity = TimeSpan.FromHours(-6);

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow().ToOffset(MexicoCity);

    [SkippableTheory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("es", true)]
    [InlineData("es", false)]
    public async Task Every_screen_tells_the_story_of_the_demonstration_truthfully(string language, bool scripts)
    {
        await using var window = await desk.SignedInAsync("caseworker", new WindowKind(language, scripts));
        var say = StoryWords.In(language);
        var page = $"/incidents/{await Desk.TheStoryAsync(window)}";
        await SeeTheIncidentAsync(window, page, say);
        await SeeJusticeAsync(window, page, say);
        await SeeItStalledAsync(window, page, say);
        await SeeItOnTodayAsync(window, page);
        await SeeWhatWasAskedAndDoneAsync(window, page, say);
        await SeeWhatSupportsItAsync(window, page, say);
        await ReadItInOrderAsync(window, $"{page}/timeline?page=all", say);
        await ReadTheReasonsAsync(window, page, say);
        await SeeThePersonAsync(window, page, say);
        await window.GoAsync($"{page}/context");
        Assert.Equal(1, await window.Page.Locator($"section[aria-labelledby=linked] a[href$='/reference/{MissionStatement}']").CountAsync());
        Assert.True(window.Complaints.Count == 0, string.Join("\n", window.Complaints));
    }

    [SkippableTheory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("es", true)]
    [InlineData("es", false)]
    public async Task What_is_stalled_is_asked_about_followed_up_and_moves_again_from_the_list(string language, bool scripts)
    {
        await using var window = await desk.SignedInAsync("caseworker", new WindowKind(language, scripts));
        var say = StoryWords.In(language);
        var campaign = new StigmatizationCampaign(window, $"stalled {language}{(scripts ? "with" : "without")}");
        await campaign.FillAsync();
        var number = await campaign.LogAsync();
        var page = $"/incidents/{number}";
        await ReportAsync(window, page);

        await window.PressAsync(await RowAsync(window, "/stalled", page, "a[href*='/interventions/add']"));
        Assert.Equal("0201", await window.ValueOfAsync("Form.Type"));
        Assert.Equal(say.FederalProsecutor, await window.ValueOfAsync("Form.Addressee"));
        await FillTodayAsync(window, "Form.SentOn");
        await window.FillAsync("Form.Summary", "What was done since the complaint?");
        await window.SendAsync();
        Assert.Equal($"{page}/interventions", window.Path);
        await SaysAsync(window.Page.Locator("main article.intervention"), say.Demand, say.FederalProsecutor, say.Awaiting);

        await window.PressAsync(await RowAsync(window, "/stalled", page, "a[href$='/follow-ups']"));
        await window.ChooseAsync("Form.Kind", "CT-FUK-FILE");
        await window.FillAsync("Form.DueOn", Now.AddDays(10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await window.PressAsync(window.Page.Locator("main .with-side > form .form-actions .btn-primary"));
        Assert.Equal(1, await window.Page.Locator("main .follow-up", new PageLocatorOptions { HasText = say.CheckTheFile }).CountAsync());

        await window.PressAsync(await RowAsync(window, "/stalled", page, "a[href$='/investigation']"));
        await window.ChooseAsync("Form.Code", "CT-INV-INTERVIEW");
        await FillTodayAsync(window, "Form.On");
        await window.SendAsync();
        Assert.Equal($"{page}/justice", window.Path);
        await SaysAsync(window.Page.Locator("main .path"), say.Since(0));
        Assert.Equal(0, await window.Page.Locator("main .path .overdue").CountAsync());
        Assert.Null(await FindRowAsync(window, "/stalled", page));
        Assert.True(window.Complaints.Count == 0, string.Join("\n", window.Complaints));
    }

    private static async Task SeeTheIncidentAsync(Window window, string page, StoryWords say)
    {
        await window.GoAsync(page);
        await SaysAsync(
            window.Page.Locator(".incident-head"), Desk.AWordOfTheStory, "V3", "J2", say.UnderInvestigation, say.HighRisk, say.CheckTheFile, say.DueInThree, say.DaysAgo(400), say.FollowUpStage);
        Assert.Equal(0, await window.Page.Locator(".incident-head", new PageLocatorOptions { HasText = "J4" }).CountAsync());
    }

    private static async Task SeeJusticeAsync(Window window, string page, StoryWords say)
    {
        await window.GoAsync($"{page}/justice");
        await SaysAsync(
            window.Page.Locator("main > .path"), say.Prosecutor, say.Stalled, say.Since(400), say.Similar, $"J2 · {say.UnderInvestigation}", "DEMO/GRO/0001", "Entrevista con la defensora, la única que consta");
        Assert.Equal(1, await window.Page.Locator("main > .path .tag.overdue").CountAsync());
        await SaysAsync(
            window.Page.Locator(".against-defender"), say.Criminalization, $"J4 · {say.Charged}", say.NextHearing, "DEMO/GRO/0002", "La empresa la denunció por despojo y motín", say.NeverJustice);
        Assert.Equal(0, await window.Page.Locator(".against-defender .tag.overdue").CountAsync());
    }

    private static async Task SeeItStalledAsync(Window window, string page, StoryWords say)
    {
        var row = await FindRowAsync(window, "/stalled?state=MX-GRO", page);
        Assert.NotNull(row);
        await SaysAsync(row, "400", say.Prosecutor, say.SinceTheLastAct);
        foreach (var next in (string[])["a[href$='/investigation']", "a[href*='/interventions/add?proceeding=']", "a[href$='/follow-ups']"])
        {
            Assert.Equal(1, await row.Locator(next).CountAsync());
        }
    }

    /// <summary>Each number of what has to be done leads to a list in which the story stands.</summary>
    private static async Task SeeItOnTodayAsync(Window window, string page)
    {
        foreach (var list in (string[])["href^='/stalled?'", "href*='hearing='", "href^='/protection?'"])
        {
            await window.GoAsync("/today");
            var figure = window.Page.Locator($".figures a[{list}]");
            Assert.NotEqual("0", await figure.Locator("strong").InnerTextAsync());
            Assert.NotNull(await FindRowAsync(window, (await figure.GetAttributeAsync("href"))!, page));
        }
    }

    private static async Task SeeWhatWasAskedAndDoneAsync(Window window, string page, StoryWords say)
    {
        await window.GoAsync($"{page}/interventions");
        await SaysAsync(window.Page.Locator("main article.intervention"), say.JointLetter, say.TokenReply, say.GradeC);
        await window.PressAsync(window.Page.Locator("main article.intervention h3 a"));
        await SaysAsync(window.Page.Locator("main"), say.TokenReply, say.GradeC, "No dice nada de la investigación ni de la protección");

        await window.GoAsync($"{page}/protection");
        await SaysAsync(window.Page.Locator("main"), say.HighRisk, say.Patrols, say.Granted, say.DaysOverdue);
        Assert.True(await window.Page.Locator("main .path .tag.overdue").CountAsync() == 1, "What was granted and not done is not marked.");
    }

    private static async Task SeeWhatSupportsItAsync(Window window, string page, StoryWords say)
    {
        await window.GoAsync($"{page}/verification");
        var claims = window.Page.Locator("section[aria-labelledby=claims] tbody tr");
        Assert.Equal(5, await claims.CountAsync());
        for (var row = 0; row < 5; row++)
        {
            await SaysAsync(claims.Nth(row), say.Enough);
            Assert.Equal(2, await claims.Nth(row).Locator("td:nth-of-type(1) a").CountAsync());
        }
    }

    private static async Task ReadItInOrderAsync(Window window, string timeline, StoryWords say)
    {
        await window.GoAsync(timeline);
        var told = string.Join('\n', await window.Page.Locator(".timeline > li").AllInnerTextsAsync());
        string[] order =
        [
            say.DeathThreat, "Copia sellada de la denuncia", "Acuerdo de inicio de la carpeta", "Acuerdo de la Junta de Gobierno", "Entrevista con la defensora", "La empresa la denunció",
            "Citatorio para que comparezca", say.JointLetter, "Auto de vinculación a proceso", say.TokenReply,
        ];
        var at = 0;
        foreach (var part in order)
        {
            var next = told.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            Assert.True(next >= 0, $"{part} is not told after what came before it:\n{told}");
            at = next;
        }

        await SaysAsync(window.Page.Locator(".timeline > li", new PageLocatorOptions { HasText = "La empresa la denunció" }), say.AgainstTheDefender);
    }

    private static async Task ReadTheReasonsAsync(Window window, string page, StoryWords say)
    {
        await window.GoAsync($"{page}/history");
        await SaysAsync(window.Page.Locator("main .timeline").First, say.MovedToInvestigation, say.VerifiedBecause);
    }

    private static async Task SeeThePersonAsync(Window window, string page, StoryWords say)
    {
        await window.GoAsync($"{page}/people");
        await window.PressAsync(window.Page.Locator("main a[href^='/people/']").First);
        await SaysAsync(window.Page.Locator("main"), say.OneThreat, say.DeathThreat, "La empresa la denunció por despojo y motín");
        Assert.Equal(1, await window.Page.Locator($"main .incident-rows a[href='{page}']").CountAsync());
    }

    /// <summary>A complaint of 2016, and nothing since.</summary>
    private static async Task ReportAsync(Window window, string page)
    {
        await window.GoAsync($"{page}/justice/open");
        await window.ChooseAsync("Form.Kind", "CT-PRC-CRIM");
        await window.ChooseAsync("Form.Authority", "CT-AUT-FGR");
        await window.ChooseAsync("Form.Stage", "J1");
        await window.FillAsync("Form.On.Year", "2016");
        await window.FillAsync("Form.Reason", "Complaint filed.");
        await window.SendAsync();
        Assert.Equal($"{page}/justice", window.Path);
        Assert.Equal(1, await window.Page.Locator("main .path .tag.overdue").CountAsync());
    }

    private static async Task FillTodayAsync(Window window, string field)
    {
        await window.FillAsync($"{field}.Day", Now.Day.ToString(CultureInfo.InvariantCulture));
        await window.ChooseAsync($"{field}.Month", Now.Month.ToString(CultureInfo.InvariantCulture));
        await window.FillAsync($"{field}.Year", Now.Year.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<ILocator> RowAsync(Window window, string list, string page, string link) =>
        (await FindRowAsync(window, list, page) ?? throw new InvalidOperationException($"{list} does not show {page}.")).Locator(link);

    /// <returns>The row of a list that speaks of the incident, on whichever page of the list it stands; null when on none.</returns>
    private static async Task<ILocator?> FindRowAsync(Window window, string list, string page)
    {
        Assert.True((await window.GoAsync(list)).Ok);
        while (true)
        {
            var row = window.Page.Locator($"main tbody tr:has(a[href^='{page}/'], a[href='{page}'])");
            if (await row.CountAsync() > 0)
            {
                return row.First;
            }

            var next = window.Page.Locator(".pager a[rel=next]");
            if (await next.CountAsync() == 0)
            {
                return null;
            }

            await window.PressAsync(next);
        }
    }

    private static async Task SaysAsync(ILocator where, params string[] words)
    {
        var text = await where.First.InnerTextAsync();
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.OrdinalIgnoreCase));
    }
}
