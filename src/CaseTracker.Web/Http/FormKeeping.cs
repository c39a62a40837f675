using System.Security.Claims;
using CaseTracker.Application.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace CaseTracker.Web.Http;

/// <summary>The form holds a password or a sealed form already: it is never carried in an answer.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeverKeptAttribute : Attribute;

/// <summary>Takes what was typed out of a request that is about to be refused.</summary>
public sealed class FormKeeping(IOptions<AntiforgeryOptions> antiforgery, IOptionsMonitor<CookieAuthenticationOptions> cookies)
{
    public const long SizeLimit = 1024 * 1024;

    /// <returns>Null if the request is not a plain form of ours.</returns>
    public async Task<KeptForm?> TakeAsync(HttpContext context, string sessionScheme)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method)
            || request.ContentLength is null or > SizeLimit
            || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true
            || context.GetEndpoint()?.Metadata.GetMetadata<NeverKeptAttribute>() is not null
            || !WasSentFromHere(request))
        {
            return null;
        }

        var form = await request.ReadFormAsync(context.RequestAborted);
        var fields = form
            .Where(field => field.Key != antiforgery.Value.FormFieldName)
            .SelectMany(field => field.Value.Select(value => new KeptField(field.Key, value ?? "")))
            .ToList();
        return new KeptForm($"{request.PathBase}{request.Path}{request.QueryString}", LastMember(context, sessionScheme), fields);
    }

    // Keeping a form renews its antiforgery token, so another site's form must not be kept. Browsers say where a form
    // came from; for those that do not, the antiforgery cookie (SameSite=Strict) only comes along from our own pages.
    private bool WasSentFromHere(HttpRequest request) =>
        request.Headers.TryGetValue("Sec-Fetch-Site", out var site)
            ? site == "same-origin"
            : request.Cookies.ContainsKey(antiforgery.Value.Cookie.Name!);

    // An expired ticket no longer lets anybody in, but still tells whose form this is.
    private Guid? LastMember(HttpContext context, string sessionScheme)
    {
        var options = cookies.Get(sessionScheme);
        var ticket = options.CookieManager.GetRequestCookie(context, options.Cookie.Name!) is { } cookie ? options.TicketDataFormat.Unprotect(cookie) : null;
        return Guid.TryParse(ticket?.Principal.FindFirstValue(ClaimTypes.NameIdentifier), out var member) ? member : null;
    }
}

/// <summary>Where a refused request's form waits until the page that carries it is written.</summary>
public sealed record FormToCarry(KeptForm Form);

/// <summary>
/// A post that gets the plain page of a status gets what was typed on it: when its antiforgery proof failed, and when the record
/// is not the sender's (any more) or does not exist. What is given back is theirs, and says nothing of the record.
/// </summary>
public sealed class KeepFormOnRefusal(FormKeeping keeping) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult or StatusCodeResult { StatusCode: StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound or StatusCodes.Status410Gone }
            && await keeping.TakeAsync(context.HttpContext, Hosting.Sessions.Scheme) is { } form)
        {
            context.HttpContext.Features.Set(new FormToCarry(form));
        }

        await next();
    }
}

public static class LostSessions
{
    /// <summary>The cookie handler's answer to somebody who is not signed in.</summary>
    public static async Task ChallengeAsync(RedirectContext<CookieAuthenticationOptions> challenge)
    {
        var context = challenge.HttpContext;
        if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            // A part of a page: the page itself, with what is being typed on it, stays as it is.
            context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodePagesFeature>()?.Enabled = false;
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var keeping = context.RequestServices.GetRequiredService<FormKeeping>();
        if (await keeping.TakeAsync(context, challenge.Scheme.Name) is { } form)
        {
            AnswerInstead.With(context, "/sign-in", form);
            return;
        }

        // A path and no host: what the request says its host is would be anybody's choice.
        var wanted = HttpMethods.IsGet(context.Request.Method) ? QueryString.Create("returnUrl", $"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}") : QueryString.Empty;
        context.Response.Redirect($"{context.Request.PathBase}/sign-in{wanted}");
    }

    /// <summary>The cookie handler's answer to somebody who may not: who still lacks a second factor is led to where they get one.</summary>
    public static async Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> denied)
    {
        var context = denied.HttpContext;
        if (context.RequestServices.GetRequiredService<CurrentActor>().Actor.IsHalfway && HttpMethods.IsGet(context.Request.Method) && !context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.Redirect($"{context.Request.PathBase}/account/second-factor");
            return;
        }

        if (await context.RequestServices.GetRequiredService<FormKeeping>().TakeAsync(context, denied.Scheme.Name) is { } form)
        {
            context.Features.Set(new FormToCarry(form));
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
