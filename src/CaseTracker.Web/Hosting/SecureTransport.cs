using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace CaseTracker.Web.Hosting;

/// <summary>
/// Cookies travel over TLS only. TLS usually ends at a proxy in front, so what counts is the public address; a browser on
/// this machine is as safe without. Anything else is asked to come back over TLS, and told nothing.
/// </summary>
public sealed class SecureTransport(RequestDelegate next, IConfiguration configuration, SiteMode mode)
{
    private readonly bool _endsAtProxy = configuration["Site:PublicAddress"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Who may say on whose behalf it asks (<c>Site:TrustedProxies</c>, addresses or networks); a proxy on this machine always.</summary>
    public static void Configure(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var proxy in (configuration["Site:TrustedProxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            options.KnownIPNetworks.Add(proxy.Contains('/') ? System.Net.IPNetwork.Parse(proxy) : new System.Net.IPNetwork(IPAddress.Parse(proxy), proxy.Contains(':') ? 128 : 32));
        }
    }

    public Task InvokeAsync(HttpContext context)
    {
        if (mode.Demo || context.Request.IsHttps || context.Request.Path.StartsWithSegments("/healthz"))
        {
            return next(context);
        }

        if (!_endsAtProxy && !IsThisMachine(context))
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            context.Response.Headers.Upgrade = "TLS/1.2, HTTP/1.1";
            context.Response.Headers.Connection = "Upgrade";
            return Task.CompletedTask;
        }

        context.Request.Scheme = Uri.UriSchemeHttps;
        return next(context);
    }

    // The test server has no addresses at all.
    private static bool IsThisMachine(HttpContext context) =>
        (context.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote)) && context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";
}
