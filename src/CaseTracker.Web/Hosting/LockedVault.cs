using CaseTracker.Application.Confidentiality;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CaseTracker.Web.Hosting;

/// <summary>Without its key the site serves nothing but the page that says so: it must never fall back to storing what is typed in clear.</summary>
public sealed class LockedVault(RequestDelegate next, IVaultDoor vault)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!vault.IsLocked || context.Request.Path.StartsWithSegments("/healthz") || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }
}

public sealed class VaultHealth(IVaultDoor vault) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(vault.IsLocked ? HealthCheckResult.Unhealthy("The vault is locked.") : HealthCheckResult.Healthy());
}
