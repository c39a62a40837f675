using System.Net;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Incidents;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Incidents;

public sealed class HistoryPagesTests(IncidentSite site) : IClassFixture<IncidentSite>
{
    [Fact]
    public async Task Older_changes_are_on_a_page_of_their_own_and_a_cursor_that_makes_no_sense_begins_anew()
    {
        var number = (await site.App.SendAsync(site.Worker.Actor, Build.AnIncident())).Value;
        for (var version = 1; version <= GetHistoryHandler.PageSize + 1; version++)
        {
            Assert.Empty((await site.App.SendAsync(site.Worker.Actor, new VerifyIncident(number, version, version % 2 == 1 ? Verification.V1 : Verification.V0, $"Change {version}."))).Refusals);
        }

        var first = await site.Worker.Browser.OpenAsync($"/incidents/{number}/history");
        Assert.Equal(GetHistoryHandler.PageSize, first.QuerySelectorAll("#changes .timeline > li").Length);
        var second = await site.Worker.Browser.OpenAsync(first.QuerySelector("#changes a[rel=next]")!.GetAttribute("href")!);
        Assert.Contains("Change 1.", Assert.Single(second.QuerySelectorAll("#changes .timeline > li")).TextContent, StringComparison.Ordinal);

        using var lost = await site.Worker.Browser.GetAsync($"/incidents/{number}/history?changes=nonsense");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lost.StatusCode);
        Assert.Equal(GetHistoryHandler.PageSize, (await Browser.ReadAsync(lost)).QuerySelectorAll("#changes .timeline > li").Length);
    }
}
