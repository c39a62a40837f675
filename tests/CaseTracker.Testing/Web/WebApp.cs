using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Testing.Databases;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace CaseTracker.Testing.Web;

/// <summary>
/// The whole site as it is deployed (production, HTTPS, no demonstration data) on a database of its own, driven through
/// its pages: one for each test class, as <c>IClassFixture&lt;WebApp&gt;</c>.
/// </summary>
public class WebApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Of everybody who joins.</summary>
    public const string Password = "correct horse battery staple";

    private TestDatabase? _database;
    private int _named;
    private int _visitors;

    public FixedClock Clock { get; } = new();

    /// <summary>SQLite, unless what is tested depends on another.</summary>
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(Provider);

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await _database!.DisposeAsync();
    }

    /// <summary>A visitor's browser: keeps cookies, follows no redirect, and comes from an address of its own, as attempts to sign in are counted for each.</summary>
    public Browser Visitor()
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        var number = Interlocked.Increment(ref _visitors);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}");
        return new(client);
    }

    public async Task<TeamId> FoundTeamAsync() =>
        (await SendAsync(Actor.System(), new FoundTeam($"Team {Interlocked.Increment(ref _named)}"))).Value;

    /// <summary>Somebody new, signed in through the pages: set-up link, password, code of their authenticator app.</summary>
    public async Task<SignedIn> SignInAsync(Role role, params TeamId[] teams)
    {
        var number = Interlocked.Increment(ref _named);
        var email = $"{role}{number}@example.org";
        var member = await JoinAsync($"{role} {number}", email, role, teams);
        var actor = Actor.Member(member, role, teams, $"{role} {number}");
        var app = await GiveAppAsync(actor);
        var browser = Visitor();
        using var first = await browser.PostFormAsync("/sign-in", [("Form.Email", email), ("Form.Password", Password)]);
        using var second = await browser.SubmitAsync(await Browser.ReadAsync(first), "/sign-in", [("Form.Code", CodeOf(app.Key))]);
        Assert.True((int)second.StatusCode == 302, $"Signing in as {role} answered {(int)second.StatusCode}.");
        return new(browser, actor) { Email = email, App = app };
    }

    /// <summary>An authenticator app, set up with the code of the step before, so that the present one is still to be used.</summary>
    public async Task<GivenApp> GiveAppAsync(Actor actor)
    {
        var offer = (await SendAsync(actor, new OfferApp(null))).Value;
        var key = KeyIn(offer.Key);
        var done = await SendAsync(actor, new SetUpApp(offer.State, CodeOf(key, -1)));
        return new(key, done.Value.Codes!);
    }

    /// <param name="key">Of an authenticator app.</param>
    /// <param name="steps">Half minutes from now.</param>
    public string CodeOf(byte[] key, int steps = 0) => OneTimeCode.At(key, OneTimeCode.StepAt(Services.GetRequiredService<TimeProvider>().GetUtcNow()) + steps);

    /// <summary>What an app reads from the letters that a page shows.</summary>
    public static byte[] KeyIn(string letters)
    {
        var bits = string.Concat(letters.Where(c => c != ' ').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(c => c.Length == 8).Select(c => Convert.ToByte(new string(c), 2))];
    }

    /// <summary>Past the pages, for what a test needs to exist beforehand.</summary>
    public async Task<TAnswer> SendAsync<TAnswer>(Actor actor, IRequest<TAnswer> request)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(actor);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(Path.Combine(Repository.Root, "src", "CaseTracker.Web"));
        builder.UseEnvironment("Production");

        // A build, unlike what is published, would also answer for files changed while it runs.
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        foreach (var (key, value) in _database!.Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));

            // Recurring jobs plan themselves anew whenever the clock does not run, and a test wants none of them by surprise.
            foreach (var jobs in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name == "JobsHost").ToList())
            {
                services.Remove(jobs);
            }
        });
    }

    /// <summary>Somebody new who has chosen <see cref="Password"/> by their set-up link and is not signed in yet.</summary>
    public async Task<MemberId> JoinAsync(string name, string email, Role role, TeamId[] teams)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        var names = await scope.ServiceProvider.GetRequiredService<ICaseTrackerDb>().Teams.Where(t => teams.Contains(t.Id)).Select(t => t.Name).ToListAsync();
        var invited = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AddMember(name, email, role, "en", names));
        var chosen = await scope.ServiceProvider.GetRequiredService<ISignIns>().SetUpAsync(invited.Value.Member, invited.Value.Code, Password, default);
        Assert.Empty(chosen.Refusals);

        // Tests count what others are told of their own doing, and not of who plays a part in it.
        var (joined, db) = (invited.Value.Member.Value.ToString("N"), scope.ServiceProvider.GetRequiredService<ICaseTrackerDb>());
        await db.Notices.Where(n => n.Subject == joined && n.Kind == Domain.FollowUps.NoticeKind.MemberAdded).ExecuteDeleteAsync();
        return invited.Value.Member;
    }
}

/// <summary>Somebody's browser after they signed in, and who they are.</summary>
public sealed record SignedIn(Browser Browser, Actor Actor)
{
    public string Email { get; init; } = "";

    public GivenApp App { get; init; } = new([], []);
}

/// <param name="Key">Makes its codes.</param>
/// <param name="RecoveryCodes">As they were shown.</param>
public sealed record GivenApp(byte[] Key, IReadOnlyList<string> RecoveryCodes);
