using System.Globalization;
using System.Net;
using System.Reflection;
using AngleSharp.Html.Dom;
using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;
using CaseTracker.Web.Hosting;
using CaseTracker.Web.Http;
using CaseTracker.Web.IntegrationTests.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.Access;

/// <summary>Nobody asks faster than a person works, nobody is refused for another, and nothing typed is lost.</summary>
public sealed class MemberLimitTests(MemberLimitTests.Site site) : IClassFixture<MemberLimitTests.Site>
{
    [Theory]
    [InlineData("en", "You can go on in a minute.")]
    [InlineData("es", "Puede continuar en un minuto.")]
    public async Task Who_reads_too_fast_waits_a_minute_and_nobody_else_does(string language, string wait)
    {
        var (fast, other) = (await WorkerAsync(), await WorkerAsync());
        await ExhaustAsync(fast, 20, "/today");
        for (var i = 0; i < 3; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/incidents");
            request.Headers.AcceptLanguage.ParseAdd(language);
            using var refused = await fast.Browser.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter!.Delta);
            Expect.None(SecurityHeaderTests.WrongOn(refused, stored: false));
            Assert.Contains(wait, (await Browser.ReadAsync(refused)).Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await other.Browser.GetAsync("/today")).StatusCode);
        Assert.Equal([(AuditOutcome.Denied, "Pace.Reading")], await LinesAsync(fast));
        Assert.Empty(await LinesAsync(other));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await fast.Browser.GetAsync("/today")).StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_sent_too_fast_is_kept_whole_and_can_be_sent_again()
    {
        var worker = await WorkerAsync();
        var number = await LogAsync(worker);
        var form = await worker.Browser.OpenAsync($"/incidents/{number}/move");
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await worker.Browser.SubmitAsync(form, $"/incidents/{number}/move", [("Form.Reason", "")])).StatusCode);
        }

        using var refused = await worker.Browser.SubmitAsync(form, $"/incidents/{number}/move", [("Form.Workflow", "Triage"), ("Form.Reason", "Complete «enough»\r\nfor now")]);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        var kept = await Browser.ReadAsync(refused);
        Assert.Equal("Complete «enough»\nfor now", ((IHtmlInputElement)kept.QuerySelector("input[name='Form.Reason']")!).Value.Replace("\r\n", "\n", StringComparison.Ordinal));

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Found, (await worker.Browser.SubmitAsync(kept, $"/incidents/{number}/move", [("Form.Reason", "Complete enough")])).StatusCode);
    }

    [Fact]
    public async Task Identities_are_opened_a_few_at_a_time()
    {
        var worker = await WorkerAsync();
        var number = await LogAsync(worker);
        var address = $"/incidents/{number}/people/{(await site.SendAsync(worker.Actor, new GetPeople(number))).Value[0].Person!.Value.Value}/identity";
        var form = await worker.Browser.OpenAsync(address);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await worker.Browser.SubmitAsync(form, address, [])).StatusCode);
        }

        using var refused = await worker.Browser.SubmitAsync(form, address, []);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(10), refused.Headers.RetryAfter!.Delta);
        var page = await Browser.ReadAsync(refused);
        Assert.DoesNotContain("Citlali", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("You can go on in 10 minutes.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([(AuditOutcome.Denied, "Pace.Identities")], await LinesAsync(worker));
    }

    [Fact]
    public async Task Names_are_looked_for_a_few_at_a_time_whether_they_are_typed_or_stand_in_an_address()
    {
        var worker = await WorkerAsync();
        var form = await worker.Browser.OpenAsync("/incidents");
        Assert.Equal(HttpStatusCode.Found, (await worker.Browser.SubmitAsync(form, "/incidents", [("text", "Itzel")])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await worker.Browser.GetAsync("/incidents?text=Itzel")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await worker.Browser.GetAsync("/incidents?text=Ana")).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await worker.Browser.SubmitAsync(form, "/incidents", [("text", "Itzel")])).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await worker.Browser.GetAsync("/incidents?text=Itzel")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await worker.Browser.GetAsync("/incidents?stage=none")).StatusCode);
    }

    [Fact]
    public void Every_list_in_which_words_are_looked_for_has_the_pace_of_searches()
    {
        var searched = typeof(MemberPaces).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(PageModel)) && Understands(t).Contains(ListQuery.Text)).ToList();

        Assert.Contains(typeof(CaseTracker.Web.Pages.People.IndexModel), searched);
        Assert.Contains(typeof(CaseTracker.Web.Pages.Incidents.IndexModel), searched);
        Assert.All(searched, page => Assert.Equal(Pace.Searching, page.GetCustomAttribute<PaceAttribute>()?.Pace));
    }

    /// <summary>What a list's address may hold: the page keeps it beside itself.</summary>
    private static IEnumerable<string> Understands(Type page) => page.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        .Where(f => f.FieldType.IsAssignableTo(typeof(IEnumerable<string>)) && f.FieldType != typeof(string))
        .SelectMany(f => (IEnumerable<string>)f.GetValue(null)!);

    [Fact]
    public async Task Exports_are_few()
    {
        var auditor = await site.SignInAsync(Role.Auditor);
        await ExhaustAsync(auditor, 2, "/audit/export");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await auditor.Browser.GetAsync("/audit/export")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await auditor.Browser.GetAsync("/audit")).StatusCode);
    }

    [Fact]
    public async Task A_part_of_a_page_is_refused_without_a_page_and_signing_out_never()
    {
        var worker = await WorkerAsync();
        var page = await worker.Browser.OpenAsync("/today");
        var token = ((IHtmlInputElement)page.QuerySelector("[name=__RequestVerificationToken]")!).Value;
        for (var i = 0; i < 30; i++)
        {
            using var part = new HttpRequestMessage(HttpMethod.Post, "/incidents/log?handler=Duplicates") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) };
            part.Headers.Add("HX-Request", "true");
            using var answer = await worker.Browser.Http.SendAsync(part);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.Equal("", await answer.Content.ReadAsStringAsync());
            }
        }

        Assert.Contains(await LinesAsync(worker), l => l.Detail == "Pace.Typing");
        await ExhaustAsync(worker, 19, "/today");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await worker.Browser.GetAsync("/today")).StatusCode);
        using var left = await worker.Browser.Http.PostAsync("/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", ((IHtmlInputElement)page.QuerySelector("form[action$='/sign-out'] [name=__RequestVerificationToken]")!).Value)]));
        Assert.Equal("/sign-in", left.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/incidents")]
    [InlineData("/incidents/log?handler=Duplicates")]
    [InlineData("/incidents/log?handler=&handler=Duplicates")]
    public async Task A_header_makes_no_part_of_a_page(string address)
    {
        var worker = await WorkerAsync();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i <= 20; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("HX-Request", "true");
            using var answer = await worker.Browser.Http.SendAsync(request);
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (statuses[19], statuses[20]));
        Assert.Equal([(AuditOutcome.Denied, "Pace.Reading")], await LinesAsync(worker));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await worker.Browser.GetAsync("/today")).StatusCode);
    }

    [Fact]
    public void A_limit_cannot_be_switched_off_by_a_slip() => Assert.All(["0", "-1"], wrong =>
        Assert.Throws<InvalidOperationException>(() => new MemberPaces(new ConfigurationBuilder().AddInMemoryCollection([new("Limits:Exports", wrong)]).Build(), site.Clock)));

    [Fact]
    public void What_people_do_stays_below_the_limits_that_hold_where_nothing_is_configured()
    {
        var paces = new MemberPaces(new ConfigurationBuilder().Build(), site.Clock);
        var member = MemberId.From(Guid.CreateVersion7());
        foreach (var (pace, often) in new[] { (Pace.Reading, 300), (Pace.Writing, 60), (Pace.Typing, 200), (Pace.Searching, 60), (Pace.Identities, 20), (Pace.Exports, 10) })
        {
            Assert.All(Enumerable.Range(0, often), _ => Assert.True(paces.Take(member, pace).IsAllowed));
        }

        Assert.All(Enumerable.Range(0, 30), _ => paces.Take(member, Pace.Identities));
        Assert.False(paces.Take(member, Pace.Identities).IsAllowed);
    }

    private async Task<SignedIn> WorkerAsync() => await site.SignInAsync(Role.CaseWorker, await site.FoundTeamAsync());

    private async Task<string> LogAsync(SignedIn worker) => (await site.SendAsync(worker.Actor, Build.AnIncident())).Value;

    private static async Task ExhaustAsync(SignedIn member, int requests, string address)
    {
        for (var i = 0; i < requests; i++)
        {
            using var answer = await member.Browser.GetAsync(address);
            Assert.True(answer.IsSuccessStatusCode, string.Create(CultureInfo.InvariantCulture, $"{address} answered {(int)answer.StatusCode} at request {i + 1}."));
        }
    }

    private async Task<List<(AuditOutcome Outcome, string? Detail)>> LinesAsync(SignedIn member)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        var lines = await scope.ServiceProvider.GetRequiredService<Application.Persistence.ICaseTrackerDb>().Trail.Where(e => e.Action == MemberLimits.Action && e.ActorId == member.Actor.Id).ToListAsync();
        return [.. lines.Select(l => (l.Outcome, l.Detail))];
    }

    public sealed class Site : WebApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            foreach (var (pace, requests) in new[] { (Pace.Reading, 20), (Pace.Writing, 4), (Pace.Typing, 10), (Pace.Searching, 3), (Pace.Identities, 2), (Pace.Exports, 2) })
            {
                builder.UseSetting($"Limits:{pace}", requests.ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}
