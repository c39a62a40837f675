using CaseTracker.Application.Access;
using Microsoft.AspNetCore.Authorization;

namespace CaseTracker.Web.Http;

public sealed record PermissionNeeded(Permission Permission) : IAuthorizationRequirement;

/// <summary>Asks who is acting now, as the database has it; the cookie only says which member it was given to.</summary>
public sealed class PermissionCheck(CurrentActor current) : AuthorizationHandler<PermissionNeeded>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionNeeded requirement)
    {
        if (current.Actor is { IsSystem: false, Id: not null } && current.Actor.May(requirement.Permission))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

public static class PermissionPolicies
{
    public static IServiceCollection AddPermissionPolicies(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, PermissionCheck>();
        services.AddAuthorization(options =>
        {
            foreach (var permission in Enum.GetValues<Permission>())
            {
                options.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissionNeeded(permission)));
            }

            // Being signed in is not being entitled: a bare [Authorize] and a forgotten one both refuse.
            var nobody = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build();
            options.DefaultPolicy = nobody;
            options.FallbackPolicy = nobody;
        });
        return services;
    }
}
