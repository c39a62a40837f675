using CaseTracker.Web.Http;

namespace CaseTracker.Web.Pages.Shared;

/// <summary>Colours chosen by the reader, kept in a cookie; "auto" follows the device and needs no script, see app.css.</summary>
public static class Theme
{
    public const string Cookie = "theme";
    public const string Auto = "auto";

    public static bool IsKnown(string? theme) => theme is Auto or "light" or "dark";

    public static string Of(HttpRequest request) =>
        request.HttpContext.Features.Get<Chosen>()?.Theme ?? (Preferences.Remembered(request, Cookie) is { } theme && IsKnown(theme) ? theme : Auto);

    /// <summary>For the answer to the request that chose it, whose cookie is still the former one.</summary>
    public static void Show(HttpContext context, string theme) => context.Features.Set(new Chosen(theme));

    private sealed record Chosen(string Theme);
}
