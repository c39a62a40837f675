using System.Net;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;
using Microsoft.AspNetCore.Hosting;

namespace CaseTracker.Web.IntegrationTests.Http;

/// <summary>The lists of bad input on the forms that are not an incident's own: a clear answer each time, and never a fault.</summary>
public sealed class EveryOtherFormBadInputTests(EveryOtherFormBadInputTests.OpenSite site) : IClassFixture<EveryOtherFormBadInputTests.OpenSite>
{
    public static TheoryData<string, string> Fields => new()
    {
        { "sign-in", "Form.Email" },
        { "sign-in", "Form.Password" },
        { "sign-in", "ReturnUrl" },
        { "set-up", "Form.Password" },
        { "set-up", "Form.Repeated" },
        { "set-up", "user" },
        { "set-up", "code" },
        { "account", "Form.DisplayName" },
        { "account", "Form.Language" },
        { "password", "Secret.Current" },
        { "password", "Secret.Password" },
        { "password", "Secret.Repeated" },
        { "ask", "Form.Status" },
        { "ask", "Form.Reason" },
        { "ask", "Form.On.Day" },
        { "ask", "Form.On.Year" },
        { "ask", "Version" },
        { "context", "Release" },
        { "context", "Version" },
        { "follow-up", "Form.Do" },
        { "follow-up", "Form.Note" },
        { "follow-up", "Form.Version" },
        { "postpone", "Form.Until" },
        { "postpone", "Form.Reason" },
        { "reassign", "Form.Assignee" },
        { "intervention", "Form.Type" },
        { "intervention", "Form.Addressee" },
        { "intervention", "Form.SentOn.Year" },
        { "intervention", "Form.Summary" },
        { "intervention", "Form.DueOn" },
        { "intervention", "Form.Proceeding" },
        { "intervention", "Form.Key" },
        { "track", "Form.Summary" },
        { "track", "Form.SentOn.Day" },
        { "reply", "Form.ReceivedOn.Year" },
        { "reply", "Form.Code" },
        { "reply", "Form.Substance" },
        { "reply", "Form.Corrects" },
        { "reply", "Version" },
        { "withdraw", "Form.Entry" },
        { "withdraw", "Form.Reason" },
        { "withdraw", "Version" },
        { "grade", "Form.Reply" },
        { "grade", "Form.Grade" },
        { "grade", "Form.Reason" },
        { "reply-due", "Form.DueOn" },
        { "reply-due", "Form.Reason" },
        { "close", "Form.Reason" },
        { "member", "Form.DisplayName" },
        { "member", "Form.Role" },
        { "member", "Form.Teams" },
        { "member", "Form.IsActive" },
        { "member", "Form.Version" },
        { "team", "Form.Name" },
        { "discard", "draft" },
        { "campaign", "Form.Title" },
        { "campaign", "Form.Description" },
        { "campaign", "Form.FirstSeen.Day" },
        { "campaign", "Form.FirstSeen.Year" },
        { "campaign", "Form.Narratives" },
        { "campaign", "Form.Outlets[0].Kind" },
        { "campaign", "Form.Outlets[0].Name" },
        { "campaign", "Form.Speakers[0].Label" },
        { "campaign", "Form.Speakers[0].IsOfficial" },
        { "campaign", "Form.Speakers[0].Perpetrator" },
        { "campaign", "Form.ReachNumber" },
        { "campaign", "Form.ReachUnit" },
        { "campaign", "Form.ReachOn" },
        { "campaign", "Form.Addresses[0].Url" },
        { "campaign", "Form.Addresses[0].ArchivedOn" },
        { "campaign", "Form.Key" },
        { "campaign-edit", "Form.Title" },
        { "campaign-edit", "Form.Outlets[0].Name" },
        { "campaign-edit", "Version" },
        { "campaign-add", "Form.Incident" },
        { "campaign-add", "Form.Reason" },
        { "campaign-remove", "Form.Reason" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Gets_a_clear_answer(string form, string field)
    {
        foreach (var name in BadInputs.TextNames)
        {
            var (browser, address, others, handler) = await site.OpenFormAsync(form);
            (string Name, string? Value)[] sent = [.. others.Where(o => o.Name != field), (field, BadInputs.Text(name))];

            using var answer = await browser.PostFormAsync(address, sent, handler);

            Assert.True((int)answer.StatusCode is 302 or (>= 400 and < 500), $"{name} in {field} of {form}: {(int)answer.StatusCode}");
            if (answer.StatusCode == HttpStatusCode.Found)
            {
                Assert.StartsWith("/", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
                Assert.DoesNotContain("//", answer.Headers.Location.OriginalString, StringComparison.Ordinal);
            }
            else
            {
                var page = await Browser.ReadAsync(answer);
                Assert.NotNull(page.QuerySelector("h1"));
                Assert.Empty(page.QuerySelectorAll("main script, main svg[onload]"));
                Assert.DoesNotContain("49", page.QuerySelector(".error-summary")?.TextContent ?? "", StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/today\r\nSet-Cookie: x=y")]
    public async Task Signing_in_leads_to_no_other_site(string returnUrl)
    {
        var number = Guid.NewGuid().ToString("N");
        await site.JoinAsync("Somebody", $"{number}@example.org", Role.CaseWorker, []);

        using var answer = await site.Visitor().PostFormAsync("/sign-in", [("Form.Email", $"{number}@example.org"), ("Form.Password", WebApp.Password), ("ReturnUrl", returnUrl)]);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    /// <summary>Everybody who has one of these forms, and no limit on attempts: it has a test of its own.</summary>
    public sealed class OpenSite : WebApp, IAsyncLifetime
    {
        private SignedIn _worker = null!;
        private SignedIn _administrator = null!;
        private TeamId _team;
        private string _number = "";
        private string _ask = "";

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            _team = await FoundTeamAsync();
            _worker = await SignInAsync(Role.Supervisor, _team);
            await SignInAsync(Role.CaseWorker, _team);
            _administrator = await SignInAsync(Role.Administrator);
            _number = (await SendAsync(_worker.Actor, Build.AnIncident())).Value;
            Assert.Empty((await SendAsync(_worker.Actor, new OpenProceeding(_number, 1, "CT-PRC-CRIM", new StageInput("J1", new DateInput(2026, 3, 4), "Copy of the complaint", null, Build.NoDate, Authority: "CT-AUT-FGR")))).Refusals);
            foreach (var release in (await _worker.Browser.OpenAsync("/reference")).QuerySelectorAll("main a[href^='/reference/']").Select(a => a.GetAttribute("href")!.Split('#')[0]).Distinct())
            {
                _ask = (await _worker.Browser.OpenAsync(release)).QuerySelector("a[href*='/asks/']")?.GetAttribute("href") ?? _ask;
            }
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("SignIn:AttemptsPerMinute", "100000");
        }

        public async Task<(Browser Browser, string Address, (string Name, string? Value)[] Others, string? Handler)> OpenFormAsync(string form) => form switch
        {
            "sign-in" => (Visitor(), "/sign-in", [("Form.Email", "nobody@example.org"), ("Form.Password", "four words nobody says")], null),
            "set-up" => (Visitor(), (await SendAsync(Actor.System(), new AddMember("New", $"{Guid.NewGuid():N}@example.org", Role.Auditor, "en", []))).Value.Path, [("Form.Password", "four words nobody says"), ("Form.Repeated", "four words nobody says")], null),
            "account" => (_administrator.Browser, "/account", [("Form.DisplayName", "Somebody"), ("Form.Language", "es")], null),
            "password" => (_administrator.Browser, "/account", [("Secret.Current", WebApp.Password), ("Secret.Password", "four words nobody says"), ("Secret.Repeated", "four words nobody says")], "password"),
            "ask" => (_worker.Browser, _ask, [("Form.Reason", "Read in the gazette")], null),
            "context" => (_worker.Browser, $"/incidents/{_number}/context", [("Release", "")], null),
            "follow-up" => (_worker.Browser, await PlanAsync(), [("Form.Do", "CT-FUO-DONE")], null),
            "postpone" => (_worker.Browser, await PlanAsync(), [("Form.Do", "postpone"), ("Form.Until", "2026-05-01"), ("Form.Reason", "x")], null),
            "reassign" => (_worker.Browser, await PlanAsync(), [("Form.Do", "reassign")], null),
            "intervention" => (_worker.Browser, $"/incidents/{_number}/interventions/add", [("Form.Type", "UA"), ("Form.Addressee", "The ministry"), ("Form.SentOn.Year", "2026"), ("Form.DueReason", "x")], null),
            "track" => (_worker.Browser, $"{_ask}/track", [("Form.Type", "AL"), ("Form.SentOn.Year", "2026")], null),
            "reply" => (_worker.Browser, $"{await AskAsync(acknowledged: true)}/reply", [("Version", "2"), ("Form.ReceivedOn.Year", "2026"), ("Form.Code", "05"), ("Form.Substance", "x")], null),
            "withdraw" => (_worker.Browser, $"{await AskAsync(acknowledged: true)}/withdraw", [("Version", "2"), ("Form.Entry", "1"), ("Form.Reason", "x")], null),
            "grade" => (_worker.Browser, $"{await AskAsync()}/grade", [("Version", "1"), ("Form.Reply", "1"), ("Form.Grade", "A"), ("Form.Reason", "x")], null),
            "reply-due" => (_worker.Browser, $"{await AskAsync()}/due", [("Version", "1"), ("Form.DueOn", "2026-06-01"), ("Form.Reason", "x")], null),
            "close" => (_worker.Browser, $"{await AskAsync()}/close", [("Version", "1")], null),
            "member" => (_administrator.Browser, $"/admin/users/{(await SendAsync(Actor.System(), new AddMember("Other", $"{Guid.NewGuid():N}@example.org", Role.Auditor, "en", []))).Value.Member.Value:N}", [("Form.DisplayName", "Other")], null),
            "team" => (_administrator.Browser, "/admin/users", [("Form.Name", "A team")], null),
            "discard" => (_worker.Browser, await DraftAsync(), [], null),
            "campaign" => (_worker.Browser, "/campaigns/new", [("Form.Title", "Front pages")], null),
            "campaign-edit" => (_worker.Browser, $"/campaigns/{await CampaignAsync()}/edit", [], null),
            "campaign-add" => (_worker.Browser, $"/campaigns/{await CampaignAsync()}/incidents/add", [("Form.Incident", _number), ("Form.Reason", "Same article")], null),
            "campaign-remove" => (_worker.Browser, $"/campaigns/{await CampaignAsync(_number)}/incidents/remove?incident={_number}", [], null),
            _ => throw new NotSupportedException(form),
        };

        /// <param name="acknowledged">There is something on record that a reply can correct.</param>
        private async Task<string> AskAsync(bool acknowledged = false)
        {
            var asked = await SendAsync(_worker.Actor, new RecordIntervention(Guid.CreateVersion7(), _number, null, new InterventionInput("UA", "The ministry", new DateInput(2026, 3, 1), null, null, null)));
            Assert.Empty(asked.Refusals);
            if (acknowledged)
            {
                Assert.Empty((await SendAsync(_worker.Actor, new RecordReply(asked.Value, 1, new ReplyInput(new DateInput(2026, 3, 2), IsAcknowledgement: true, null, "Received", null, null)))).Refusals);
            }

            return $"/interventions/{asked.Value.Value}";
        }

        private async Task<string> CampaignAsync(string? incident = null)
        {
            var typed = new CampaignInput("Front pages", null, Build.NoDate, [], [], [], null, null, null, []);
            var campaign = (await SendAsync(_worker.Actor, new StartCampaign(Guid.CreateVersion7(), typed, null))).Value;
            if (incident is not null)
            {
                Assert.Empty((await SendAsync(_worker.Actor, new AddIncidentToCampaign(campaign, incident, "Same article"))).Refusals);
            }

            return campaign;
        }

        private async Task<string> PlanAsync()
        {
            var id = Guid.CreateVersion7();
            Assert.Empty((await SendAsync(_worker.Actor, new ScheduleFollowUp(id, _number, "CT-FUK-CALL", null, new DateOnly(2026, 4, 1), null, Recurrence.None))).Refusals);
            return $"/follow-ups/{id:N}";
        }

        private async Task<string> DraftAsync()
        {
            var saved = await _worker.Browser.PostFormAsync("/incidents/log", [("do", "save")]);
            var draft = saved.Headers.Location!.OriginalString.Split('=')[1];
            return $"/incidents/log/discard?draft={draft}";
        }
    }
}
