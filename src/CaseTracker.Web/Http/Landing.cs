using CaseTracker.Application.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseTracker.Web.Http;

/// <summary>Where somebody starts their day, by what they may see.</summary>
public static class Landing
{
    public static string Of(Actor actor) =>
        actor.May(Permission.SeeToday) ? "~/today"
        : actor.May(Permission.SeeAudit) ? "~/audit"
        : actor.May(Permission.ManageUsers) ? "~/admin"
        : "~/account";

    /// <summary>The address if it is one of ours; never another site's, however it is disguised.</summary>
    public static string LocalOr(string? address, string otherwise) =>
        RedirectHttpResult.IsLocalUrl(address) ? address! : otherwise;
}
