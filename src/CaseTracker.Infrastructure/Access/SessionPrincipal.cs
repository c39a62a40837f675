using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CaseTracker.Infrastructure.Access;

/// <summary>The cookie says which member it was given to, and the stamp that revokes it. Nothing that entitles to anything, no name, no address.</summary>
internal sealed class SessionPrincipal(UserManager<SignIn> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<SignIn>(users, options)
{
    protected override Task<ClaimsIdentity> GenerateClaimsAsync(SignIn user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identity.AddClaim(new Claim(Options.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp ?? ""));
        return Task.FromResult(identity);
    }
}
