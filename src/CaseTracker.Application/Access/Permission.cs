using CaseTracker.Domain.Access;

namespace CaseTracker.Application.Access;

/// <summary>The one catalogue of what can be permitted. Every use case and every endpoint names one; see docs/permissions.md.</summary>
public enum Permission
{
    SeeToday,

    /// <summary>One's own notices: who sees no incidents is told of alarms.</summary>
    SeeNotices,
    SeeIncidents,
    LogIncident,
    WorkOnIncidents,

    /// <summary>List and open the campaigns of one's teams; of their incidents only those that one sees.</summary>
    SeeCampaigns,
    WorkOnCampaigns,

    /// <summary>Offer an incident to somebody else, within what one leads.</summary>
    AssignIncidents,

    OpenIdentities,

    /// <summary>Name people for an incident, within what one leads; see <see cref="NeedToKnow"/>.</summary>
    GrantAccess,

    /// <summary>Destroy the keys of an incident or a person, within what one leads; there is no way back.</summary>
    EraseRecords,

    /// <summary>What was erased, when and on what ground: the receipts.</summary>
    SeeErasures,
    SeeFollowUps,
    SeeStatistics,
    SeeReference,
    SeeAudit,
    ManageUsers,
    ManageMail,

    /// <summary>The list of authorities and their thresholds; nothing of any case.</summary>
    ManageAuthorities,

    /// <summary>One's own language, theme and sign-out: anybody who is signed in.</summary>
    ManageOwnAccount,

    /// <summary>One's own second factors, and proving again who one is: all that is open to somebody who still has none.</summary>
    ManageOwnSignIn,
}

public static class RolePermissions
{
    private static readonly Dictionary<Role, HashSet<Permission>> Granted = new()
    {
        [Role.CaseWorker] =
        [
            Permission.SeeToday, Permission.SeeNotices, Permission.SeeIncidents, Permission.LogIncident, Permission.WorkOnIncidents, Permission.SeeCampaigns,
            Permission.WorkOnCampaigns, Permission.AssignIncidents,
            Permission.OpenIdentities, Permission.GrantAccess, Permission.SeeFollowUps, Permission.SeeReference, Permission.ManageOwnAccount,
            Permission.ManageOwnSignIn,
        ],
        [Role.Supervisor] =
        [
            Permission.SeeToday, Permission.SeeNotices, Permission.SeeIncidents, Permission.LogIncident, Permission.WorkOnIncidents, Permission.SeeCampaigns,
            Permission.WorkOnCampaigns, Permission.AssignIncidents,
            Permission.OpenIdentities, Permission.GrantAccess, Permission.EraseRecords, Permission.SeeErasures, Permission.SeeFollowUps, Permission.SeeStatistics,
            Permission.SeeReference, Permission.ManageOwnAccount, Permission.ManageOwnSignIn,
        ],
        [Role.Auditor] = [Permission.SeeNotices, Permission.SeeErasures, Permission.SeeAudit, Permission.ManageOwnAccount, Permission.ManageOwnSignIn],
        [Role.Administrator] = [Permission.SeeNotices, Permission.ManageUsers, Permission.ManageMail, Permission.ManageAuthorities, Permission.ManageOwnAccount, Permission.ManageOwnSignIn],
    };

    public static bool Allows(this Role role, Permission permission) => Granted.TryGetValue(role, out var granted) && granted.Contains(permission);
}
