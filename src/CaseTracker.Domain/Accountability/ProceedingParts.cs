using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Accountability;

/// <summary>The office before which a path runs.</summary>
/// <param name="Authority">Null while nothing was reported.</param>
/// <param name="Unit">Desk or unit of it, such as an agency's number.</param>
public sealed record Office(Authority? Authority, string? Unit);

/// <summary>A stage as a person reports it.</summary>
/// <param name="NotReportedReason">Code of <c>not-reported-reasons</c>; needed for J0.</param>
/// <param name="OrderedOn">For J8: when reparation was ordered (<paramref name="On"/> is when it was carried out).</param>
/// <param name="Corrects">Sequence of the entry that this one replaces.</param>
/// <param name="Reopens">The path was reopened, so that going back is meant.</param>
/// <param name="Accused">Sequences of the perpetrators of whom it speaks; null or empty for the path as a whole.</param>
/// <param name="IsFinal">Of a conviction: no ordinary appeal is left.</param>
/// <param name="Office">Where a path is reported that had not been, or, of a report, which authority took it; otherwise ignored.</param>
/// <param name="IsMissingReport">It is the report of a path that was opened without one, and stands before what was recorded of it.</param>
public sealed record StageToRecord(
    Stage Stage,
    PartialDate On,
    string? Reason,
    string? NotReportedReason = null,
    PartialDate? OrderedOn = null,
    int? Corrects = null,
    bool Reopens = false,
    IReadOnlyList<int>? Accused = null,
    bool IsFinal = false,
    Office? Office = null,
    bool IsMissingReport = false);

public sealed class StageEntry : IStageRecord
{
    private StageEntry()
    {
    }

    internal StageEntry(int sequence, StageToRecord entry, int? accused, string reason, Stamp stamp, int? precedes, string? reportedTo)
    {
        Sequence = sequence;
        ReportedToCode = reportedTo;
        Stage = entry.Stage;
        On = entry.On;
        Reason = Sealed<string>.Of(reason);
        NotReportedReason = string.IsNullOrEmpty(entry.NotReportedReason) ? null : entry.NotReportedReason;
        OrderedOn = entry.OrderedOn;
        Corrects = entry.Corrects;
        Precedes = precedes;
        Reopens = entry.Reopens;
        Accused = accused;
        IsFinal = entry.IsFinal && entry.Stage == Stage.J6;
        RecordedBy = stamp.By;
        RecordedAt = stamp.At;
    }

    /// <summary>A withdrawal. It repeats what it takes back, so that either can be read alone.</summary>
    internal StageEntry(int sequence, StageEntry wrong, Sealed<string> reason, Stamp stamp, string? reportedTo)
    {
        Sequence = sequence;
        (Stage, On, NotReportedReason, OrderedOn) = (wrong.Stage, wrong.On, wrong.NotReportedReason, wrong.OrderedOn);
        (Reopens, Accused, IsFinal, ReportedToCode) = (wrong.Reopens, wrong.Accused, wrong.IsFinal, reportedTo);
        (Corrects, IsWithdrawal) = (wrong.Sequence, true);
        Reason = reason;
        RecordedBy = stamp.By;
        RecordedAt = stamp.At;
    }

    public int Sequence { get; private init; }

    public Stage Stage { get; private init; }

    public PartialDate On { get; private init; } = PartialDate.Unknown;

    public Sealed<string> Reason { get; private init; } = null!;

    public string? NotReportedReason { get; private init; }

    public PartialDate? OrderedOn { get; private init; }

    public int? Corrects { get; private init; }

    public bool IsWithdrawal { get; private init; }

    public int? Precedes { get; private init; }

    public bool Reopens { get; private init; }

    public int? Accused { get; private init; }

    public bool IsFinal { get; private init; }

    /// <summary>Of a report, code of the authority that took it; null where nobody recorded which it was.</summary>
    public string? ReportedToCode { get; private init; }

    public bool IsReport => Stage == Stage.J1 && Accused is null;

    public Access.MemberId RecordedBy { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    DateOnly? IStageRecord.Earliest => On.Earliest;
}

/// <summary>An investigative act as a person reports it.</summary>
/// <param name="Code">Of the list <c>investigative-acts</c>.</param>
/// <param name="Corrects">Sequence of the act that this one replaces.</param>
public sealed record InvestigationToRecord(string? Code, PartialDate On, string? Note = null, int? Corrects = null);

/// <summary>Something an authority did to find out: an interview, an inspection, an expert report.</summary>
public sealed class InvestigativeAct : IDatedEntry
{
    private InvestigativeAct()
    {
    }

    internal InvestigativeAct(int sequence, InvestigationToRecord act, string? note, DateOnly lastDay, Stamp stamp)
    {
        Sequence = sequence;
        Code = act.Code!;
        On = act.On;
        LastDay = lastDay;
        Note = Sealing.Of(note);
        Corrects = act.Corrects;
        RecordedBy = stamp.By;
        RecordedAt = stamp.At;
    }

    /// <summary>A withdrawal. It repeats what it takes back; its note is the reason.</summary>
    internal InvestigativeAct(int sequence, InvestigativeAct wrong, Sealed<string> reason, Stamp stamp)
    {
        Sequence = sequence;
        (Code, On, LastDay) = (wrong.Code, wrong.On, wrong.LastDay);
        (Corrects, IsWithdrawal) = (wrong.Sequence, true);
        Note = reason;
        RecordedBy = stamp.By;
        RecordedAt = stamp.At;
    }

    public int Sequence { get; private init; }

    public string Code { get; private init; } = "";

    public PartialDate On { get; private init; } = PartialDate.Unknown;

    /// <summary>
    /// Latest day it can mean, but never after the organisation's day on which it was first recorded: "2026" written in March is
    /// not 31 December, nor is an evening's work that of tomorrow because it is past midnight in UTC.
    /// </summary>
    public DateOnly LastDay { get; private init; }

    public Sealed<string>? Note { get; private init; }

    public int? Corrects { get; private init; }

    public bool IsWithdrawal { get; private init; }

    public Access.MemberId RecordedBy { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }
}

/// <summary>What is known of a path besides its steps. No change of it moves the stalled clock.</summary>
/// <param name="Office">Where the file lies now.</param>
/// <param name="Counsel">Whoever represents the people concerned.</param>
/// <param name="Move">Why it is another authority than before; null where it is the same.</param>
/// <param name="Against">Of a path against the defender: sequences of the victims against whom it runs; null leaves them as they are.</param>
public sealed record ProceedingDetails(Office Office, string? FileNumber, string? Counsel, DateOnly? NextHearing, MoveToRecord? Move = null, IReadOnlyList<int>? Against = null);
