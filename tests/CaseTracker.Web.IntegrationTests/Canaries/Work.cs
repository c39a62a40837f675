using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CaseTracker.Web.IntegrationTests.Canaries;

/// <summary>Everybody comes in, types into everything, and then reads everything.</summary>
internal sealed class Work(BuiltSite site, CanaryBook book)
{
    public const string Administrator = "administrator";
    public const string Owner = "owner";
    public const string Teammate = "teammate";
    public const string Supervisor = "supervisor of the team";
    public const string Outsider = "worker of another team";
    public const string Auditor = "auditor";
    public const string Visitor = "visitor";

    /// <summary>Who sees the incidents of the owner.</summary>
    public static readonly IReadOnlySet<string> Team = new HashSet<string> { Owner, Teammate, Supervisor };

    private const int Incidents = 3;
    private const int FollowUps = 16;

    private readonly Dictionary<string, Reader> _readers = [];

    public List<Exchange> Exchanges { get; } = [];

    public Typing Typing { get; } = new(book);

    public string EmailOf(string reader) => _readers.TryGetValue(reader, out var known) ? known.Email : "";

    public async Task EnterAsync()
    {
        var administrator = _readers[Administrator] = new Reader(Administrator, site.Address!, Exchanges);
        var firstRun = new Uri(await site.HeardAsync("/first-run?code="));
        using var made = await DoneAsync(Typing.SendAsync(administrator, firstRun.PathAndQuery));
        administrator.Email = EmailTypedInto("/first-run");
        await SetUpAsync(administrator, made.Headers.Location!.OriginalString);
        using var team = await DoneAsync(Typing.SendAsync(administrator, "/admin/users"));
        using var otherTeam = await DoneAsync(Typing.SendAsync(administrator, "/admin/users"));
        var teams = (await administrator.OpenAsync("/admin/users/invite")).Page.QuerySelectorAll<IHtmlInputElement>("[name='Form.Teams']").Select(t => t.Value).ToList();
        Assert.Equal(2, teams.Count);
        await InviteAsync(Owner, "CaseWorker", teams[0]);
        await InviteAsync(Teammate, "CaseWorker", teams[0]);
        await InviteAsync(Supervisor, "Supervisor", teams[0]);
        await InviteAsync(Outsider, "CaseWorker", teams[1]);
        await InviteAsync(Auditor, "Auditor");
    }

    public async Task TypeAsync()
    {
        var owner = _readers[Owner];
        for (var i = 0; i < Incidents; i++)
        {
            // Far enough apart not to be taken for one and the same.
            var year = (TimeProvider.System.GetUtcNow().Year - 1 - i).ToString(CultureInfo.InvariantCulture);
            using var logged = await DoneAsync(Typing.SendAsync(owner, "/incidents/log", target: "[do=log]", answers: [("Form.StartedOn.Year", year), ("Form.EndedOn.Year", year)]));
            var address = logged.Headers.Location!.OriginalString.Split('?')[0];
            if (i == 0)
            {
                await ThreatenAsync(owner, address);
                await ReportAsync(owner, address);
            }

            for (var j = 0; i == 0 && j < FollowUps; j++)
            {
                using var planned = await DoneAsync(Typing.SendAsync(owner, $"{address}/follow-ups", target: "/follow-ups"));
            }
        }

        await GroupAsync(owner);
        await CloseFollowUpsAsync(owner);
        await new Walk(owner, Typing).GoAsync("/confirm");
        foreach (var name in new[] { Teammate, Supervisor, Outsider, Auditor, Administrator })
        {
            await new Walk(_readers[name], Typing).GoAsync();
        }

        await TryAsync();
    }

    /// <summary>This month, so that it is a sign of escalation.</summary>
    private async Task ThreatenAsync(Reader owner, string address)
    {
        var today = TimeProvider.System.GetUtcNow();
        var (year, month) = (today.Year.ToString(CultureInfo.InvariantCulture), today.Month.ToString(CultureInfo.InvariantCulture));
        using var threatened = await DoneAsync(Typing.SendAsync(owner, $"{address}/acts/add", target: "/acts/add", answers: [("Form.Code", "0201030201"), ("Form.On.Year", year), ("Form.On.Month", month), ("Form.On.Day", "")]));
    }

    /// <summary>A path that begins without a report, so that its next stage asks before whom it runs; the walk opens no second one.</summary>
    private async Task ReportAsync(Reader owner, string address)
    {
        using var unreported = await DoneAsync(Typing.SendAsync(owner, $"{address}/justice/open", target: "/justice/open", answers: [("Form.Stage", "J0"), ("Form.Authority", ""), ("Form.Unit", ""), ("Form.NotReportedReason", "CT-NRR-FEAR")]));
        var stage = (await owner.OpenAsync($"{address}/justice")).Page.QuerySelector("main a[href$='/stage']")!.GetAttribute("href")!;
        using var reported = await DoneAsync(Typing.SendAsync(owner, stage, target: "/stage", answers: ("Form.Stage", "J1")));
        using var opened = await DoneAsync(Typing.SendAsync(owner, $"{address}/justice/open", target: "/justice/open"));
        using var started = await DoneAsync(Typing.SendAsync(owner, $"{address}/justice/open", target: "/justice/open", answers: [("Form.Stage", "J2")]));
        var report = (await owner.OpenAsync($"{address}/justice")).Page.QuerySelector("main a[href$='/report']")!.GetAttribute("href")!;
        using var missing = await DoneAsync(Typing.SendAsync(owner, report, target: "/report"));
    }

    /// <summary>Every page that anybody is led to, read once more now that everything is there, and some that links do not lead to.</summary>
    public async Task ReadAsync()
    {
        foreach (var reader in _readers.Values)
        {
            await new Walk(reader).GoAsync("/errors/404", "/audit/export", "/admin/mail");
        }

        await ReadAuthoritiesAsync(_readers[Administrator]);
        await ReadRemindersAsync(_readers[Owner]);
        await new Walk(new Reader(Visitor, site.Address!, Exchanges)).GoAsync("/sign-in", "/first-run", "/errors/404", "/incidents");
    }

    /// <summary>Only where somebody settled a reminder themselves does a link lead there.</summary>
    private async Task ReadRemindersAsync(Reader owner)
    {
        await owner.OpenAsync($"{FirstOf("/interventions/{intervention:guid}")}/remind");
        await owner.OpenAsync(FirstOf("/incidents/{number}/protection/{measure:guid}/step").Replace("/step", "/remind", StringComparison.Ordinal));

        string FirstOf(string route) => Exchanges.First(e => Routes.Of(e.Address) == route && !e.Address.Contains('?', StringComparison.Ordinal)).Address;
    }

    /// <summary>Each authority's form shows both of its names, and the list one.</summary>
    private static async Task ReadAuthoritiesAsync(Reader administrator)
    {
        for (string? list = "/admin/authorities"; list is not null;)
        {
            var page = (await administrator.OpenAsync(list)).Page;
            foreach (var address in page.QuerySelectorAll("main .authority-rows a").Select(a => a.GetAttribute("href")!))
            {
                await administrator.OpenAsync(address);
            }

            list = page.QuerySelector("main a[rel=next]")?.GetAttribute("href");
        }
    }

    /// <summary>A campaign to which one incident belongs and another no longer does.</summary>
    private async Task GroupAsync(Reader owner)
    {
        using var started = await DoneAsync(Typing.SendAsync(owner, "/campaigns/new", target: "/campaigns/new"));
        var campaign = started.Headers.Location!.OriginalString.Split('?')[0];
        var numbers = (await owner.OpenAsync("/incidents")).Page.QuerySelectorAll("main a[href^='/incidents/CT-']").Select(a => a.TextContent.Trim()).Distinct().Take(2).ToList();
        foreach (var number in numbers)
        {
            using var added = await DoneAsync(Typing.SendAsync(owner, $"{campaign}/incidents/add", target: "/incidents/add", answers: ("Form.Incident", number)));
        }

        using var removed = await DoneAsync(Typing.SendAsync(owner, $"{campaign}/incidents/remove?incident={numbers[1]}", target: "/incidents/remove"));
    }

    /// <summary>One after the other, as each way of closing one takes its form away.</summary>
    private async Task CloseFollowUpsAsync(Reader owner)
    {
        var list = (await owner.OpenAsync("/follow-ups")).Page.QuerySelectorAll("main a[href^='/follow-ups/']").Select(a => a.GetAttribute("href")!).Distinct().ToList();
        foreach (var address in list.Take(FollowUps / 2))
        {
            await Typing.TypeAsync(owner, address, (await owner.OpenAsync(address)).Page);
        }
    }

    /// <summary>What the walk does not do by itself: wrong sign-ins, a session that was lost, somebody else's name looked for, an identity opened.</summary>
    private async Task TryAsync()
    {
        var visitor = new Reader(Visitor, site.Address!, Exchanges);
        using var guessed = await Typing.SendAsync(visitor, "/sign-in", isWhole: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, guessed?.StatusCode);

        await SearchAsync();
        foreach (var people in Exchanges.Where(e => e.Reader == Owner && Routes.Of(e.Address) == "/incidents/{number}/people").Select(e => e.Address).Distinct().ToList())
        {
            var page = (await _readers[Owner].OpenAsync(people)).Page;
            foreach (var address in page.QuerySelectorAll("main a[href$='/identity']").Select(a => a.GetAttribute("href")!))
            {
                await OpenIdentityAsync(address);
            }
        }

        await LoseSessionAsync();
    }

    /// <summary>Somebody else's words looked for: by who finds them, and by who comes to learn that they are there.</summary>
    private async Task SearchAsync()
    {
        var logged = Typing.All.Where(t => t is { Page: "/incidents/log", WasTaken: true } && t.Target.EndsWith("[do=log]", StringComparison.Ordinal)).ToList();
        foreach (var field in new[] { "Form.Title", "Form.Narrative", "Form.Municipality", "Form.Victims[].Name" })
        {
            // The last one logged is still as it was logged.
            var word = logged.Last(t => t.Field == field && t.Canary.Typist == Owner).Canary.Word;
            var found = (await _readers[Teammate].OpenAsync($"/incidents?text={Uri.EscapeDataString(CanaryBook.Plain(word))}")).Page;
            var hidden = (await _readers[Outsider].OpenAsync($"/incidents?text={Uri.EscapeDataString(word)}")).Page;
            Assert.True(found.QuerySelectorAll("main a[href^='/incidents/CT-']").Length > 0, $"{field} is not found.");
            Assert.Empty(hidden.QuerySelectorAll("main a[href^='/incidents/CT-']"));
        }

        var name = logged.Last(t => t.Field == "Form.Victims[].Name" && t.Canary.Typist == Owner).Canary.Word;
        using var doubled = await DoneAsync(Typing.SendAsync(_readers[Outsider], "/incidents/log", target: "?handler=Duplicates", answers: ("Form.Victims[0].Name", name)));
    }

    private async Task OpenIdentityAsync(string address)
    {
        var form = new FormOnPage(address, (await _readers[Owner].OpenAsync(address)).Page.QuerySelector<IHtmlFormElement>("main form")!);

        // What is no longer the owner's asks for a reason, and that was typed already.
        if (form.Texts.Count == 0)
        {
            using var opened = await _readers[Owner].SendAsync(form, form.Targets[0], form.FillTextsAlone((_, _) => ""));
            Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        }
    }

    private async Task LoseSessionAsync()
    {
        var reader = _readers[Teammate];
        var (_, page) = await reader.OpenAsync("/incidents/log");
        reader.LoseSession();
        using var lost = await Typing.SendAsync(reader, "/incidents/log", page, target: "[do=log]");
        var asked = await Reader.ParseAsync(lost!);
        Assert.NotNull(asked.QuerySelector("[name=Kept]"));
        using var first = await DoneAsync(Typing.SendAsync(reader, "/sign-in", asked, target: "/sign-in"));
        var step = await Reader.ParseAsync(first);
        using var wrong = await Typing.SendAsync(reader, "/sign-in", step, isWhole: false);
        using var second = await DoneAsync(Typing.SendAsync(reader, "/sign-in", step, target: "/sign-in/second-step"));
    }

    private async Task InviteAsync(string name, string role, params string[] teams)
    {
        using var invited = await DoneAsync(Typing.SendAsync(_readers[Administrator], "/admin/users/invite", answers: [("Form.Role", role), .. teams.Select(t => ($"Form.Teams={t}", "yes"))]));
        var reader = _readers[name] = new Reader(name, site.Address!, Exchanges) { Email = EmailTypedInto("/admin/users/invite") };
        var link = new Uri((await Reader.ParseAsync(invited)).QuerySelectorAll("input, code, a").Select(e => e.GetAttribute("value") ?? e.GetAttribute("href") ?? e.TextContent).First(t => t.Contains("/account/set-up?", StringComparison.Ordinal)));
        await SetUpAsync(reader, link.PathAndQuery);
    }

    /// <summary>From the link to the end of the second factor.</summary>
    private async Task SetUpAsync(Reader reader, string link)
    {
        using var chosen = await DoneAsync(Typing.SendAsync(reader, link));
        using var entered = await DoneAsync(Typing.SendAsync(reader, "/sign-in"));
        using var confirmed = await Typing.SendAsync(reader, "/confirm", isWhole: false);
        using var guessed = await Typing.SendAsync(reader, "/account/second-factor/app", isWhole: false);
        using var app = await DoneAsync(Typing.SendAsync(reader, "/account/second-factor/app"));
    }

    private string EmailTypedInto(string page) => $"{CanaryBook.Plain(Typing.All.Last(t => t.Page == page && t.Field == "Form.Email").Canary.Word)}@example.org";

    private static async Task<HttpResponseMessage> DoneAsync(Task<HttpResponseMessage?> sending)
    {
        var answer = await sending;
        Assert.NotNull(answer);
        Assert.True((int)answer.StatusCode < 400, $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.PathAndQuery} answered {(int)answer.StatusCode}:\n{(await Reader.ParseAsync(answer)).QuerySelector(".error-summary")?.TextContent}");
        return answer;
    }
}
