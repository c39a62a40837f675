using System.Net;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Access;

public sealed class SecondStepTests(WebApp site) : IClassFixture<WebApp>
{
    [Fact]
    public async Task The_right_code_after_the_right_password_opens_a_session()
    {
        var somebody = await site.ExpectedAsync();
        var browser = site.Visitor();

        using var answer = await browser.BothAsync(somebody.Email, site.CodeOf(somebody.App.Key));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/today")).StatusCode);
    }

    [Fact]
    public async Task The_password_alone_opens_nothing()
    {
        var somebody = await site.ExpectedAsync();
        var browser = site.Visitor();

        using var first = await browser.PasswordAsync(somebody.Email);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.DoesNotContain(first.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], c => c.StartsWith("__Host-CaseTracker=", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account/second-factor")).StatusCode);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public async Task A_code_of_another_time_is_refused_and_leaves_a_trace(int steps)
    {
        var somebody = await site.ExpectedAsync();

        using var answer = await site.Visitor().BothAsync(somebody.Email, site.CodeOf(somebody.App.Key, steps));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True(await site.IsInTrailAsync("SecondFactorRefused", somebody.Actor));
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var somebody = await site.ExpectedAsync();
        var code = site.CodeOf(somebody.App.Key);

        using var first = await site.Visitor().BothAsync(somebody.Email, code);
        using var second = await site.Visitor().BothAsync(somebody.Email, code);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task A_code_older_than_one_that_was_taken_is_refused()
    {
        var somebody = await site.ExpectedAsync();
        using var later = await site.Visitor().BothAsync(somebody.Email, site.CodeOf(somebody.App.Key, 1));

        using var earlier = await site.Visitor().BothAsync(somebody.Email, site.CodeOf(somebody.App.Key));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (later.StatusCode, earlier.StatusCode));
    }

    [Fact]
    public async Task Of_several_requests_at_once_with_one_code_one_gets_in()
    {
        var somebody = await site.ExpectedAsync();
        Assert.Equal(1, await EnteringAtOnceAsync(somebody, site.CodeOf(somebody.App.Key)));
    }

    [Fact]
    public async Task Of_several_requests_at_once_with_one_recovery_code_one_gets_in()
    {
        var somebody = await site.ExpectedAsync();
        Assert.Equal(1, await EnteringAtOnceAsync(somebody, somebody.App.RecoveryCodes[0]));
    }

    [Fact]
    public async Task A_recovery_code_works_once_in_place_of_the_app()
    {
        var somebody = await site.ExpectedAsync();

        using var first = await site.Visitor().BothAsync(somebody.Email, somebody.App.RecoveryCodes[3].ToLowerInvariant());
        using var again = await site.Visitor().BothAsync(somebody.Email, somebody.App.RecoveryCodes[3]);
        using var other = await site.Visitor().BothAsync(somebody.Email, somebody.App.RecoveryCodes[4].Replace("-", " ", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (first.StatusCode, again.StatusCode, other.StatusCode));
        Assert.True(await site.IsInTrailAsync("UseRecoveryCode", somebody.Actor));
    }

    [Fact]
    public async Task A_proof_that_somebody_made_up_is_answered_like_a_wrong_code()
    {
        var somebody = await site.ExpectedAsync();
        var browser = site.Visitor();
        using var first = await browser.PasswordAsync(somebody.Email);
        var page = await Browser.ReadAsync(first);

        using var wrong = await browser.SubmitAsync(page, "/sign-in", [("Form.Code", "000000")]);
        using var made = await browser.SubmitAsync(page, "/sign-in", [("Form.Code", "000000"), ("Form.Proof", "CfDJ8made-up")]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, await wrong.TextAsync()), (made.StatusCode, await made.TextAsync()));
    }

    [Fact]
    public async Task A_proof_ends_with_the_password_that_it_was_made_with()
    {
        var somebody = await site.ExpectedAsync();
        var browser = site.Visitor();
        using var first = await browser.PasswordAsync(somebody.Email);
        await site.SendAsync(Application.Access.Actor.System(), new Application.Access.EndMemberSessions(somebody.Actor.Id!.Value, Session: null));

        using var answer = await browser.CodeAsync(first, site.CodeOf(somebody.App.Key));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Leads_nowhere_but_to_this_site(string address)
    {
        var somebody = await site.ExpectedAsync();

        using var answer = await site.Visitor().BothAsync(somebody.Email, site.CodeOf(somebody.App.Key), $"/sign-in?returnUrl={Uri.EscapeDataString(address)}");

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Theory]
    [MemberData(nameof(BadInputs.Texts), MemberType = typeof(BadInputs))]
    public async Task Answers_any_code_and_never_repeats_it(string name)
    {
        var somebody = await site.ExpectedAsync();
        var typed = BadInputs.Text(name);

        using var answer = await site.Visitor().BothAsync(somebody.Email, typed);

        Assert.True((int)answer.StatusCode is 400 or 413 or 422, $"{name}: {(int)answer.StatusCode}");
        Assert.True(typed.Trim().Length < 3 || !(await answer.Content.ReadAsStringAsync()).Contains($"value=\"{typed}", StringComparison.Ordinal));
    }

    private async Task<int> EnteringAtOnceAsync(Newcomer somebody, string code)
    {
        var ready = new List<(Browser Browser, HttpResponseMessage First)>();
        for (var i = 0; i < 4; i++)
        {
            var browser = site.Visitor();
            ready.Add((browser, await browser.PasswordAsync(somebody.Email)));
        }

        var answers = await Task.WhenAll(ready.Select(r => r.Browser.CodeAsync(r.First, code)));
        return answers.Count(a => a.StatusCode == HttpStatusCode.Redirect);
    }
}
