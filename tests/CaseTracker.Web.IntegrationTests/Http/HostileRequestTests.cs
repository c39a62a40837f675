using System.Net;
using CaseTracker.Domain.Access;
using CaseTracker.Testing.Web;
using Microsoft.AspNetCore.Hosting;

namespace CaseTracker.Web.IntegrationTests.Http;

/// <summary>Requests that no browser of ours sends: forged, from elsewhere, or too many.</summary>
public sealed class HostileRequestTests(HostileRequestTests.PublicSite site) : IClassFixture<HostileRequestTests.PublicSite>
{
    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("casos.example.org.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("casos.example.org", HttpStatusCode.OK)]
    public async Task Another_host_is_refused(string host, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Host = host;

        using var answer = await site.Visitor().Http.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain("evil", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forged_forwarding_changes_no_address()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/today");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Forwarded-For", "198.51.100.7");
        request.Headers.Add("X-Forwarded-Prefix", "/evil");
        request.Headers.Add("X-Original-URL", "/admin/users");
        request.Headers.Add("Forwarded", "host=evil.example;proto=http");

        using var answer = await site.Visitor().Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.DoesNotContain("evil", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("admin", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/incidents/log")]
    [InlineData("/account")]
    [InlineData("/language")]
    [InlineData("/theme")]
    [InlineData("/sign-out")]
    public async Task A_post_from_another_site_is_refused(string address)
    {
        var worker = await site.SignInAsync(Role.CaseWorker, await site.FoundTeamAsync());
        var stranger = await site.SignInAsync(Role.CaseWorker, await site.FoundTeamAsync());
        var theirs = (await stranger.Browser.OpenAsync("/account")).QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!;

        foreach (var token in new[] { null, "", "forged", theirs })
        {
            using var content = new FormUrlEncodedContent(token is null ? [new("do", "log")] : [new("do", "log"), new("__RequestVerificationToken", token)]);
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
            request.Headers.Add("Origin", "https://evil.example");
            using var answer = await worker.Browser.Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await worker.Browser.GetAsync("/today")).StatusCode);
    }

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("1e309")]
    public async Task A_version_that_is_no_number_of_ours_is_answered(string version)
    {
        var worker = await site.SignInAsync(Role.CaseWorker, await site.FoundTeamAsync());
        var number = (await site.SendAsync(worker.Actor, CaseTracker.Testing.Build.AnIncident())).Value;

        using var answer = await worker.Browser.PostFormAsync($"/incidents/{number}/edit", [("Version", version)]);

        Assert.True((int)answer.StatusCode is 409 or 422, $"{(int)answer.StatusCode}");
        Assert.Equal(HttpStatusCode.NotFound, (await worker.Browser.GetAsync($"/incidents/{version}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.Browser.GetAsync($"/follow-ups/{version}")).StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_before_it_is_read()
    {
        // The size of a body is the server's to limit, and the test server has no limit.
        await using var served = new WebApp();
        await served.InitializeAsync();
        served.UseKestrel(0);
        served.StartServer();
        using var http = new HttpClient { BaseAddress = served.ClientOptions.BaseAddress };
        using var content = new ByteArrayContent(new byte[(2 * 1024 * 1024) + 1]);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");

        using var answer = await http.PostAsync("/sign-in", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.NotNull((await Browser.ReadAsync(answer)).QuerySelector("h1"));
        CaseTracker.Testing.Expect.None(SecurityHeaderTests.WrongOn(answer, stored: false));
        await ((IAsyncLifetime)served).DisposeAsync();
    }

    [Fact]
    public async Task Guessing_is_slowed_down_and_reading_is_not()
    {
        await using var guarded = new GuardedSite();
        await guarded.InitializeAsync();
        var visitor = guarded.Visitor();
        var page = await visitor.OpenAsync("/sign-in");
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt <= GuardedSite.Attempts; attempt++)
        {
            using var answer = await visitor.SubmitAsync(page, "/sign-in", [("Form.Email", $"guess{attempt}@example.org"), ("Form.Password", "wrong")]);
            statuses.Add(answer.StatusCode);
            CaseTracker.Testing.Expect.None(SecurityHeaderTests.WrongOn(answer, stored: false));
        }

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.UnprocessableEntity, GuardedSite.Attempts).Append(HttpStatusCode.TooManyRequests), statuses);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/sign-in")).StatusCode);
        await ((IAsyncLifetime)guarded).DisposeAsync();
    }

    [Fact]
    public async Task One_network_of_addresses_is_one_source()
    {
        await using var guarded = new GuardedSite();
        await guarded.InitializeAsync();
        async Task<HttpStatusCode> FromAsync(string address)
        {
            var visitor = guarded.Visitor();
            visitor.Http.DefaultRequestHeaders.Remove("X-Forwarded-For");
            visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
            using var answer = await visitor.PostFormAsync("/sign-in", [("Form.Email", "guess@example.org"), ("Form.Password", "wrong")]);
            return answer.StatusCode;
        }

        for (var i = 1; i <= GuardedSite.Attempts; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await FromAsync($"2001:db8:7:8::{i}"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await FromAsync("2001:db8:7:8:ffff::1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await FromAsync("2001:db8:7:9::1"));
        await ((IAsyncLifetime)guarded).DisposeAsync();
    }

    /// <summary>With a limit on attempts that is reached well within its minute.</summary>
    private sealed class GuardedSite : WebApp
    {
        public const int Attempts = 3;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("SignIn:AttemptsPerMinute", $"{Attempts}");
        }
    }

    public sealed class PublicSite : WebApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Site:PublicAddress", "https://casos.example.org");
            builder.UseSetting("SignIn:AttemptsPerMinute", "100000");
        }
    }
}
