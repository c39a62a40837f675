using CaseTracker.Application.Access;
using CaseTracker.Web.Http;

namespace CaseTracker.Web.Hosting;

/// <summary>
/// Leads to <c>/confirm</c> before anything marked with <see cref="StepUpAttribute"/>, and keeps what was typed on the way. It
/// comes after the permission and before the record, so that it tells nothing about either.
/// </summary>
public sealed class StepUps(RequestDelegate next, FormKeeping keeping, TimeProvider time)
{
    private const string Page = "/confirm";

    public async Task InvokeAsync(HttpContext context, CurrentSession session)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<StepUpAttribute>()?.IsAskedBy(context.Request) != true || session.Open?.IsFresh(time.GetUtcNow()) == true)
        {
            await next(context);
        }
        else if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodePagesFeature>()?.Enabled = false;
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (await keeping.TakeAsync(context, Sessions.Scheme) is { } form)
        {
            AnswerInstead.With(context, Page, form);
        }
        else
        {
            var query = HttpMethods.IsGet(context.Request.Method) ? context.Request.QueryString : QueryString.Empty;
            context.Response.Redirect($"{context.Request.PathBase}{Page}{QueryString.Create("returnUrl", $"{context.Request.PathBase}{context.Request.Path}{query}")}");
        }
    }
}
