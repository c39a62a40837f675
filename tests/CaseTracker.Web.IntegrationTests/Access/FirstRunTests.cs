using System.Net;
using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using CaseTracker.Testing.Web;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.Access;

/// <summary>The first administrator comes in by the token of the console, once. Each test has a site without anybody.</summary>
public sealed class FirstRunTests : IAsyncLifetime
{
    private readonly WebApp _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_site).DisposeAsync();

    [Fact]
    public async Task The_token_makes_the_first_administrator_and_is_spent()
    {
        var address = await OfferAsync();

        using var made = await UseAsync(address);
        var link = made.Headers.Location!.ToString();
        using var chosen = await _site.Visitor().PostFormAsync(link, [("Form.Password", WebApp.Password), ("Form.Repeated", WebApp.Password)]);
        var browser = _site.Visitor();
        using var entered = await browser.PasswordAsync("first@example.org");

        Assert.StartsWith("/account/set-up?", link, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (chosen.StatusCode, entered.StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/second-factor")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Visitor().GetAsync(address)).StatusCode);
        Assert.Null(await FirstRunAsync(f => f.OfferAsync(default)));
    }

    [Fact]
    public async Task Of_two_at_once_with_the_token_one_is_made()
    {
        var address = await OfferAsync();
        var page = await _site.Visitor().OpenAsync(address);
        Assert.NotNull(page);
        var code = address.Split("code=")[1];

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => FirstRunAsync(f => f.UseAsync(code, "First", $"first{i}@example.org", "en", default))));

        Assert.Single(answers, a => a.IsSuccess);
    }

    [Fact]
    public async Task Any_other_token_is_refused_and_leaves_the_right_one()
    {
        var address = await OfferAsync();

        using var wrong = await UseAsync("/first-run?code=made-up");
        using var none = await UseAsync("/first-run");
        using var right = await UseAsync(address);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (wrong.StatusCode, none.StatusCode, right.StatusCode));
    }

    [Fact]
    public async Task A_mistake_in_the_form_costs_neither_the_token_nor_what_was_typed()
    {
        var address = await OfferAsync();

        using var refused = await UseAsync(address, "not an address");
        using var mended = await UseAsync(address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("not an address", (await Browser.ReadAsync(refused)).QuerySelector("[name='Form.Email']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, mended.StatusCode);
    }

    [Fact]
    public async Task Works_for_a_day()
    {
        var address = await OfferAsync();
        _site.Clock.Advance(TimeSpan.FromHours(25));
        using var late = await UseAsync(address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }

    [Fact]
    public async Task A_later_start_makes_a_new_one()
    {
        var (first, second) = (await OfferAsync(), await OfferAsync());
        using var old = await UseAsync(first);
        using var present = await UseAsync(second);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (old.StatusCode, present.StatusCode));
    }

    [Fact]
    public async Task There_is_no_such_page_once_there_is_anybody()
    {
        var address = await OfferAsync();
        await _site.JoinAsync("Somebody", "somebody@example.org", Role.Auditor, []);
        var code = address.Split("code=")[1];

        Assert.Equal(HttpStatusCode.NotFound, (await _site.Visitor().GetAsync(address)).StatusCode);
        Assert.False((await FirstRunAsync(f => f.UseAsync(code, "First", "first@example.org", "en", default))).IsSuccess);
    }

    [Theory]
    [MemberData(nameof(BadInputs.Texts), MemberType = typeof(BadInputs))]
    public async Task Answers_any_name(string name)
    {
        using var answer = await _site.Visitor().PostFormAsync(await OfferAsync(), [("Form.DisplayName", BadInputs.Text(name)), ("Form.Email", "first@example.org")]);
        Assert.True((int)answer.StatusCode is 302 or 400 or 413 or 422, $"{name}: {(int)answer.StatusCode}");
    }

    private async Task<string> OfferAsync() => (await FirstRunAsync(f => f.OfferAsync(default)))!;

    private async Task<T> FirstRunAsync<T>(Func<IFirstRun, Task<T>> use)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<IFirstRun>());
    }

    private async Task<HttpResponseMessage> UseAsync(string address, string email = "first@example.org") =>
        await _site.Visitor().PostFormAsync(address, [("Form.DisplayName", "First"), ("Form.Email", email)]);
}
