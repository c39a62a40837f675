using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Incidents;

/// <param name="List">Code list of both codes: workflow, verification or stages.</param>
/// <param name="Path">For a stage, the kind of path that it belongs to.</param>
/// <param name="From">Null for the first stage of a path, or of somebody accused.</param>
/// <param name="Stage">What else is told of a stage; null of other changes.</param>
public sealed record StateChange(string List, string? From, string To, string Reason, string By, DateTimeOffset At, string? Path = null, StageChange? Stage = null)
{
    /// <summary>Instead of a code list, where another authority was written beside a path.</summary>
    public const string OfAuthority = "authorities";

    /// <summary>Null of other changes.</summary>
    public AuthorityMoved? Authority { get; init; }

    /// <summary>Which path of its kind it is; null of what concerns no path.</summary>
    public PathOfChange? Of { get; init; }
}

/// <param name="Authority">Before which it runs; null while nothing was reported.</param>
public sealed record PathOfChange(ProceedingId Id, BilingualText? Authority);

/// <param name="Since">Unknown where nobody knows, or where it never moved.</param>
public sealed record AuthorityMoved(BilingualText From, BilingualText To, AuthorityChange Change, PartialDate Since);

/// <param name="Corrects">Sequence of the entry that it replaced or took back, whose stage is then the change's own "from".</param>
/// <param name="Perpetrator">Code of whom it speaks; null for the path as a whole.</param>
/// <param name="Role">Code of the part they had in it.</param>
/// <param name="IsWithdrawal">It took the entry back that it names.</param>
/// <param name="IsWithdrawn">It was taken back itself, by a later change.</param>
public sealed record StageChange(int? Corrects, bool Reopens, string? Perpetrator, string? Role, bool IsFinal, bool IsWithdrawal = false, bool IsWithdrawn = false)
{
    public PartialDate On { get; init; } = PartialDate.Unknown;

    /// <summary>Of a correction, the date that it replaced.</summary>
    public PartialDate? Instead { get; init; }

    /// <summary>A report that was recorded after what followed from it.</summary>
    public bool IsMissingReport { get; init; }

    /// <summary>Of a report, who took it; null where that is not recorded.</summary>
    public BilingualText? ReportedTo { get; init; }

    /// <summary>It left nothing before any authority: what had been recorded of moves of the file tells of nothing that stands.</summary>
    public bool EndsMoves { get; init; }
}
