using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Accountability;

/// <summary>Why another authority is written beside a path.</summary>
public enum AuthorityChange
{
    /// <summary>The file was handed to another authority.</summary>
    Moved = 1,

    /// <summary>The file lies where it lay: it had been typed wrongly.</summary>
    Mistyped = 2,
}

/// <summary>Another authority as a person reports it.</summary>
/// <param name="Since">Since when the file lies there; unknown where nobody knows, or where it never moved.</param>
public sealed record MoveToRecord(AuthorityChange Change, PartialDate Since);

/// <summary>A path that was before one authority and is before another. Appended, and corrected only by a new one.</summary>
public sealed class AuthorityMove
{
    private AuthorityMove()
    {
    }

    internal AuthorityMove(int sequence, int afterStage, string from, string to, MoveToRecord move, Stamp stamp)
    {
        Sequence = sequence;
        AfterStage = afterStage;
        FromCode = from;
        ToCode = to;
        Change = move.Change;
        Since = move.Since;
        RecordedBy = stamp.By;
        RecordedAt = stamp.At;
    }

    public int Sequence { get; private init; }

    /// <summary>Sequence of the last stage that had been recorded by then: stages and moves have one order.</summary>
    public int AfterStage { get; private init; }

    /// <summary>The authority that was written beside the path before.</summary>
    public string FromCode { get; private init; } = "";

    public string ToCode { get; private init; } = "";

    public AuthorityChange Change { get; private init; }

    public PartialDate Since { get; private init; } = PartialDate.Unknown;

    public Access.MemberId RecordedBy { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }
}

/// <summary>One of the incident's victims against whom a path runs.</summary>
public sealed class ProceededAgainst
{
    private ProceededAgainst()
    {
    }

    internal ProceededAgainst(int victim) => Sequence = victim;

    /// <summary>Of the victim within the incident.</summary>
    public int Sequence { get; private init; }
}

/// <param name="Since">Unknown where nobody knows.</param>
public sealed record StandingMove(string From, string To, PartialDate Since);
