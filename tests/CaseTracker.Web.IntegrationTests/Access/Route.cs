using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.Access;

/// <summary>Something that answers at an address, and what it asks of whoever calls.</summary>
/// <param name="Methods"><c>page</c>, or the verbs in upper case.</param>
/// <param name="Pattern">With a leading slash, e.g. <c>/incidents/{number}</c>.</param>
/// <param name="Policy">Name of a permission, or one of <see cref="Anonymous"/> and <see cref="Undeclared"/>.</param>
/// <param name="PostHandlers">Names of a page's handlers for posts; empty for the one without a name.</param>
public sealed record Route(string Methods, string Pattern, string Policy, IReadOnlyList<string> PostHandlers)
{
    public const string Anonymous = "anonymous";
    public const string Undeclared = "undeclared";

    public bool IsPage => Methods == "page";

    public bool AnswersGet => IsPage || Methods.Contains("GET", StringComparison.Ordinal);

    /// <summary>Names a part of an incident, or somebody in it, by an id of its own.</summary>
    public bool IsOfPart => Pattern is "/follow-ups/{id}" or "/people/{person:guid}" || Pattern.StartsWith("/interventions/{intervention", StringComparison.Ordinal) || (IsOfIncident && Pattern.Contains(":guid", StringComparison.Ordinal));

    public bool IsOfIncident => Pattern.Contains("{number}", StringComparison.Ordinal);

    /// <summary>Everything that the running site answers at, but the static files, which are checked on their own.</summary>
    public static async Task<IReadOnlyList<Route>> AllAsync(IServiceProvider services)
    {
        var routes = new List<Route>();
        foreach (var endpoint in EndpointsOf(services).Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null))
        {
            routes.Add(await OfAsync(endpoint, services));
        }

        return [.. routes.DistinctBy(r => (r.Methods, r.Pattern)).OrderBy(r => r.Pattern, StringComparer.Ordinal)];
    }

    public static IEnumerable<RouteEndpoint> EndpointsOf(IServiceProvider services) => services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public static string PolicyOf(Microsoft.AspNetCore.Http.EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return Anonymous;
        }

        var policies = metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).Where(p => !string.IsNullOrEmpty(p)).Distinct().ToList();
        return policies.Count == 0 ? Undeclared : string.Join('+', policies);
    }

    private static async Task<Route> OfAsync(RouteEndpoint endpoint, IServiceProvider services)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } descriptor)
        {
            // A page that is compiled when it is first asked for only then shows what its model declares.
            var page = await services.GetRequiredService<PageLoader>().LoadAsync(descriptor, endpoint.Metadata);
            var posts = page.HandlerMethods.Where(h => h.HttpMethod.Equals("Post", StringComparison.OrdinalIgnoreCase)).Select(h => h.Name ?? "");
            return new("page", pattern, PolicyOf(page.Endpoint?.Metadata ?? endpoint.Metadata), [.. posts]);
        }

        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        return new(string.Join('+', methods), pattern, PolicyOf(endpoint.Metadata), []);
    }
}
