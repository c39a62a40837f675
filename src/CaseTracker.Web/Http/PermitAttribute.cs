using CaseTracker.Application.Access;
using Microsoft.AspNetCore.Authorization;

namespace CaseTracker.Web.Http;

/// <summary>What the reader's role must allow before a page or endpoint is reached. One without it, and without AllowAnonymous, is closed to everybody.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PermitAttribute(Permission permission) : AuthorizeAttribute(permission.ToString())
{
    public Permission Permission { get; } = permission;
}
