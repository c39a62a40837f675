using CaseTracker.Application.Access;
using CaseTracker.Web.Hosting;
using CaseTracker.Web.Localization;
using CaseTracker.Web.Pages.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Localization;

namespace CaseTracker.Web.Http;

/// <summary>Language, colours and sign-out: posts without a page of their own, so that no link from elsewhere can trigger them.</summary>
public static class Preferences
{
    private static readonly TimeSpan ForAYear = TimeSpan.FromDays(365);

    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/language", async (HttpContext context, IAntiforgery antiforgery) =>
        {
            if (await FormOfOursAsync(context, antiforgery) is not { } form)
            {
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            }

            Choose(context, new DisplayChoice("language", form["culture"].ToString()));
            return Back(form);
        }).AllowAnonymous().WithMetadata(new ServedWhileLocked());

        routes.MapPost("/theme", async (HttpContext context, IAntiforgery antiforgery) =>
        {
            if (await FormOfOursAsync(context, antiforgery) is not { } form)
            {
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            }

            Choose(context, new DisplayChoice("theme", form["theme"].ToString()));
            return Back(form);
        }).AllowAnonymous().WithMetadata(new ServedWhileLocked());

        // Open to everybody: signing out twice is not an error.
        routes.MapPost("/sign-out", async (HttpContext context, IAntiforgery antiforgery, ISignIns signIns, CancellationToken cancellationToken) =>
        {
            if (await FormOfOursAsync(context, antiforgery) is null)
            {
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            }

            await signIns.SignOutAsync(cancellationToken);
            return Results.LocalRedirect("~/sign-in");
        }).AllowAnonymous();

        routes.MapGet("/", (CurrentActor current) => Results.LocalRedirect(Landing.Of(current.Actor)))
            .RequireAuthorization(nameof(Permission.ManageOwnAccount));
    }

    /// <summary>For this answer and all later ones.</summary>
    public static void Choose(HttpContext context, DisplayChoice chosen)
    {
        switch (chosen.Name)
        {
            case "language":
                var culture = ReaderLanguage.CultureOf(chosen.Value == "es" ? "es" : "en");
                Remember(context, ReaderLanguage.CookieName, CookieRequestCultureProvider.MakeCookieValue(culture));
                ReaderLanguage.Speak(context, culture);
                break;
            case "theme":
                var theme = Theme.IsKnown(chosen.Value) ? chosen.Value : Theme.Auto;
                Remember(context, Theme.Cookie, theme);
                Theme.Show(context, theme);
                break;
        }
    }

    private static async Task<IFormCollection?> FormOfOursAsync(HttpContext context, IAntiforgery antiforgery) =>
        context.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(context) ? await context.Request.ReadFormAsync() : null;

    private static IResult Back(IFormCollection form) => Results.LocalRedirect(Landing.LocalOr(form["returnUrl"], "~/"));

    /// <summary>What was remembered under this name; null if nothing was.</summary>
    public static string? Remembered(HttpRequest request, string name) => request.Cookies[RulesOf(request.HttpContext).NameOf(name)];

    private static void Remember(HttpContext context, string name, string value)
    {
        var cookie = new CookieBuilder();
        RulesOf(context).Apply(cookie, name, SameSiteMode.Lax);
        cookie.MaxAge = ForAYear;
        context.Response.Cookies.Append(cookie.Name!, value, cookie.Build(context));
    }

    private static CookieRules RulesOf(HttpContext context) => context.RequestServices.GetRequiredService<CookieRules>();
}
