using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Incidents;

/// <summary>Who sees an incident besides its owner and those who were named.</summary>
public enum Circle
{
    /// <summary>Its team.</summary>
    Team = 0,

    /// <summary>Nobody else, supervisors included.</summary>
    Restricted = 1,
}

/// <summary>Each level holds those below it.</summary>
public enum GrantLevel
{
    Read = 1,
    Work = 2,

    /// <summary>Work, and open identities without breaking the glass.</summary>
    Identities = 3,
}

/// <summary>A named person's access to one incident, for a time and for a reason.</summary>
public sealed class AccessGrant
{
    private AccessGrant()
    {
    }

    internal AccessGrant(int sequence, GrantToGive grant, Sealed<string> reason, Stamp stamp)
    {
        Sequence = sequence;
        MemberId = grant.Member;
        Level = grant.Level;
        LastDay = grant.LastDay;
        ExpiresAt = grant.ExpiresAt;
        Reason = reason;
        GivenBy = stamp.By;
        GivenAt = stamp.At;
    }

    public int Sequence { get; private init; }

    public MemberId MemberId { get; private init; }

    public GrantLevel Level { get; private init; }

    /// <summary>Where the organisation works; <see cref="ExpiresAt"/> is when that day ends.</summary>
    public DateOnly LastDay { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public Sealed<string> Reason { get; private init; } = null!;

    public MemberId GivenBy { get; private init; }

    public DateTimeOffset GivenAt { get; private init; }

    public MemberId? RevokedBy { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public bool IsActive(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;

    internal void Revoke(Stamp stamp)
    {
        RevokedBy = stamp.By;
        RevokedAt = stamp.At;
    }
}

/// <summary>A grant as decided by whoever gives it.</summary>
public sealed record GrantToGive(MemberId Member, GrantLevel Level, DateOnly LastDay, DateTimeOffset ExpiresAt);

public enum HandOverState
{
    Open = 1,
    Accepted = 2,
    Declined = 3,
    Withdrawn = 4,

    /// <summary>By a later proposal, or because the incident went to somebody at once.</summary>
    Replaced = 5,

    /// <summary>A supervisor decided without asking.</summary>
    AtOnce = 6,
}

/// <summary>An incident offered by its owner, or for them, to a colleague, who has the last word.</summary>
public sealed class HandOver
{
    private HandOver()
    {
    }

    internal HandOver(int sequence, MemberId from, MemberId to, Sealed<string> reason, HandOverState state, Stamp stamp)
    {
        Sequence = sequence;
        From = from;
        To = to;
        Reason = reason;
        ProposedBy = stamp.By;
        ProposedAt = stamp.At;
        State = state;
        SettledAt = state == HandOverState.Open ? null : stamp.At;
        SettledBy = state == HandOverState.Open ? null : stamp.By;
    }

    public int Sequence { get; private init; }

    public MemberId From { get; private init; }

    public MemberId To { get; private init; }

    public Sealed<string> Reason { get; private init; } = null!;

    public MemberId ProposedBy { get; private init; }

    public DateTimeOffset ProposedAt { get; private init; }

    public HandOverState State { get; private set; }

    /// <summary>Why it was declined.</summary>
    public Sealed<string>? Answer { get; private set; }

    public MemberId? SettledBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public bool IsOpen => State == HandOverState.Open;

    internal void Settle(HandOverState state, Sealed<string>? answer, Stamp stamp)
    {
        State = state;
        Answer = answer;
        SettledBy = stamp.By;
        SettledAt = stamp.At;
    }
}

/// <summary>Somebody broke the glass: for a reason, and for an hour, they may open who this incident's people are, or one of them.</summary>
public sealed class IdentityOpening
{
    public const int ReasonLimit = 500;

    /// <summary>Long enough for a call, too short to come back tomorrow without saying why.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(60);

    private IdentityOpening()
    {
    }

    internal IdentityOpening(int sequence, Sealed<string> reason, PersonId? whose, Stamp stamp)
    {
        Sequence = sequence;
        Reason = reason;
        Whose = whose;
        MemberId = stamp.By;
        At = stamp.At;
        ExpiresAt = stamp.At + Lasts;
    }

    public int Sequence { get; private init; }

    public MemberId MemberId { get; private init; }

    public Sealed<string> Reason { get; private init; } = null!;

    /// <summary>Somebody who was recorded with another incident; null for everybody who was recorded with this one.</summary>
    public PersonId? Whose { get; private init; }

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }
}

/// <summary>What stands between somebody who sees an incident and who its people are.</summary>
public enum IdentityDoor
{
    /// <summary>They may read the incident and not more.</summary>
    Closed,

    /// <summary>They work on it: a reason opens it for an hour, and the owner is told.</summary>
    BehindGlass,

    /// <summary>The owner, whom the owner named for this, or who broke the glass within the hour.</summary>
    Open,
}
