using System.Net;
using CaseTracker.Domain.Access;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Admin;

public sealed class MemberFormTests(MemberFormTests.App app) : IClassFixture<MemberFormTests.App>
{
    private static int _invited;

    [Fact]
    public async Task Keeps_the_last_active_administrator()
    {
        var address = AddressOf(app.Administrator);
        using var demoted = await app.Administrator.Browser.PostFormAsync(address, [("Form.Role", nameof(Role.Auditor))]);
        using var dismissed = await app.Administrator.Browser.PostFormAsync(address, [("Form.IsActive", "false")]);

        foreach (var answer in new[] { demoted, dismissed })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("last active administrator", (await Browser.ReadAsync(answer)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Shows_what_is_stored_now_to_whoever_comes_second()
    {
        var address = AddressOf(await app.SignInAsync(Role.Auditor));
        var mine = await app.Administrator.Browser.OpenAsync(address);
        await app.Administrator.Browser.PostFormAsync(address, [("Form.DisplayName", "First of two")]);

        using var conflict = await app.Administrator.Browser.SubmitAsync(mine, address, [("Form.DisplayName", "Second of two")]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await Browser.ReadAsync(conflict);
        Assert.Contains("First of two", page.QuerySelector(".two-versions")!.TextContent);
        Assert.Contains("Second of two", page.QuerySelector(".two-versions")!.TextContent);
        using var again = await app.Administrator.Browser.SubmitAsync(page, address, [("Form.DisplayName", "Second of two")]);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
    }

    [Fact]
    public async Task Ends_the_session_of_somebody_who_is_let_go()
    {
        var worker = await app.SignInAsync(Role.CaseWorker, await app.FoundTeamAsync());
        Assert.Equal(HttpStatusCode.OK, (await worker.Browser.GetAsync("/today")).StatusCode);

        using var dismissed = await app.Administrator.Browser.PostFormAsync(AddressOf(worker), [("Form.IsActive", "false")]);
        Assert.Equal(HttpStatusCode.Redirect, dismissed.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await worker.Browser.GetAsync("/today")).StatusCode);
    }

    [Fact]
    public async Task Shows_a_set_up_link_once_that_works_once()
    {
        using var invited = await InviteAsync();
        Assert.Equal(HttpStatusCode.OK, invited.StatusCode);
        var link = (await Browser.ReadAsync(invited)).QuerySelector("code")!.TextContent;
        (string, string?)[] password = [("Form.Password", "four words nobody says"), ("Form.Repeated", "four words nobody says")];

        using var first = await app.Visitor().PostFormAsync(new Uri(link).PathAndQuery, password);
        using var second = await app.Visitor().PostFormAsync(new Uri(link).PathAndQuery, password);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (first.StatusCode, second.StatusCode));
    }

    [Theory]
    [MemberData(nameof(BadInputs.Texts), MemberType = typeof(BadInputs))]
    public async Task Answers_any_name(string name)
    {
        using var answer = await InviteAsync(("Form.DisplayName", BadInputs.Text(name)));
        Assert.True((int)answer.StatusCode is 200 or 400 or 413 or 422, $"{name}: {(int)answer.StatusCode}");
    }

    [Theory]
    [InlineData("Form.Email", "not an address")]
    [InlineData("Form.Email", "two@at@example.org")]
    [InlineData("Form.Role", "Owner")]
    [InlineData("Form.Role", "4")]
    [InlineData("Form.Role", "")]
    public async Task Refuses_what_cannot_be_meant(string field, string value)
    {
        using var answer = await InviteAsync((field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("No such team")]
    public async Task Answers_for_a_team_that_there_is_not(string team)
    {
        await app.FoundTeamAsync();
        using var answer = await InviteAsync(("Form.Teams", team));
        Assert.True((int)answer.StatusCode is 200 or 422, $"{(int)answer.StatusCode}");
    }

    [Theory]
    [InlineData("/admin/users?page=zzz", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/admin/users/00000000000000000000000000000000", HttpStatusCode.NotFound)]
    [InlineData("/admin/users/zzz", HttpStatusCode.NotFound)]
    public async Task Answers_an_address_that_leads_nowhere(string address, HttpStatusCode expected)
    {
        using var answer = await app.Administrator.Browser.GetAsync(address);
        Assert.Equal(expected, answer.StatusCode);
    }

    private static string AddressOf(SignedIn member) => $"/admin/users/{member.Actor.Id!.Value.Value:N}";

    private Task<HttpResponseMessage> InviteAsync(params (string Name, string? Value)[] changed)
    {
        (string Name, string? Value)[] valid = [("Form.DisplayName", "Somebody new"), ("Form.Email", $"new{Interlocked.Increment(ref _invited)}@example.org"), ("Form.Role", nameof(Role.Auditor))];
        return app.Administrator.Browser.PostFormAsync("/admin/users/invite", [.. valid.Where(v => changed.All(c => c.Name != v.Name)), .. changed]);
    }

    /// <summary>A site with one administrator.</summary>
    public sealed class App : WebApp, IAsyncLifetime
    {
        public SignedIn Administrator { get; private set; } = null!;

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            Administrator = await SignInAsync(Role.Administrator);
        }
    }
}
