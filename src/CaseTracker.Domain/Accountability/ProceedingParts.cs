using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Accountability;

/// <summary>A stage as a person reports it.</summary>
/// <param name="NotReportedReason">Code of <c>not-reported-reasons</c>; needed for J0.</param>
/// <param name="OrderedOn">For J8: when reparation was ordered (<paramref name="On"/> is when it was carried out).</param>
/// <param name="Corrects">Sequence of the entry that this one replaces.</param>
/// <param name="Reopens">The path was reopened, so that going back is meant.</param>
public sealed record StageToRecord(
    Stage Stage,
    PartialDate On,
    string? Reason,
    string? NotReportedReason = null,
    PartialDate? OrderedOn = null,
    int? Corrects = null,
    bool Reopens = false);

public sealed class StageEntry : IStageRecord
{
    private StageEntry()
    {
    }

    internal StageEntry(int sequence, Stage stage, PartialDate on, Sealed<string> reason, string? notReportedReason, PartialDate? orderedOn, int? corrects, bool reopens, Stamp stamp)
    {
        Sequence = sequence;
        Stage = stage;
        On = on;
        Reason = reason;
        NotReportedReason = string.IsNullOrEmpty(notReportedReason) ? null : notReportedReason;
        OrderedOn = orderedOn;
        Corrects = corrects;
        Reopens = reopens;
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

    public bool Reopens { get; private init; }

    public Access.MemberId RecordedBy { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }
}

/// <summary>Something an authority did to find out: an interview, an inspection, an expert report.</summary>
public sealed class InvestigativeAct
{
    private InvestigativeAct()
    {
    }

    internal InvestigativeAct(int sequence, string code, PartialDate on, DateOnly today, Stamp stamp)
    {
        Sequence = sequence;
        Code = code;
        On = on;
        LastDay = on.Latest is { } latest && latest < today ? latest : today;
        RecordedBy = stamp.By;
        RecordedAt = stamp.At;
    }

    public int Sequence { get; private init; }

    public string Code { get; private init; } = "";

    public PartialDate On { get; private init; } = PartialDate.Unknown;

    /// <summary>
    /// Latest day it can mean, but never after the organisation's day on which it was recorded: "2026" written in March is
    /// not 31 December, nor is an evening's work that of tomorrow because it is past midnight in UTC.
    /// </summary>
    public DateOnly LastDay { get; private init; }

    public Access.MemberId RecordedBy { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }
}
