using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Incidents;

/// <summary>What an incident claims; each has to be known from somewhere. Several at once in one entry.</summary>
[Flags]
public enum Claims
{
    None = 0,
    Who = 1,
    What = 2,
    When = 4,
    Where = 8,
    ByWhom = 16,
    All = Who | What | When | Where | ByWhom,
}

/// <summary>What somebody found when they held a source against a claim.</summary>
public enum ClaimStanding
{
    /// <summary>The source supports it.</summary>
    Accepted = 1,

    /// <summary>The source says otherwise.</summary>
    Conflict = 2,

    /// <summary>Cannot be said yet.</summary>
    NeedsWork = 3,
}

/// <summary>One finding about one source. Never changed: a later entry for the same claim and source stands in its place.</summary>
public sealed class ClaimSupport
{
    public const int NoteLimit = 1000;

    private ClaimSupport()
    {
    }

    internal ClaimSupport(int sequence, int source, Claims claims, ClaimStanding standing, Sealed<string>? note, Stamp stamp)
    {
        Sequence = sequence;
        SourceSequence = source;
        Claims = claims;
        Standing = standing;
        Note = note;
        By = stamp.By;
        At = stamp.At;
    }

    public int Sequence { get; private init; }

    public int SourceSequence { get; private init; }

    public Claims Claims { get; private init; }

    public ClaimStanding Standing { get; private init; }

    public Sealed<string>? Note { get; private init; }

    public MemberId By { get; private init; }

    public DateTimeOffset At { get; private init; }
}

/// <summary>What is newly said of one source. What is null or empty stays as it is.</summary>
/// <param name="Source">Sequence of the source.</param>
/// <param name="Reliability">Code of <c>source-reliabilities</c>.</param>
/// <param name="SameOriginAs">Sequence of the earlier source that it repeats; 0 says that it repeats none.</param>
public sealed record SourceToWeigh(int Source, IReadOnlyDictionary<Claims, ClaimStanding> Found, string? Reliability = null, int? SameOriginAs = null)
{
    public bool SaysNothing => Found.Count == 0 && string.IsNullOrWhiteSpace(Reliability) && SameOriginAs is null;
}

/// <summary>How well one claim is supported.</summary>
/// <param name="Independent">Origins that support it; several sources of one origin count once, and those found unreliable not at all.</param>
/// <param name="Conflicts">Sequences of the sources that say otherwise.</param>
public sealed record ClaimState(Claims Claim, int Independent, IReadOnlyList<int> Conflicts)
{
    public bool HoldsForVerified => Independent >= Incident.SourcesForVerified && Conflicts.Count == 0;
}
