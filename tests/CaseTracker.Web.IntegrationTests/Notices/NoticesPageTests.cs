using System.Net;
using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using CaseTracker.Infrastructure.Outbox;
using CaseTracker.Testing.Web;
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
    public async Task Is_closed_to_who_sees_no_cases_and_their_header_has_no_bell(Role role)
    {
        var reader = await site.SignInAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Browser.GetAsync("/notices")).StatusCode);
        Assert.Null((await reader.Browser.OpenAsync("/account")).QuerySelector("header a[href='/notices']"));
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
