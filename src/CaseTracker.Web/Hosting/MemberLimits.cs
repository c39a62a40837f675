using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Audit;
using CaseTracker.Web.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;

namespace CaseTracker.Web.Hosting;

/// <summary>
/// Refuses (429) what one member asks for faster than a person works, and keeps what they had typed. What is open to
/// everybody, signing out above all, is never refused.
/// </summary>
public sealed class MemberLimits(RequestDelegate next, MemberPaces paces, FormKeeping keeping)
{
    /// <summary>As the trail names the first refusal of a window; its detail is the pace.</summary>
    public const string Action = NamesLimit.Action;

    public async Task InvokeAsync(HttpContext context, CurrentActor current, ITrailWriter trail)
    {
        if (current.Actor.Id is not { } member || PaceOf(context) is not { } pace || paces.Take(member, pace) is not { IsAllowed: false } step)
        {
            await next(context);
            return;
        }

        if (step.IsFirst)
        {
            await trail.WriteAsync(member, Action, AuditOutcome.Denied, subject: null, $"{nameof(Pace)}.{pace}", context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(step.Wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (IsPart(context))
        {
            // A part of a page: the page itself, with what is being typed on it, stays as it is.
            context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        }
        else if (await keeping.TakeAsync(context, Sessions.Scheme) is { } form)
        {
            context.Features.Set(new FormToCarry(form));
        }
    }

    private static Pace? PaceOf(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return null;
        }

        var isPost = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
        return endpoint.Metadata.GetMetadata<PaceAttribute>()?.Pace switch
        {
            Pace.Exports => Pace.Exports,
            Pace.Searching when isPost || context.Request.Query.ContainsKey(ListQuery.Text) => Pace.Searching,
            Pace.Identities when isPost => Pace.Identities,
            _ => IsPart(context) ? Pace.Typing : isPost ? Pace.Writing : Pace.Reading,
        };
    }

    private static bool IsPart(HttpContext context) =>
        context.Request.Headers.ContainsKey("HX-Request") && context.GetEndpoint()?.Metadata.GetMetadata<AnswersPartAttribute>()?.Answers(context.Request) == true;
}
