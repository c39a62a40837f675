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

    internal AuthorityMove(int sequence, string from, string to, MoveToRecord move, Stamp stamp)
    {
        Sequence = sequence;
        FromCode = from;
        ToCode = to;
        Change = move.Change;
        Since = move.Since;
        RecordedBy = stamp.By;
        RecordedAt = stamp.At;
    }

    public int Sequence { get; private init; }

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

public static class AuthorityMoves
{
    /// <summary>
    /// The moves that stand, in their order. What was typed wrongly takes the place of the last one, or of none: then the file never moved.
    /// </summary>
    public static IReadOnlyList<StandingMove> Standing(IEnumerable<AuthorityMove> recorded)
    {
        var standing = new List<StandingMove>();
        foreach (var move in recorded.OrderBy(m => m.Sequence))
        {
            if (move.Change == AuthorityChange.Moved)
            {
                standing.Add(new(move.FromCode, move.ToCode, move.Since));
            }
            else if (standing is [.., var last])
            {
                standing.RemoveAt(standing.Count - 1);
                if (last.From != move.ToCode)
                {
                    standing.Add(last with { To = move.ToCode, Since = move.Since.IsKnown ? move.Since : last.Since });
                }
            }
        }

        return standing;
    }
}
