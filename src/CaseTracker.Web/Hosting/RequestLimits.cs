using System.Threading.RateLimiting;
using CaseTracker.Application.Access;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace CaseTracker.Web.Hosting;

/// <summary>How much one request may ask of the site.</summary>
public static class RequestLimits
{
    /// <summary>Name of the limit on attempts to prove who one is.</summary>
    public const string SignInAttempts = nameof(SignInAttempts);

    public const long BodyBytes = 2 * 1024 * 1024;

    private const string Verbs = "GET, HEAD, POST";
    private const int FormValues = 2000;
    private const int FormKeyLength = 300;

    // Generous: a whole office, or everybody who comes through one Tor exit, shares an address. Guessing is stopped by the
    // lock on the account; this only stops one source from trying many accounts, or from keeping the processor busy.
    private const int AttemptsPerMinute = 40;

    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyBytes;
        });
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = FormValues;
            form.KeyLengthLimit = FormKeyLength;
            form.ValueLengthLimit = (int)BodyBytes;
            form.MultipartBodyLengthLimit = BodyBytes;
        });
        var attempts = builder.Configuration.GetValue("SignIn:AttemptsPerMinute", AttemptsPerMinute);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };

            // A name of its own for those who are not limited: a source without an address would share their partition.
            limiter.AddPolicy(SignInAttempts, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    SourceNetwork.Of(context.Connection.RemoteIpAddress) is { Length: > 0 } source ? source : "unknown",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = attempts, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 })
                : RateLimitPartition.GetNoLimiter("reading"));
        });
    }

    /// <summary>
    /// Says so (405) to any verb that no address of ours has: a page would be shown without having been filled in. The page that
    /// says it is read like any other, whatever the verb was.
    /// </summary>
    public static Task RefuseOtherVerbs(HttpContext context, RequestDelegate next)
    {
        var verb = context.Request.Method;
        if (HttpMethods.IsGet(verb) || HttpMethods.IsHead(verb) || HttpMethods.IsPost(verb))
        {
            return next(context);
        }

        context.Request.Method = HttpMethods.Get;
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = Verbs;
        return Task.CompletedTask;
    }

    /// <summary>Says so (413) before reading a body that is too large, instead of failing in the middle of it.</summary>
    public static Task RefuseTooLarge(HttpContext context, RequestDelegate next)
    {
        var isAnswer = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!isAnswer && context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
