using System.Net;
using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using CaseTracker.Infrastructure.Outbox;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Web.IntegrationTests.Notices;

public sealed class NoticesPageTests(WebApp site) : IClassFixture<WebApp>
{
    [Fact]
    public async Task Shows_what_is_new_until_it_has_been_seen()
    {
        var team = await site.FoundTeamAsync();
        var supervisor = await site.SignInAsync(Role.Supervisor, team);
        var (first, second) = (await LogAsync(team), await LogAsync(team));

        var page = await supervisor.Browser.OpenAsync("/notices");
        Assert.Contains(first, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(second, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", page.QuerySelector("header a[href='/notices'] b")?.TextContent);

        var seen = await supervisor.Browser.PostFormAsync("/notices", [], handler: "seen");
        Assert.Equal((HttpStatusCode.Redirect, "/notices"), (seen.StatusCode, seen.Headers.Location?.OriginalString));
        Assert.Equal("1", (await supervisor.Browser.OpenAsync("/notices")).QuerySelector("header a[href='/notices'] b")?.TextContent);

        await supervisor.Browser.PostFormAsync("/notices", [], handler: "all");
        Assert.Null((await supervisor.Browser.OpenAsync("/notices")).QuerySelector("header a[href='/notices'] b"));
    }

    [Fact]
    public async Task Shows_nobody_what_another_team_was_told()
    {
        var number = await LogAsync(await site.FoundTeamAsync());
        var stranger = await site.SignInAsync(Role.Supervisor, await site.FoundTeamAsync());

        Assert.DoesNotContain(number, (await stranger.Browser.OpenAsync("/notices")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task Tells_who_sees_no_cases_of_alarms_and_of_nothing_else(Role role)
    {
        var team = await site.FoundTeamAsync();
        var number = await LogAsync(team);
        var reader = await site.SignInAsync(role);
        Assert.DoesNotContain(number, (await reader.Browser.OpenAsync("/notices")).Body!.TextContent, StringComparison.Ordinal);

        await SpoilAsync(number);
        var colleague = await site.SignInAsync(Role.CaseWorker, team);
        var shown = await colleague.Browser.OpenAsync($"/incidents/{number}");
        Assert.Contains("[cannot be opened: altered]", shown.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.All((string[])["Incidents|Title", "SealBroken", "sealed"], told => Assert.DoesNotContain(told, shown.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase));

        var page = await reader.Browser.OpenAsync("/notices");
        Assert.Equal("1", page.QuerySelector("header a[href='/notices'] b")?.TextContent);
        Assert.Contains("Incidents|Title", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        if (role == Role.Auditor)
        {
            var trail = await reader.Browser.OpenAsync(page.QuerySelector("table a")!.GetAttribute("href")!);
            Assert.Single(trail.QuerySelectorAll("table tbody tr"));
            Assert.Contains("Met a sealed value", trail.QuerySelector("table tbody tr")!.TextContent, StringComparison.Ordinal);
        }
        else
        {
            Assert.DoesNotContain(number, page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("table a"));
        }

        var refused = await colleague.Browser.GetAsync($"/incidents/{number}/edit");
        Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
        var answer = await refused.Content.ReadAsStringAsync();
        Assert.All((string[])[number, "Incidents|Title", "SealBroken", "sealed"], told => Assert.DoesNotContain(told, answer, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("en", "An administrator changed how you sign in", "An administrator reset the sign-in of", "An administrator reset your sign-in")]
    [InlineData("es", "La administración cambió su forma de iniciar sesión", "La administración restableció el acceso de", "La administración restableció su acceso")]
    public async Task A_reset_is_told_to_those_who_watch_and_above_every_page_to_whom_it_was_done(string language, string banner, string ofThem, string ofYou)
    {
        var team = await site.FoundTeamAsync();
        var (supervisor, auditor, administrator) = (await site.SignInAsync(Role.Supervisor, team), await site.SignInAsync(Role.Auditor), await site.SignInAsync(Role.Administrator));
        var member = await site.SignInAsync(Role.CaseWorker, team);

        using var reset = await administrator.Browser.PostFormAsync($"/admin/users/{member.Actor.Id!.Value.Value:N}/access", [], "Reset");
        var link = (await Browser.ReadAsync(reset)).QuerySelector("code")!.TextContent;
        using var chosen = await site.Visitor().PostFormAsync(new Uri(link).PathAndQuery, [("Form.Password", WebApp.Password), ("Form.Repeated", WebApp.Password)]);
        var app = await site.GiveAppAsync(member.Actor);
        var entered = site.Visitor();
        using var first = await entered.PostFormAsync("/sign-in", [("Form.Email", member.Email), ("Form.Password", WebApp.Password)]);
        using var second = await entered.SubmitAsync(await Browser.ReadAsync(first), "/sign-in", [("Form.Code", site.CodeOf(app.Key))]);
        foreach (var browser in new[] { supervisor.Browser, auditor.Browser, entered })
        {
            browser.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        }

        foreach (var watching in new[] { supervisor, auditor })
        {
            var told = await watching.Browser.OpenAsync("/notices");
            Assert.Contains($"{ofThem} {member.Actor.DisplayName}:", told.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(member.Email, told.Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(banner, told.Body.TextContent, StringComparison.Ordinal);
        }

        var line = await auditor.Browser.OpenAsync((await auditor.Browser.OpenAsync("/notices")).QuerySelector("main table a")!.GetAttribute("href")!);
        Assert.Single(line.QuerySelectorAll("main table tbody tr"));
        var own = await entered.OpenAsync("/incidents");
        Assert.Contains(banner, own.QuerySelector("main .flash-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(ofYou, (await entered.OpenAsync("/notices")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await entered.OpenAsync("/notices")).QuerySelector("main table a[href='/account/sessions']"));
        await entered.PostFormAsync("/notices", [], handler: "all");
        Assert.Null((await entered.OpenAsync("/incidents")).QuerySelector("main .flash-warning"));
    }

    /// <summary>Turns one bit of the incident's title.</summary>
    private async Task SpoilAsync(string number)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        var db = scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>();
        var envelope = await db.Database.SqlQuery<byte[]>($"""SELECT "Title" AS "Value" FROM "Incidents" WHERE "Number" = {number}""").SingleAsync();
        envelope[^1] ^= 1;
        await db.Database.ExecuteSqlAsync($"""UPDATE "Incidents" SET "Title" = {envelope} WHERE "Number" = {number}""");
    }

    [Theory]
    [InlineData("?after=x")]
    [InlineData("?p=x")]
    [InlineData("?p=1&p=2")]
    public async Task Guesses_at_no_address(string query)
    {
        var reader = await site.SignInAsync(Role.CaseWorker, await site.FoundTeamAsync());

        var answer = await reader.Browser.GetAsync("/notices" + query);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Single((await Browser.ReadAsync(answer)).QuerySelectorAll(".error-summary li"));
    }

    private async Task<string> LogAsync(TeamId team)
    {
        var author = await site.SignInAsync(Role.CaseWorker, team);
        var number = (await site.SendAsync(author.Actor, AnIncident())).Value;
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        await scope.ServiceProvider.GetRequiredService<OutboxDelivery>().RunAsync(CancellationToken.None);
        return number;
    }
}
