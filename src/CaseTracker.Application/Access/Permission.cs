using CaseTracker.Domain.Access;

namespace CaseTracker.Application.Access;

/// <summary>The one catalogue of what can be permitted. Every use case and every endpoint names one; see docs/permissions.md.</summary>
public enum Permission
{
    SeeToday,
    SeeIncidents,
    LogIncident,
    WorkOnIncidents,

    /// <summary>Offer an incident to somebody else, within what one leads.</summary>
    AssignIncidents,

    OpenIdentities,

    /// <summary>Name people for an incident, within what one leads; see <see cref="NeedToKnow"/>.</summary>
    GrantAccess,
    SeeFollowUps,
    SeeStatistics,
    SeeReference,
    SeeAudit,
    ManageUsers,
    ManageMail,

    /// <summary>One's own language, theme and sign-out: anybody who is signed in.</summary>
    ManageOwnAccount,
}

public static class RolePermissions
{
    private static readonly Dictionary<Role, HashSet<Permission>> Granted = new()
    {
        [Role.CaseWorker] =
        [
            Permission.SeeToday, Permission.SeeIncidents, Permission.LogIncident, Permission.WorkOnIncidents, Permission.AssignIncidents,
            Permission.OpenIdentities, Permission.GrantAccess, Permission.SeeFollowUps, Permission.SeeReference, Permission.ManageOwnAccount,
        ],
        [Role.Supervisor] =
        [
            Permission.SeeToday, Permission.SeeIncidents, Permission.LogIncident, Permission.WorkOnIncidents, Permission.AssignIncidents,
            Permission.OpenIdentities, Permission.GrantAccess, Permission.SeeFollowUps, Permission.SeeStatistics, Permission.SeeReference, Permission.ManageOwnAccount,
        ],
        [Role.Auditor] = [Permission.SeeAudit, Permission.ManageOwnAccount],
        [Role.Administrator] = [Permission.ManageUsers, Permission.ManageMail, Permission.ManageOwnAccount],
    };

    public static bool Allows(this Role role, Permission permission) => Granted.TryGetValue(role, out var granted) && granted.Contains(permission);
}
