using System.Security.Claims;
using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace CaseTracker.Infrastructure.Access;

/// <summary>Gives the browser of the current request its cookie, and the register its session.</summary>
internal sealed class SessionOpening(SignInManager<SignIn> sessions, SessionRegister register)
{
    public async Task OpenAsync(SignIn signIn, Assurance assurance, CancellationToken cancellationToken)
    {
        var id = await register.BeginAsync(new MemberId(signIn.Id), assurance, RequestSource.Device(sessions.Context), cancellationToken);
        await WriteAsync(signIn, new AuthenticationProperties(), id);
    }

    /// <summary>After a change of password: the same session under the new stamp, with the end that it had.</summary>
    public async Task RefreshAsync(SignIn signIn, Guid id)
    {
        var ticket = await sessions.Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await WriteAsync(signIn, ticket.Properties ?? new AuthenticationProperties(), id);
    }

    private Task WriteAsync(SignIn signIn, AuthenticationProperties properties, Guid id) =>
        sessions.SignInWithClaimsAsync(signIn, properties, [new Claim(SessionPrincipal.SessionClaim, id.ToString("N"))]);
}
