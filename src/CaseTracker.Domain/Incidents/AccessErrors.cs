using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Incidents;

public static class AccessErrors
{
    /// <summary>The one answer to every attempt to change what may only be read.</summary>
    public static readonly Refusal ReadOnly = new("access.read_only", RefusalKind.Forbidden);

    /// <summary>For the owner, or a supervisor of the team, to decide.</summary>
    public static readonly Refusal NotYours = new("access.not_yours", RefusalKind.Forbidden);
    public static readonly Refusal NobodyToGrant = new("access.nobody_to_grant", Field: "Member");
    public static readonly Refusal Oneself = new("access.oneself", Field: "Member");
    public static readonly Refusal OwnerHasAll = new("access.owner_has_all", Field: "Member");
    public static readonly Refusal IdentitiesAreTheOwners = new("access.identities_are_the_owners", Field: "Level");
    public static readonly Refusal EndsTooEarly = new("access.ends_too_early", Field: "LastDay");
    public static readonly Refusal EndsTooLate = new("access.ends_too_late", Field: "LastDay");
    public static readonly Refusal Settled = new("hand_over.settled", RefusalKind.Conflict);
}
