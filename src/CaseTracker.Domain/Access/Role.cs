namespace CaseTracker.Domain.Access;

/// <summary>One role a person: what somebody may do follows from one word (see docs/permissions.md).</summary>
public enum Role
{
    CaseWorker = 1,
    Supervisor = 2,

    /// <summary>Sees the trail of who did what; never a case.</summary>
    Auditor = 3,

    /// <summary>Keeps users, lists and mail; never sees a case.</summary>
    Administrator = 4,
}
