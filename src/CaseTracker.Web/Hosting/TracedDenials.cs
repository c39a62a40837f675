using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace CaseTracker.Web.Hosting;

/// <summary>Who asks for a page that their role has no use for is refused before any use case runs; that leaves a line too.</summary>
public sealed class TracedDenials(ITrailWriter trail) : IAuthorizationMiddlewareResultHandler
{
    /// <summary>As the trail names it; its detail is the pattern of the address, never the address.</summary>
    public const string Action = "OpenPage";

    private readonly AuthorizationMiddlewareResultHandler _inner = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden)
        {
            var actor = context.RequestServices.GetRequiredService<CurrentActor>().Actor;
            var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            await trail.WriteAsync(actor.Id, Action, AuditOutcome.Denied, subject: null, pattern is null ? null : "/" + pattern.TrimStart('/'), context.RequestAborted);
        }

        await _inner.HandleAsync(next, context, policy, authorizeResult);
    }
}
