using System.Globalization;
using CaseTracker.Web.Http;
using Microsoft.AspNetCore.Localization;

namespace CaseTracker.Web.Localization;

/// <summary>
/// The language that somebody chose, or else the first of the browser's that we speak. Each is read with one regional
/// format, so that a date or a number looks the same to everybody who reads that language.
/// </summary>
public sealed class ReaderLanguage : RequestCultureProvider
{
    public const string CookieName = "language";

    private static readonly Dictionary<string, RequestCulture> Spoken = new()
    {
        ["en"] = new(CultureInfo.GetCultureInfo("en-GB"), CultureInfo.GetCultureInfo("en")),
        ["es"] = new(CultureInfo.GetCultureInfo("es-MX"), CultureInfo.GetCultureInfo("es")),
    };

    public static RequestCulture CultureOf(string language) => Spoken[language];

    /// <summary>From here on, for a request that came in another.</summary>
    public static void Speak(HttpContext context, RequestCulture culture)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture.Culture, culture.UICulture);
        context.Features.Set<IRequestCultureFeature>(new RequestCultureFeature(culture, new ReaderLanguage()));
        context.Response.Headers.ContentLanguage = culture.UICulture.Name;
    }

    public static void Configure(RequestLocalizationOptions options)
    {
        options.SupportedCultures = [.. Spoken.Values.Select(c => c.Culture)];
        options.SupportedUICultures = [.. Spoken.Values.Select(c => c.UICulture)];
        options.DefaultRequestCulture = Spoken["en"];
        options.RequestCultureProviders = [new ReaderLanguage()];
        options.ApplyCurrentCultureToResponseHeaders = true;
    }

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = Chosen(httpContext.Request) ?? Preferred(httpContext.Request);
        return Task.FromResult(language is null ? null : new ProviderCultureResult(Spoken[language].Culture.Name, Spoken[language].UICulture.Name));
    }

    private static string? Chosen(HttpRequest request) =>
        Preferences.Remembered(request, CookieName) is { } cookie ? Known(CookieRequestCultureProvider.ParseCookieValue(cookie)?.UICultures[0].Value) : null;

    private static string? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(accepted => accepted.Quality ?? 1)
        .Select(accepted => Known(accepted.Value.Value))
        .FirstOrDefault(language => language is not null);

    private static string? Known(string? tag) => tag?.Split('-')[0].ToLowerInvariant() is { } language && Spoken.ContainsKey(language) ? language : null;
}
