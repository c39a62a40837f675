using System.Net;
using AngleSharp.Html.Dom;
using CaseTracker.Domain.Access;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Lists;

/// <summary>Whatever stands in the address of a list gets a clear answer: the list that was asked for, or what is wrong with the question.</summary>
public sealed class ListAddressTests(ListApp app) : IClassFixture<ListApp>
{
    public static TheoryData<string, string, HttpStatusCode> Addresses => new()
    {
        { "/incidents", "act=0201030201", HttpStatusCode.OK },
        { "/incidents", "act=CT-GRP-THR&stage=none&verified=V0-V2&workflow=CT-WF-INTAKE&owner=me&team=mine&state=MX-GRO&priority=CT-PRI-HIGH&from=2016&to=2026-12", HttpStatusCode.OK },
        { "/incidents", "act=&stage=&text=", HttpStatusCode.OK },
        { "/incidents", "sort=oldest&size=100", HttpStatusCode.OK },
        { "/incidents", "text=%25_%5B", HttpStatusCode.OK },
        { "/incidents", "text='; DROP TABLE Incidents;--", HttpStatusCode.OK },
        { "/incidents", "text=<script>alert(1)</script>", HttpStatusCode.OK },
        { "/incidents", "text={{7*7}}", HttpStatusCode.OK },
        { "/incidents", "text=%00", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "text=a%00b", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "text=%E2%80%AEtxet", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "act=nonsense", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "act=0201030201&act=010101", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "act[]=0201030201", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "act[0]=0201030201", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "IsAdmin=true", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "stalled=no", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "from=NaN", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "from=2023-02-29", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "from=2026&to=2020", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "olderThanMonths=1e309", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "olderThanMonths=-0", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "size=-25", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "size=1000000000", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "size=9223372036854775808", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "page=2", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "page=-1", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "page=%F0%9F%98%80", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "sort=password", HttpStatusCode.UnprocessableEntity },
        { "/follow-ups", "whose=team&when=overdue", HttpStatusCode.OK },
        { "/follow-ups", "whose=everybody", HttpStatusCode.UnprocessableEntity },
        { "/follow-ups", "when=yesterday", HttpStatusCode.UnprocessableEntity },
        { "/follow-ups", "when=week&when=done", HttpStatusCode.UnprocessableEntity },
        { "/follow-ups", "page=x", HttpStatusCode.UnprocessableEntity },
        { "/follow-ups", "size=NaN", HttpStatusCode.UnprocessableEntity },
        { "/protection", "whose=team&state=overdue&class=urgent&mechanism=CT-PMC-FED&size=50", HttpStatusCode.OK },
        { "/protection", "state=&class=", HttpStatusCode.OK },
        { "/protection", "whose=everybody", HttpStatusCode.UnprocessableEntity },
        { "/protection", "state=late", HttpStatusCode.UnprocessableEntity },
        { "/protection", "class=Urgent", HttpStatusCode.UnprocessableEntity },
        { "/protection", "mechanism=<script>", HttpStatusCode.UnprocessableEntity },
        { "/protection", "state=all&state=ended", HttpStatusCode.UnprocessableEntity },
        { "/protection", "page=%F0%9F%98%80", HttpStatusCode.UnprocessableEntity },
        { "/protection", "OwnerId=1", HttpStatusCode.UnprocessableEntity },
        { "/protection/signs", "whose=team", HttpStatusCode.OK },
        { "/protection/signs", "whose=all", HttpStatusCode.UnprocessableEntity },
        { "/protection/signs", "page=x", HttpStatusCode.UnprocessableEntity },
        { "/protection/signs", "size=1000000000", HttpStatusCode.UnprocessableEntity },
        { "/incidents/CT-2026-99999/protection", "", HttpStatusCode.NotFound },
        { "/follow-ups/zzz", "", HttpStatusCode.NotFound },
        { "/follow-ups/00000000000000000000000000000000", "", HttpStatusCode.NotFound },
        { "/incidents/CT-2026-99999/follow-ups", "", HttpStatusCode.NotFound },
        { "/incidents", "person=00000000000000000000000000000001", HttpStatusCode.UnprocessableEntity },
        { "/incidents", "person=Tarumi-52", HttpStatusCode.UnprocessableEntity },
        { "/people", "kind=Organisation&profile=CT-PRF-LAND&size=50", HttpStatusCode.OK },
        { "/people", "text=%25_%5B", HttpStatusCode.OK },
        { "/people", "text='; DROP TABLE People;--", HttpStatusCode.OK },
        { "/people", "text=<script>alert(1)</script>", HttpStatusCode.OK },
        { "/people", "text=%00", HttpStatusCode.UnprocessableEntity },
        { "/people", "kind=Robot", HttpStatusCode.UnprocessableEntity },
        { "/people", "kind=1", HttpStatusCode.UnprocessableEntity },
        { "/people", "kind=Group&kind=Individual", HttpStatusCode.UnprocessableEntity },
        { "/people", "profile=nonsense", HttpStatusCode.UnprocessableEntity },
        { "/people", "sort=newest", HttpStatusCode.UnprocessableEntity },
        { "/people", "page=2", HttpStatusCode.UnprocessableEntity },
        { "/people", "size=1000000000", HttpStatusCode.UnprocessableEntity },
        { "/people", "IsAdmin=true", HttpStatusCode.UnprocessableEntity },
        { "/people/00000000-0000-0000-0000-000000000000", "", HttpStatusCode.NotFound },
        { "/people/Tarumi-52", "", HttpStatusCode.NotFound },
        { "/today", "page=-1&x=%00", HttpStatusCode.OK },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Answers_a_case_worker(string path, string query, HttpStatusCode expected)
    {
        using var answer = await app.Worker.Browser.GetAsync($"{path}?{query}");
        Assert.Equal(expected, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        Assert.NotNull(page.QuerySelector("h1"));
        Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent.Contains("alert(1)", StringComparison.Ordinal));
        if (expected == HttpStatusCode.UnprocessableEntity)
        {
            Assert.NotEmpty(page.QuerySelectorAll(".error-summary li"));
        }
    }

    [Theory]
    [MemberData(nameof(BadInputs.Texts), MemberType = typeof(BadInputs))]
    public async Task Answers_any_search(string name)
    {
        // Addresses end at a few thousand characters: what is longer never arrives.
        var text = BadInputs.Text(name);
        var typed = text.Length > 3000 ? text[..3000] : text;
        using var answer = await app.Worker.Browser.GetAsync($"/incidents?text={Uri.EscapeDataString(typed)}");
        Assert.True((int)answer.StatusCode is 200 or 422, $"{name}: {(int)answer.StatusCode}");
    }

    [Theory]
    [InlineData("member=somebody")]
    [InlineData("outcome=Maybe")]
    [InlineData("from=2026-13-01")]
    [InlineData("subject=%00")]
    [InlineData("action=a&action=b")]
    [InlineData("page=%3D%3D")]
    [InlineData("size=26")]
    [InlineData("unheard=of")]
    public async Task Answers_an_auditor(string query)
    {
        using var answer = await app.Auditor.Browser.GetAsync($"/audit?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEmpty((await Browser.ReadAsync(answer)).QuerySelectorAll(".error-summary li"));
    }

    [Theory]
    [InlineData("page=~x")]
    [InlineData("p=~x")]
    [InlineData("p=0")]
    [InlineData("p=-1")]
    [InlineData("p=9223372036854775808")]
    [InlineData("p=1&p=2")]
    [InlineData("p=%00")]
    public async Task A_list_of_erasures_refuses_what_it_does_not_understand_as_others_do(string query)
    {
        using var answer = await app.Auditor.Browser.GetAsync($"/erasures?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEmpty((await Browser.ReadAsync(answer)).QuerySelectorAll(".error-summary li"));
        using var understood = await app.Auditor.Browser.GetAsync("/erasures?p=2");
        Assert.Equal(HttpStatusCode.OK, understood.StatusCode);
    }

    [Fact]
    public async Task Keeps_what_was_asked_on_every_link_onwards()
    {
        var page = await app.Worker.Browser.OpenAsync("/incidents?state=MX-GRO&minStage=J0&sort=oldest");
        Assert.Contains(page.QuerySelectorAll(".chips a"), a => a.GetAttribute("href")!.Contains("minStage=J0", StringComparison.Ordinal) && !a.GetAttribute("href")!.Contains("state=", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("input[type=hidden][name=minStage][value=J0]"));
        Assert.All(page.QuerySelectorAll(".list-order a"), a => Assert.Contains("state=MX-GRO", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("from=2016")]
    [InlineData("to=2016-03")]
    [InlineData("state=MX")]
    [InlineData("state=GT")]
    [InlineData("verified=V1-V3")]
    [InlineData("owner=somebody")]
    [InlineData("team=another")]
    [InlineData("minStage=J2")]
    [InlineData("act=CT-GRP-THR")]
    public async Task Searching_on_drops_nothing_that_the_address_asked(string asked)
    {
        // Neither stands among the choices: somebody who works here no longer, and a team that is not the reader's.
        var query = asked.Replace("somebody", $"{app.Auditor.Actor.Id!.Value.Value:N}", StringComparison.Ordinal)
            .Replace("another", $"{(asked == "team=another" ? (await app.FoundTeamAsync()).Value : Guid.Empty):N}", StringComparison.Ordinal);
        using var answer = await app.Worker.Browser.GetAsync($"/incidents?{query}");
        var page = await Browser.ReadAsync(answer);
        Assert.True(answer.IsSuccessStatusCode, page.QuerySelector(".error-summary")?.TextContent);

        var sent = ((IHtmlFormElement)page.QuerySelector("main form[role=search]")!).Elements
            .Select(e => e switch
            {
                // What a browser shows in a box for days that is given something else.
                IHtmlInputElement { Type: "date" } day => $"{day.Name}={(DateOnly.TryParseExact(day.Value, "yyyy-MM-dd", out _) ? day.Value : "")}",
                IHtmlInputElement input => $"{input.Name}={input.Value}",
                IHtmlSelectElement select => $"{select.Name}={select.Value}",
                _ => "",
            });
        Assert.Contains(query, sent);
        Assert.NotEmpty(page.QuerySelectorAll(".chips a"));
    }

    [Fact]
    public async Task A_chip_names_a_release_by_its_title_and_a_day_in_words()
    {
        var release = (await app.Worker.Browser.OpenAsync("/incidents")).QuerySelectorAll("#Release option").Cast<IHtmlOptionElement>().First(o => o.Value.Length > 0);

        var page = await app.Worker.Browser.OpenAsync($"/incidents?release={release.Value}&from=2016-03-05");

        var chips = string.Join('|', page.QuerySelectorAll(".chips a").Select(c => c.TextContent));
        Assert.Contains(release.Text, chips);
        Assert.DoesNotContain("2016-03-05", chips);
    }

    [Fact]
    public async Task Opens_from_today_what_today_counted()
    {
        var today = await app.Supervisor.Browser.OpenAsync("/today");
        foreach (var link in today.QuerySelectorAll(".figures a"))
        {
            var list = await app.Supervisor.Browser.OpenAsync(link.GetAttribute("href")!);
            var counted = link.QuerySelector("strong")!.TextContent;
            Assert.StartsWith(counted + " ", list.QuerySelector(".page-head p")!.TextContent.Trim(), StringComparison.Ordinal);
        }

        Assert.Equal(9, today.QuerySelectorAll(".figures a").Length);
    }

    [Theory]
    [InlineData(Role.CaseWorker, "/today")]
    [InlineData(Role.Supervisor, "/today")]
    [InlineData(Role.Auditor, "/audit")]
    [InlineData(Role.Administrator, "/admin")]
    public async Task Sends_each_role_to_its_own_start(Role role, string landing)
    {
        var member = await app.SignInAsync(role, app.Team);
        using var answer = await member.Browser.GetAsync("/");
        Assert.Equal(landing, answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await member.Browser.GetAsync(landing)).StatusCode);
        var others = new[] { "/today", "/incidents", "/follow-ups", "/audit", "/admin", "/admin/users" }.Where(p => p != landing);
        foreach (var other in others)
        {
            var mine = (role, other) switch
            {
                (Role.CaseWorker or Role.Supervisor, "/incidents" or "/follow-ups") => true,
                (Role.Administrator, "/admin/users") => true,
                _ => false,
            };
            Assert.Equal(mine ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await member.Browser.GetAsync(other)).StatusCode);
        }
    }
}

/// <summary>A team with an incident to be followed up.</summary>
public sealed class ListApp : WebApp, IAsyncLifetime
{
    public TeamId Team { get; private set; }

    public SignedIn Worker { get; private set; } = null!;

    public SignedIn Supervisor { get; private set; } = null!;

    public SignedIn Auditor { get; private set; } = null!;

    public string Number { get; private set; } = "";

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Team = await FoundTeamAsync();
        Worker = await SignInAsync(Role.CaseWorker, Team);
        Supervisor = await SignInAsync(Role.Supervisor, Team);
        Auditor = await SignInAsync(Role.Auditor);
        Number = (await SendAsync(Worker.Actor, Build.AnIncident())).Value;
    }
}
