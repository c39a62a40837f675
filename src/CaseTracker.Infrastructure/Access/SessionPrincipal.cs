using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CaseTracker.Infrastructure.Access;

/// <summary>The cookie says which member and session it was given to, and the stamp that revokes it. Nothing that entitles to anything, no name, no address.</summary>
internal sealed class SessionPrincipal(UserManager<SignIn> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<SignIn>(users, options)
{
    public const string SessionClaim = ClaimTypes.Sid;

    /// <summary>The stamp is looked up anew once a minute, and with it a new principal is made: of the same session.</summary>
    public static Task KeepSession(SecurityStampRefreshingPrincipalContext refreshing)
    {
        if (refreshing.CurrentPrincipal?.FindFirst(SessionClaim) is { } session && refreshing.NewPrincipal?.Identity is ClaimsIdentity identity)
        {
            identity.AddClaim(session.Clone());
        }

        return Task.CompletedTask;
    }

    protected override Task<ClaimsIdentity> GenerateClaimsAsync(SignIn user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identity.AddClaim(new Claim(Options.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp ?? ""));
        return Task.FromResult(identity);
    }
}
