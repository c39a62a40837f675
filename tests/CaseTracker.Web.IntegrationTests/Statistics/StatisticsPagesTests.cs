using System.Net;
using CaseTracker.Domain.Access;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Statistics;

public sealed class StatisticsPagesTests(WebApp app) : IClassFixture<WebApp>
{
    [Theory]
    [InlineData("/statistics", KnownRegister.Verified)]
    [InlineData("/statistics?scope=unverified", KnownRegister.NotYetVerified)]
    public async Task Every_number_opens_a_list_of_exactly_so_many_incidents(string address, int recorded)
    {
        var supervisor = await RegisterAsync();
        var page = await supervisor.OpenAsync(address);
        var numbers = page.QuerySelectorAll("main a[data-count]").Select(a => (Href: a.GetAttribute("href")!, Count: int.Parse(a.GetAttribute("data-count")!, null))).Distinct().ToList();

        Assert.True(numbers.Count > 30, $"The page shows only {numbers.Count} numbers.");
        Assert.Contains(numbers, n => n.Count == recorded);
        foreach (var (href, count) in numbers)
        {
            var list = await supervisor.OpenAsync(href);
            Assert.Equal((href, count, count), (href, int.Parse(list.QuerySelector("[data-total]")!.GetAttribute("data-total")!, null), list.QuerySelectorAll("table.counted tbody tr").Length));
            Assert.DoesNotContain(list.QuerySelectorAll("main h1, main .page-head p"), e => e.TextContent.Contains("Part.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Writes_in_every_linked_number_the_count_that_it_opens()
    {
        var page = await (await RegisterAsync()).OpenAsync("/statistics");

        Assert.All(page.QuerySelectorAll("main a[data-count]"), a => Assert.Contains(a.GetAttribute("data-count")!, a.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shows_the_rate_with_its_interval_and_the_funnel_as_a_picture_with_words()
    {
        var page = await (await RegisterAsync()).OpenAsync("/statistics");

        // 4 of 6: Wilson gives 0.2999 to 0.9033.
        Assert.Equal("66.7%", page.QuerySelector(".headline-share strong")!.TextContent);
        Assert.Contains("30.0% to 90.3%", page.QuerySelector(".headline-share")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("svg.funnel"), svg => Assert.All(["title", "desc"], part => Assert.NotEmpty(svg.QuerySelector(part)!.TextContent)));
        Assert.Empty(page.QuerySelectorAll("[style], main script, main style"));
    }

    [Fact]
    public async Task Shows_no_rate_where_nothing_can_be_counted()
    {
        var (supervisor, _) = await app.SignInAsync(Role.Supervisor, await app.FoundTeamAsync());
        var page = await supervisor.OpenAsync("/statistics");

        Assert.DoesNotContain('%', page.QuerySelector(".headline-share")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("svg.funnel"));
    }

    [Theory]
    [InlineData("/statistics?scope=everything")]
    [InlineData("/statistics/incidents")]
    [InlineData("/statistics/incidents?scope=verified&figure=impunity.invented&part=numerator")]
    [InlineData("/statistics/incidents?scope=verified&figure=impunity.naive&part=%27%3B--")]
    [InlineData("/statistics/incidents?scope=verified&figure=impunity.naive&part=numerator&page=2")]
    [InlineData("/statistics/incidents?scope=verified&figure=impunity.naive&part=numerator&page=x")]
    [InlineData("/statistics/incidents?scope=verified&figure=impunity.naive&part=numerator&page=99999999999999")]
    public async Task Answers_an_address_that_names_no_number_as_not_found(string address)
    {
        var (supervisor, _) = await app.SignInAsync(Role.Supervisor, await app.FoundTeamAsync());
        using var answer = await supervisor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotEmpty((await Browser.ReadAsync(answer)).QuerySelectorAll("main h1"));
    }

    [Theory]
    [InlineData(Role.CaseWorker)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task Is_closed_to_everybody_but_supervisors(Role role)
    {
        var (reader, _) = await app.SignInAsync(role, await app.FoundTeamAsync());
        foreach (var address in new[] { "/statistics", "/statistics/incidents?scope=verified&figure=impunity.naive&part=numerator" })
        {
            using var answer = await reader.GetAsync(address);
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private async Task<Browser> RegisterAsync()
    {
        var team = await app.FoundTeamAsync();
        var (_, worker) = await app.SignInAsync(Role.CaseWorker, team);
        await new KnownRegister(app.Services, worker).WriteAsync();
        return (await app.SignInAsync(Role.Supervisor, team)).Browser;
    }
}
