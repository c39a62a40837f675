using Microsoft.AspNetCore.Http.Features;

namespace CaseTracker.Web.Http;

/// <summary>
/// A post that arrives after its session has ended, or that needs a proof first, is answered by the page that asks for it,
/// which carries the form, and not by a redirect, which would lose it.
/// </summary>
public sealed class AnswerInstead(RequestDelegate next)
{
    public static void With(HttpContext context, string path, KeptForm form)
    {
        context.Features.Set(new FormToCarry(form));
        context.Features.Set(new Detour(path));
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Features.Get<Detour>() is not { } detour || context.Response.HasStarted)
        {
            return;
        }

        context.SetEndpoint(null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = detour.Path;
        context.Request.QueryString = QueryString.Empty;
        await next(context);
    }

    private sealed record Detour(string Path);
}
