using CaseTracker.Application.Confidentiality;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CaseTracker.Web.Hosting;

/// <summary>Without its key the site serves nothing but the page that says so: it must never fall back to storing what is typed in clear.</summary>
public sealed class LockedVault(RequestDelegate next, IVaultDoor vault)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!vault.IsLocked || IsAnswer(context) || IsServed(context))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }

    /// <summary>The page that says so passes here a second time.</summary>
    private static bool IsAnswer(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>What that page is made of, how it is shown, and what a machine asks.</summary>
    private static bool IsServed(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/healthz")
        || (context.GetEndpoint()?.Metadata is { } endpoint && (endpoint.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.GetMetadata<ServedWhileLocked>() is not null));
}

/// <summary>On what reads and writes no record, such as the choice of a language.</summary>
public sealed class ServedWhileLocked;

public sealed class VaultHealth(IVaultDoor vault) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(vault.IsLocked ? HealthCheckResult.Unhealthy("The vault is locked.") : HealthCheckResult.Healthy());
}
