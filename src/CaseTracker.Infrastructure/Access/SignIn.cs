using Microsoft.AspNetCore.Identity;

namespace CaseTracker.Infrastructure.Access;

/// <summary>How a member proves who they are; shares its id with the <see cref="Domain.Access.Member"/>.</summary>
public sealed class SignIn : IdentityUser<Guid>;
