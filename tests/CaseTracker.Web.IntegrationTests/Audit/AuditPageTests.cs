using System.Net;
using System.Text;
using CaseTracker.Application.Access;
using CaseTracker.Application.Audit;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Web.IntegrationTests.Audit;

public sealed class AuditPageTests(AuditPageTests.Site site) : IClassFixture<AuditPageTests.Site>
{
    [Fact]
    public async Task Says_in_words_who_did_and_read_what()
    {
        var (worker, number) = await LoggedAsync();
        await worker.Browser.OpenAsync($"/incidents/{number}/people");
        await site.SendAsync(worker.Actor, new MoveIncident(number, 1, Domain.Incidents.Workflow.Triage, "Complete enough"));
        var auditor = await site.SignInAsync(Role.Auditor);

        var text = (await auditor.Browser.OpenAsync($"/audit?subject={number}")).Body!.TextContent;
        Assert.All(
            ["Logged the incident", "Looked at the people", "Moved the incident in the workflow: from Intake to Triage", worker.Actor.DisplayName],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.All(["CT-WF", "GetPeople", "Citlali"], raw => Assert.DoesNotContain(raw, text, StringComparison.Ordinal));

        using var spanish = new HttpRequestMessage(HttpMethod.Get, $"/audit?subject={number}");
        spanish.Headers.AcceptLanguage.ParseAdd("es");
        var texto = await (await auditor.Browser.Http.SendAsync(spanish)).Content.ReadAsStringAsync();
        Assert.Contains("Cambió la etapa de trabajo del hecho: de Recepción a Valoración inicial", texto, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_how_far_the_trail_is_sealed_and_when_it_was_verified()
    {
        var auditor = await site.SignInAsync(Role.Auditor);
        await site.ProofAsync(p => p.VerifyAsync([], null, default));
        await site.ProofAsync(p => p.CheckpointAsync(default));

        var state = (await auditor.Browser.OpenAsync("/audit")).QuerySelector("section[aria-labelledby=trail-state]")!.TextContent;

        Assert.All(["nothing was changed", "lines are sealed", "Last signed checkpoint"], words => Assert.Contains(words, state, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Exports_every_line_of_the_filter_as_a_table_and_traces_it()
    {
        var (worker, number) = await LoggedAsync();
        for (var i = 0; i < 30; i++)
        {
            await site.SendAsync(worker.Actor, new GetPeople(number));
        }

        var auditor = await site.SignInAsync(Role.Auditor);
        var page = await auditor.Browser.OpenAsync($"/audit?subject={number}&size=25");
        var link = page.QuerySelector("a[href*='/audit/export']")!.GetAttribute("href")!;
        var answer = await auditor.Browser.GetAsync(link);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var rows = Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(("text/csv", "attachment"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(32, rows.Length);
        Assert.Contains("\"Looked at the people\",\"GetPeople\"", rows[2], StringComparison.Ordinal);
        Assert.Contains("Exported the trail: rows: 31", (await auditor.Browser.OpenAsync("/audit?action=ExportTrail")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await auditor.Browser.GetAsync("/audit/export?nonsense=1")).StatusCode);
    }

    [Fact]
    public async Task A_page_that_is_not_the_readers_leaves_a_line_with_the_pattern_of_its_address()
    {
        var (worker, number) = await LoggedAsync();
        var auditor = await site.SignInAsync(Role.Auditor);
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.Browser.GetAsync("/audit/export")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Browser.GetAsync($"/incidents/{number}/people")).StatusCode);

        var text = (await auditor.Browser.OpenAsync("/audit?action=OpenPage")).Body!.TextContent;
        Assert.Contains("Tried to open a page that is not theirs: /audit/export", text, StringComparison.Ordinal);
        Assert.Contains("/incidents/{number}/people", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_leaves_one_line_and_is_not_shown_when_it_cannot_be_written()
    {
        var (worker, number) = await LoggedAsync();
        await worker.Browser.OpenAsync($"/incidents/{number}/timeline");
        await worker.Browser.OpenAsync($"/incidents/{number}/move");

        Assert.Equal([nameof(LogIncident), nameof(GetTimeline), nameof(GetIncidentHeader)], await ActionsAsync(number));

        site.Trail.IsFull = true;
        try
        {
            var answer = await worker.Browser.GetAsync($"/incidents/{number}/people");
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.DoesNotContain(number, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        finally
        {
            site.Trail.IsFull = false;
        }
    }

    [Fact]
    public async Task The_history_shows_its_owner_who_opened_it_and_nobody_else()
    {
        var (owner, number) = await LoggedAsync();
        var colleague = await site.SignInAsync(Role.CaseWorker, [.. owner.Actor.Teams]);
        await colleague.Browser.OpenAsync($"/incidents/{number}/people");

        var reads = await owner.Browser.OpenAsync($"/incidents/{number}/history?show=reads");
        Assert.Contains(colleague.Actor.DisplayName, reads.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Looked at the people", reads.Body.TextContent, StringComparison.Ordinal);

        await colleague.Browser.OpenAsync($"/incidents/{number}/people");
        reads = await owner.Browser.OpenAsync($"/incidents/{number}/history?show=reads");
        Assert.StartsWith("Looked at it 2 times, from ", reads.QuerySelector("table.data summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, reads.QuerySelectorAll("table.data details li").Length);

        var opened = await owner.Browser.OpenAsync($"/incidents/{number}/history");
        Assert.Equal("Changes", opened.QuerySelector("section.panel .tabs [aria-current]")!.TextContent.Trim());
        Assert.Equal(["Logged the incident"], opened.QuerySelectorAll("table.data td:last-child").Select(td => td.TextContent.Trim()));

        Assert.DoesNotContain("Who opened it", (await colleague.Browser.OpenAsync($"/incidents/{number}/history")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.Browser.GetAsync($"/incidents/{number}/history?show=reads")).StatusCode);
    }

    private async Task<(SignedIn Worker, string Number)> LoggedAsync()
    {
        var worker = await site.SignInAsync(Role.CaseWorker, await site.FoundTeamAsync());
        return (worker, (await site.SendAsync(worker.Actor, AnIncident())).Value);
    }

    private async Task<List<string>> ActionsAsync(string number)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        return await scope.ServiceProvider.GetRequiredService<Application.Persistence.ICaseTrackerDb>().Trail
            .Where(e => e.Subject == number).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync();
    }

    public sealed class Site : WebApp
    {
        public FullTrail Trail { get; } = new();

        public async Task<T> ProofAsync<T>(Func<ITrailProof, Task<T>> ask)
        {
            await using var scope = Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
            return await ask(scope.ServiceProvider.GetRequiredService<ITrailProof>());
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(Trail.Wrap);
        }
    }
}
