using System.Net;
using CaseTracker.Application.Access;
using CaseTracker.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.Access;

/// <summary>Guessing closes an account to the source that guesses, and to nobody else.</summary>
public sealed class GuessingTests(WebApp site) : IClassFixture<WebApp>
{
    private const int Most = 5;

    [Fact]
    public async Task Five_wrong_passwords_close_the_account_there_and_leave_its_owner_alone()
    {
        var victim = await site.ExpectedAsync();
        await Task.WhenAll(Enumerable.Range(0, Most).Select(_ => site.From("203.0.113.7").PasswordAsync(victim.Email, "a guess of a stranger")));

        using var stranger = await site.From("203.0.113.7").PasswordAsync(victim.Email);
        using var owner = await site.From("198.51.100.20").BothAsync(victim.Email, site.CodeOf(victim.App.Key));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (stranger.StatusCode, owner.StatusCode));
    }

    [Fact]
    public async Task Another_way_of_writing_the_address_is_no_fresh_start()
    {
        var victim = await site.ExpectedAsync();
        string[] ways = [victim.Email, victim.Email.ToUpperInvariant(), $" {victim.Email}", $"{victim.Email} ", victim.Email.Replace("newcomer", "NewComer", StringComparison.Ordinal)];
        await Task.WhenAll(ways.Select(w => site.From("203.0.113.12").PasswordAsync(w, "a guess of a stranger")));

        using var answer = await site.From("203.0.113.12").PasswordAsync(victim.Email);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    /// <summary>The waiting after many wrong answers follows the count: were one kind of address counted anew, the time would tell which it is.</summary>
    [Theory]
    [InlineData("kata@example.net", "\u212Aata@example.net")]
    [InlineData("\u00E5sa@example.net", "a\u030Asa@example.net")]
    [InlineData("\u00E5ngel@example.net", " \u212Bngel@EXAMPLE.net")]
    public async Task Another_way_of_writing_counts_on_for_known_and_unknown_alike(string email, string other)
    {
        await site.JoinAsync("Somebody", email, Domain.Access.Role.CaseWorker, []);
        var (unknown, written) = ("un" + email, "un" + other.Trim());
        var source = site.From("203.0.113.13");
        foreach (var (first, second) in new[] { (email, other), (unknown, written) })
        {
            using var one = await source.PasswordAsync(first, "a guess of a stranger");
            var counts = await CountsAsync();
            using var two = await source.PasswordAsync(second, "a guess of a stranger");

            Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (one.StatusCode, two.StatusCode));
            Assert.Equal(counts, await CountsAsync());
        }
    }

    [Fact]
    public async Task The_current_password_is_no_way_to_guess_it()
    {
        var member = await site.SignInAsync(Domain.Access.Role.Auditor);
        const string next = "another four words here";
        for (var i = 0; i < Most; i++)
        {
            using var wrong = await ChangeAsync(member, "a guess of a stranger", next);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var right = await ChangeAsync(member, WebApp.Password, next);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        Assert.Equal(Most + 1, await DeniedAsync(member));
        site.Clock.Advance(TimeSpan.FromMinutes(16));
        using var asked = await member.Browser.GetAsync("/account");
        Assert.Null((await Browser.ReadAsync(asked)).QuerySelector("[name='Secret.Current']"));
    }

    private static Task<HttpResponseMessage> ChangeAsync(SignedIn member, string current, string next) =>
        member.Browser.PostFormAsync("/account", [("Secret.Current", current), ("Secret.Password", next), ("Secret.Repeated", next)], "password");

    private Task<int> DeniedAsync(SignedIn member)
    {
        var subject = member.Actor.Id!.Value.Value.ToString("N");
        return StoredAsync(db => ((Application.Persistence.ICaseTrackerDb)db).Trail.CountAsync(e => e.Action == nameof(ChangeOwnPassword) && e.Outcome == Domain.Audit.AuditOutcome.Denied && e.Subject == subject));
    }

    /// <summary>How many accounts, and accounts from a source, are counted.</summary>
    private Task<int> CountsAsync() => StoredAsync(db => db.Database.SqlQueryRaw<int>("""SELECT COUNT(*) AS "Value" FROM "SignInAttempts" """).SingleAsync());

    private async Task<T> StoredAsync<T>(Func<DbContext, Task<T>> read)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        return await read((DbContext)scope.ServiceProvider.GetRequiredService<Application.Persistence.ICaseTrackerDb>());
    }

    [Fact]
    public async Task The_account_opens_again_after_a_quarter_of_an_hour()
    {
        var owner = await site.ExpectedAsync();
        var browser = site.From("203.0.113.8");
        await Task.WhenAll(Enumerable.Range(0, Most).Select(_ => site.From("203.0.113.8").PasswordAsync(owner.Email, "forgotten which one")));
        site.Clock.Advance(TimeSpan.FromMinutes(14));
        using var early = await browser.PasswordAsync(owner.Email);
        site.Clock.Advance(TimeSpan.FromMinutes(2));

        using var answer = await browser.PasswordAsync(owner.Email);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (early.StatusCode, answer.StatusCode));
    }

    [Fact]
    public async Task Many_at_once_are_no_way_around_the_limit()
    {
        var victim = await site.ExpectedAsync();
        var guesses = Enumerable.Repeat("a guess of a stranger", 3 * Most).Append(WebApp.Password).Append(WebApp.Password);

        // The right ones come last and at the same time; whichever of all are looked at, no more than five are.
        var answers = new List<HttpResponseMessage>();
        foreach (var guess in guesses.Chunk(6))
        {
            answers.AddRange(await Task.WhenAll(guess.Select(g => site.From("203.0.113.9").PasswordAsync(victim.Email, g))));
        }

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.StatusCode));
    }

    [Fact]
    public async Task Five_wrong_codes_close_the_second_step_there_alone()
    {
        var victim = await site.ExpectedAsync();
        var stranger = site.From("203.0.113.10");
        using var first = await stranger.PasswordAsync(victim.Email);
        var page = await Browser.ReadAsync(first);
        for (var i = 0; i < Most; i++)
        {
            await stranger.SubmitAsync(page, "/sign-in", [("Form.Code", "000000")]);
        }

        using var there = await stranger.SubmitAsync(page, "/sign-in", [("Form.Code", site.CodeOf(victim.App.Key))]);
        using var elsewhere = await site.From("198.51.100.21").BothAsync(victim.Email, site.CodeOf(victim.App.Key));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (there.StatusCode, elsewhere.StatusCode));
    }

    [Fact]
    public async Task Unknown_wrong_and_closed_are_answered_alike()
    {
        var known = await site.ExpectedAsync();
        var closed = await site.ExpectedAsync();
        await Task.WhenAll(Enumerable.Range(0, Most).Select(_ => site.From("203.0.113.11").PasswordAsync(closed.Email, "a guess of a stranger")));

        using var wrong = await site.From("203.0.113.11").PasswordAsync(known.Email, "not the password");
        using var unknown = await site.From("203.0.113.11").PasswordAsync("nobody@example.net", "not the password");
        using var shut = await site.From("203.0.113.11").PasswordAsync(closed.Email, "not the password");

        var expected = (await wrong.TextAsync()).Replace(known.Email, "address", StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, expected), (unknown.StatusCode, (await unknown.TextAsync()).Replace("nobody@example.net", "address", StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, expected), (shut.StatusCode, (await shut.TextAsync()).Replace(closed.Email, "address", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_address_is_stored()
    {
        var somebody = await site.ExpectedAsync();
        using var wrong = await site.From("203.0.113.99").PasswordAsync(somebody.Email, "not the password");
        await using var scope = site.Services.CreateAsyncScope();
        var db = (DbContext)scope.ServiceProvider.GetRequiredService<Application.Persistence.ICaseTrackerDb>();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());

        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        var stored = await File.ReadAllBytesAsync(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);

        Assert.Equal(-1, stored.AsSpan().IndexOf("203.0.113.99"u8));
    }
}
