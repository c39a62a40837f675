using System.Security.Claims;
using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;

namespace CaseTracker.Web.Hosting;

/// <summary>Establishes on whose behalf the request runs; ends the session of somebody who no longer works here.</summary>
public sealed class ActingMember(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentActor current, Actors actors)
    {
        if (context.User.Identity?.IsAuthenticated == true && current.Actor == Actor.Nobody && NeedsAnActor(context))
        {
            var actor = Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
                ? await actors.FindAsync(new MemberId(id), context.RequestAborted)
                : null;
            if (actor is null)
            {
                await context.SignOutAsync(Sessions.Scheme);
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
            else
            {
                current.Act(actor);
            }
        }

        await next(context);
    }

    private static bool NeedsAnActor(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>() is null && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null;
}
