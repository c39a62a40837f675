using System.Net;
using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Testing.Web;
using CaseTracker.Web.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Web.IntegrationTests.Access;

/// <summary>A sign-in is proof enough for a quarter of an hour; after that, names and roles ask for another one.</summary>
public sealed class StepUpTests(WebApp site) : IClassFixture<WebApp>
{
    private const string Typed = "A name that took time to type";

    [Fact]
    public async Task A_fresh_sign_in_is_proof_enough()
    {
        var (worker, address) = await WithIdentityAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.OK, (await worker.Browser.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_it_asks_once_and_leads_back()
    {
        var (worker, address) = await WithIdentityAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(16));
        using var asked = await worker.Browser.GetAsync(address);
        Assert.Equal((HttpStatusCode.Redirect, $"/confirm?returnUrl={Uri.EscapeDataString(address)}"), (asked.StatusCode, asked.Headers.Location!.ToString()));

        using var confirmed = await worker.Browser.PostFormAsync(asked.Headers.Location!.ToString(), [("Form.Code", site.CodeOf(worker.App.Key))]);

        Assert.Equal((HttpStatusCode.Redirect, address), (confirmed.StatusCode, confirmed.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await worker.Browser.GetAsync(address)).StatusCode);
        Assert.True(await site.IsInTrailAsync("ConfirmPresence", worker.Actor));
    }

    [Fact]
    public async Task What_was_typed_survives_the_confirmation()
    {
        var administrator = await site.SignInAsync(Role.Administrator);
        var somebody = await site.ExpectedAsync();
        var address = $"/admin/users/{somebody.Actor.Id!.Value.Value:N}";
        var page = await administrator.Browser.OpenAsync(address);
        site.Clock.Advance(TimeSpan.FromMinutes(16));

        using var stopped = await administrator.Browser.SubmitAsync(page, address, [("Form.DisplayName", Typed), ("Form.Role", nameof(Role.Auditor))]);
        Assert.Equal(HttpStatusCode.Unauthorized, stopped.StatusCode);
        using var wrong = await administrator.Browser.SubmitAsync(await Browser.ReadAsync(stopped), "/confirm", [("Form.Code", "000000")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var confirmed = await administrator.Browser.SubmitAsync(await Browser.ReadAsync(wrong), "/confirm", [("Form.Code", site.CodeOf(administrator.App.Key))]);
        using var sent = await administrator.Browser.SubmitAsync(await Browser.ReadAsync(confirmed), "/confirm", [("Form.DisplayName", Typed)]);

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var changed = (await administrator.Browser.OpenAsync(address)).QuerySelector("[name='Form.DisplayName']")!.GetAttribute("value");
        Assert.Equal(Typed, changed);
    }

    [Fact]
    public async Task Naming_somebody_for_an_incident_asks_for_it_and_keeps_what_was_typed()
    {
        var worker = await site.SignInAsync(Role.CaseWorker, await site.FoundTeamAsync());
        var named = await site.SignInAsync(Role.CaseWorker, await site.FoundTeamAsync());
        var address = $"/incidents/{(await site.SendAsync(worker.Actor, AnIncident())).Value}/access";
        site.Clock.Advance(TimeSpan.FromMinutes(16));
        (string, string?)[] typed = [("Form.Member", named.Actor.Id!.Value.Value.ToString("N")), ("Form.Level", "Identities"), ("Form.Reason", "Takes the testimony")];

        using var stopped = await worker.Browser.PostFormAsync(address, typed);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.NotFound), (stopped.StatusCode, (await named.Browser.GetAsync(address)).StatusCode));
        using var confirmed = await worker.Browser.SubmitAsync(await Browser.ReadAsync(stopped), "/confirm", [("Form.Code", site.CodeOf(worker.App.Key))]);
        using var sent = await worker.Browser.SubmitAsync(await Browser.ReadAsync(confirmed), "/confirm", [("Form.Reason", "Takes the testimony")]);

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await named.Browser.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("password")]
    [InlineData("PASSWORD")]
    public async Task A_password_is_changed_after_a_proof_alone(string handler)
    {
        var member = await site.SignInAsync(Role.CaseWorker);
        var page = await member.Browser.OpenAsync("/account");
        Assert.NotNull(page.QuerySelector("[name='Secret.Current']"));
        site.Clock.Advance(TimeSpan.FromMinutes(16));

        var stale = await member.Browser.OpenAsync("/account");
        Assert.Null(stale.QuerySelector("[name='Secret.Current']"));
        Assert.NotNull(stale.QuerySelector("main a[href='/confirm?returnUrl=%2Faccount']"));
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var sent = await member.Browser.Http.PostAsync(
            $"/account?handler={handler}",
            new FormUrlEncodedContent([new("Secret.Current", WebApp.Password), new("Secret.Password", "another four words here"), new("Secret.Repeated", "another four words here"), new("__RequestVerificationToken", token)]));

        Assert.StartsWith("/confirm?", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.False(await site.IsInTrailAsync("ChangeOwnPassword", member.Actor));
        using var named = await member.Browser.PostFormAsync("/account", [("Form.DisplayName", "Another name")]);
        Assert.Equal("/account", named.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_code_that_opened_the_session_confirms_nothing()
    {
        var (worker, address) = await WithIdentityAsync();
        var used = site.CodeOf(worker.App.Key);

        using var answer = await worker.Browser.PostFormAsync($"/confirm?returnUrl={Uri.EscapeDataString(address)}", [("Form.Code", used)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Neither_a_password_nor_a_recovery_code_stands_in_for_the_app()
    {
        var (worker, _) = await WithIdentityAsync();
        var page = await worker.Browser.OpenAsync("/confirm");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        site.Clock.Advance(TimeSpan.FromMinutes(16));

        foreach (var (field, value) in new[] { ("Form.Password", WebApp.Password), ("Form.Code", worker.App.RecoveryCodes[0]) })
        {
            using var answer = await worker.Browser.Http.PostAsync("/confirm", new FormUrlEncodedContent([new(field, value), new("__RequestVerificationToken", token)]));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task Leads_nowhere_but_to_this_site(string elsewhere)
    {
        var worker = await site.SignInAsync(Role.CaseWorker);
        using var answer = await worker.Browser.PostFormAsync($"/confirm?returnUrl={Uri.EscapeDataString(elsewhere)}", [("Form.Code", site.CodeOf(worker.App.Key, 1))]);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("/admin/users/invite")]
    [InlineData("/admin/users/{id}")]
    [InlineData("/admin/users/{id}/access")]
    [InlineData("/account/second-factor")]
    public async Task Roles_and_second_factors_ask_for_it_too(string pattern)
    {
        var administrator = await site.SignInAsync(Role.Administrator);
        var address = pattern.Replace("{id}", administrator.Actor.Id!.Value.Value.ToString("N"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await administrator.Browser.GetAsync(address)).StatusCode);

        site.Clock.Advance(TimeSpan.FromMinutes(16));

        using var asked = await administrator.Browser.GetAsync(address);
        Assert.StartsWith("/confirm?", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_before_it_looks_whether_there_is_such_a_record()
    {
        var (worker, address) = await WithIdentityAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(16));
        using var missing = await worker.Browser.GetAsync($"/incidents/CT-2026-99999/people/{Cast.NoSuchId}/identity");
        using var real = await worker.Browser.GetAsync(address);
        Assert.Equal(real.StatusCode, missing.StatusCode);
    }

    [Fact]
    public void Names_exports_and_roles_are_marked()
    {
        foreach (var type in new[] { typeof(Pages.Incidents.IdentityModel), typeof(Pages.Audit.ExportModel), typeof(Pages.Admin.MemberModel), typeof(Pages.Admin.InviteModel), typeof(Pages.Admin.AccessModel), typeof(Pages.Incidents.AccessModel), typeof(Pages.Account.IndexModel) })
        {
            Assert.True(type.IsDefined(typeof(StepUpAttribute), inherit: false), type.Name);
        }
    }

    private async Task<(SignedIn Worker, string Address)> WithIdentityAsync()
    {
        var worker = await site.SignInAsync(Role.CaseWorker, await site.FoundTeamAsync());
        var number = (await site.SendAsync(worker.Actor, AnIncident())).Value;
        var person = (await site.SendAsync(worker.Actor, new GetPeople(number))).Value[0].Person!.Value;
        return (worker, $"/incidents/{number}/people/{person.Value}/identity");
    }

    /// <summary>Where everything is invented, the password is enough for both.</summary>
    public sealed class InADemonstration(InADemonstration.App site) : IClassFixture<InADemonstration.App>
    {
        [Fact]
        public async Task The_password_opens_a_session_and_confirms()
        {
            var somebody = await site.ExpectedAsync(withApp: false, Role.Administrator);
            var browser = site.Visitor();
            using var entered = await browser.PasswordAsync(somebody.Email);
            Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (entered.StatusCode, (await browser.GetAsync("/admin/users/invite")).StatusCode));

            site.Clock.Advance(TimeSpan.FromMinutes(16));
            using var asked = await browser.GetAsync("/admin/users/invite");
            using var wrong = await browser.PostFormAsync(asked.Headers.Location!.ToString(), [("Form.Password", "not the password")]);
            using var right = await browser.PostFormAsync(asked.Headers.Location!.ToString(), [("Form.Password", WebApp.Password)]);

            Assert.Equal((HttpStatusCode.UnprocessableEntity, "/admin/users/invite"), (wrong.StatusCode, right.Headers.Location!.ToString()));
        }

        [Fact]
        public async Task Whoever_set_up_a_factor_is_asked_for_it_there_too()
        {
            var somebody = await site.ExpectedAsync();
            var browser = site.Visitor();
            using var first = await browser.PasswordAsync(somebody.Email);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (first.StatusCode, (await browser.GetAsync("/today")).StatusCode));
        }

        public sealed class App : WebApp
        {
            protected override void ConfigureWebHost(IWebHostBuilder builder)
            {
                base.ConfigureWebHost(builder);
                builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(new SignInRules(SecondFactorIsCompulsory: false))));
            }
        }
    }
}
