using System.Security.Claims;
using CaseTracker.Application.Access;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.Access;

public sealed class EndpointPolicyTests(WebApp app) : IClassFixture<WebApp>
{
    /// <summary>Who has not signed in must reach these; each holds nothing of a case.</summary>
    private static readonly string[] Open =
    [
        "/sign-in", "/sign-in/second-step", "/first-run", "/account/set-up", "/sign-out", "/language", "/theme", "/errors/{code:int}", "/healthz/live", "/healthz/ready",

        // The answer to an address that does not exist.
        "/{*path}",
    ];

    [Fact]
    public async Task Every_route_declares_a_permission_of_the_catalogue()
    {
        var known = Enum.GetNames<Permission>().Append(Route.Anonymous);
        var wrong = (await Route.AllAsync(app.Services)).Where(r => !known.Contains(r.Policy));

        Expect.None(wrong.Select(r => $"{r.Methods} {r.Pattern}: {r.Policy}"));
    }

    [Fact]
    public async Task Every_route_asks_what_is_written_down_for_it()
    {
        var written = File.ReadLines(Path.Combine(Repository.Root, "tests", "CaseTracker.Web.IntegrationTests", "Access", "routes.txt"))
            .Where(l => l.Length > 0 && !l.StartsWith('#')).ToHashSet();
        var found = (await Route.AllAsync(app.Services)).Select(r => $"{r.Methods} {r.Pattern} {r.Policy}").ToHashSet();

        Assert.True(
            written.SetEquals(found),
            $"Not in routes.txt: {string.Join("; ", found.Except(written))}\nIn routes.txt, but not so on the site: {string.Join("; ", written.Except(found))}");
    }

    [Fact]
    public async Task Nothing_is_open_to_everybody_but_what_must_be() =>
        Expect.None((await Route.AllAsync(app.Services)).Where(r => r.Policy == Route.Anonymous).Select(r => r.Pattern).Except(Open));

    [Fact]
    public void Static_files_are_open_and_are_only_what_ships()
    {
        var files = Route.EndpointsOf(app.Services).Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is not null).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Equal(Route.Anonymous, Route.PolicyOf(f.Metadata)));
    }

    [Fact]
    public void Sees_a_route_that_declares_nothing() =>
        Assert.Equal(Route.Undeclared, Route.PolicyOf(EndpointMetadataCollection.Empty));

    [Fact]
    public void Sees_that_being_signed_in_is_no_permission() =>
        Assert.Equal(Route.Undeclared, Route.PolicyOf(new EndpointMetadataCollection(new AuthorizeAttribute())));

    [Fact]
    public async Task A_route_that_declares_nothing_is_closed_to_somebody_signed_in()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var policies = scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>();
        var somebody = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Guid.NewGuid().ToString())], "test"));
        var authorization = scope.ServiceProvider.GetRequiredService<IAuthorizationService>();

        Assert.False((await authorization.AuthorizeAsync(somebody, null, (await policies.GetFallbackPolicyAsync())!)).Succeeded);
        Assert.False((await authorization.AuthorizeAsync(somebody, null, await policies.GetDefaultPolicyAsync())).Succeeded);
    }
}
