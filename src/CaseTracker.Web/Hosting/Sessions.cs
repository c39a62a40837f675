using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Web.Http;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;

namespace CaseTracker.Web.Hosting;

/// <summary>A session ends after half an hour without a request, after twelve hours in any case, and at once when it is revoked.</summary>
public static class Sessions
{
    private const string StartedAt = "started";

    public static string Scheme => IdentityConstants.ApplicationScheme;

    public static void AddSessions(this IServiceCollection services, CookieRules cookies)
    {
        var authentication = services.AddAuthentication(Scheme);

        // Revoking a session also forgets a remembered second factor, so Identity needs to know where that would be.
        authentication.AddCookie(IdentityConstants.TwoFactorRememberMeScheme, options => cookies.Apply(options.Cookie, "CaseTracker-Device", SameSiteMode.Strict));
        authentication.AddCookie(Scheme, options =>
        {
            cookies.Apply(options.Cookie, "CaseTracker", SameSiteMode.Lax);
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = OpenSession.Idle;
            options.SlidingExpiration = true;
            options.Events = new CookieAuthenticationEvents
            {
                OnSigningIn = signing =>
                {
                    // Kept when the session is renewed, so that renewing does not make it endless.
                    signing.Properties.Items.TryAdd(StartedAt, Now(signing.HttpContext).ToString("O", CultureInfo.InvariantCulture));
                    return Task.CompletedTask;
                },
                OnValidatePrincipal = ValidateAsync,
                OnRedirectToLogin = LostSessions.ChallengeAsync,
                OnRedirectToAccessDenied = LostSessions.RefuseAsync,
            };
        });
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext session)
    {
        // The page that says that something broke must not ask the database, which may be what broke; nor does the one that
        // says that the vault is locked.
        if (session.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null || session.HttpContext.RequestServices.GetRequiredService<IVaultDoor>().IsLocked)
        {
            session.RejectPrincipal();
            return;
        }

        if (!session.Properties.Items.TryGetValue(StartedAt, out var text)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var started)
            || Now(session.HttpContext) - started > OpenSession.Longest)
        {
            session.RejectPrincipal();
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(session);
    }

    private static DateTimeOffset Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}

/// <param name="PlainHttp">A demonstration on one's own machine has no certificate; everywhere else a cookie never travels in clear.</param>
public sealed record CookieRules(bool PlainHttp)
{
    /// <summary>With the prefix, a browser takes the cookie from this host alone, over TLS, for the whole site.</summary>
    public string NameOf(string name) => PlainHttp ? name : $"__Host-{name}";

    public void Apply(CookieBuilder cookie, string name, SameSiteMode sameSite)
    {
        cookie.Name = NameOf(name);
        cookie.SecurePolicy = PlainHttp ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.SameSite = sameSite;
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.Path = "/";
    }
}
