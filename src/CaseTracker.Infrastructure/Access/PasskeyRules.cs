using Microsoft.AspNetCore.Identity;

namespace CaseTracker.Infrastructure.Access;

/// <summary>For which site passkeys are: the one of the configuration, and never the one that a request says it is for.</summary>
internal static class PasskeyRules
{
    private const string Required = "required";

    public static void Apply(IdentityPasskeyOptions options, string? publicAddress)
    {
        var site = Uri.TryCreate(publicAddress, UriKind.Absolute, out var address) ? address : null;
        options.ServerDomain = site?.Host ?? "localhost";
        options.UserVerificationRequirement = Required;
        options.ResidentKeyRequirement = Required;
        options.AttestationConveyancePreference = "none";
        options.AuthenticatorTimeout = TimeSpan.FromMinutes(3);
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin) && IsOurs(origin, site));
    }

    /// <summary>Without a public address the site is on this machine alone, at whatever port.</summary>
    private static bool IsOurs(Uri origin, Uri? site) =>
        site is null ? origin.Host == "localhost" : Uri.Compare(origin, site, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
