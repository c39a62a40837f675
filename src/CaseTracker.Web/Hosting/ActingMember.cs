using System.Security.Claims;
using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;

namespace CaseTracker.Web.Hosting;

/// <summary>
/// Establishes on whose behalf the request runs, and in which session; ends that of somebody who no longer works here. Where
/// a second factor is compulsory, somebody without one is let no further than to where they get it, here for all pages at once.
/// </summary>
public sealed class ActingMember(RequestDelegate next, SignInRules rules)
{
    public async Task InvokeAsync(HttpContext context, CurrentActor current, CurrentSession session, Actors actors, ISessions sessions, ISecondFactors factors)
    {
        if (context.User.Identity?.IsAuthenticated == true && current.Actor == Actor.Nobody && NeedsAnActor(context))
        {
            var open = IdIn(context, ClaimTypes.Sid) is { } id && IdIn(context, ClaimTypes.NameIdentifier) is { } member
                ? await sessions.FindAsync(id, new MemberId(member), context.RequestAborted)
                : null;
            var isHalfway = rules.SecondFactorIsCompulsory && open?.Assurance < Assurance.SecondFactor;

            // Somebody else has set one up meanwhile: the password that opened this session is no longer enough for anything.
            if (isHalfway && (await factors.FindAsync(open!.Member, context.RequestAborted)).Count > 0)
            {
                open = null;
            }

            var actor = open is null ? null : await actors.FindAsync(open.Member, context.RequestAborted);
            if (actor is null)
            {
                await context.SignOutAsync(Sessions.Scheme);
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
            else
            {
                session.Use(open!);
                current.Act(isHalfway ? actor.Halfway() : actor);
            }
        }

        await next(context);
    }

    private static Guid? IdIn(HttpContext context, string claim) => Guid.TryParse(context.User.FindFirstValue(claim), out var id) ? id : null;

    private static bool NeedsAnActor(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>() is null && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null;
}
