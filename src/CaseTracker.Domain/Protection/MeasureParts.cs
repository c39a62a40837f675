using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Protection;

public sealed class MeasureStep : IDatedEntry
{
    private MeasureStep()
    {
    }

    internal MeasureStep(int sequence, StepToRecord step, Sealed<string> note, DateOnly lastDay, Stamp stamp)
    {
        Sequence = sequence;
        Stage = step.Stage!.Value;
        On = step.On;
        LastDay = lastDay;
        Note = note;
        Corrects = step.Corrects;
        Reopens = step.Reopens;
        RecordedBy = stamp.By;
        RecordedAt = stamp.At;
    }

    public int Sequence { get; private init; }

    public MeasureStage Stage { get; private init; }

    public PartialDate On { get; private init; } = PartialDate.Unknown;

    /// <summary>Latest day it can mean, but never after the organisation's day on which it was first recorded: nobody is called late by a guess.</summary>
    public DateOnly LastDay { get; private init; }

    public Sealed<string> Note { get; private init; } = null!;

    public int? Corrects { get; private init; }

    /// <summary>A step is corrected and never withdrawn: a measure without any would be one that nobody asked for.</summary>
    bool IAppended.IsWithdrawal => false;

    public bool Reopens { get; private init; }

    public MemberId RecordedBy { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }
}

public sealed class AdequacyJudgement
{
    private AdequacyJudgement()
    {
    }

    internal AdequacyJudgement(int sequence, AdequacyToRecord judgement, Sealed<string> reason, Stamp stamp)
    {
        Sequence = sequence;
        AdequacyCode = judgement.Adequacy!;
        SaidByCode = judgement.SaidBy!;
        On = judgement.On;
        Reason = reason;
        RecordedBy = stamp.By;
        RecordedAt = stamp.At;
    }

    public int Sequence { get; private init; }

    /// <summary>Code of the list <c>measure-adequacies</c>.</summary>
    public string AdequacyCode { get; private init; } = "";

    /// <summary>Code of the list <c>adequacy-speakers</c>.</summary>
    public string SaidByCode { get; private init; } = "";

    public PartialDate On { get; private init; } = PartialDate.Unknown;

    public Sealed<string> Reason { get; private init; } = null!;

    public MemberId RecordedBy { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }
}

/// <summary>A measure as a person reports it, with its first step.</summary>
/// <param name="Person">Null for the incident as a whole.</param>
public sealed record MeasureToRecord(PersonId? Person, string? Mechanism, string? Measure, StepToRecord First);

/// <summary>A step of a measure as a person reports it.</summary>
/// <param name="Corrects">Sequence of the entry that this one replaces.</param>
/// <param name="Reopens">Going back is what happened, and not a slip.</param>
public sealed record StepToRecord(MeasureStage? Stage, PartialDate On, string? Note, int? Corrects = null, bool Reopens = false);

/// <param name="Adequacy">Code of the list <c>measure-adequacies</c>.</param>
/// <param name="SaidBy">Code of the list <c>adequacy-speakers</c>.</param>
public sealed record AdequacyToRecord(string? Adequacy, string? SaidBy, PartialDate On, string? Reason);

public static class MeasureErrors
{
    public static readonly Refusal StillReminded = new("measure.still_reminded");
    public static readonly Refusal SameStep = new("measure.same_step", Field: nameof(StepToRecord.Stage));
    public static readonly Refusal SilentlyReverses = new("measure.silently_reverses", Field: nameof(StepToRecord.Stage));
    public static readonly Refusal NothingToEnd = new("measure.nothing_to_end", Field: nameof(StepToRecord.Stage));
    public static readonly Refusal GrantedAlready = new("measure.granted_already", Field: nameof(StepToRecord.Stage));
    public static readonly Refusal BeforePreviousStep = new("measure.before_previous_step", Field: nameof(StepToRecord.On));
    public static readonly Refusal NothingToCorrect = new("measure.nothing_to_correct", Field: nameof(StepToRecord.Corrects));
    public static readonly Refusal NothingToJudge = new("measure.nothing_to_judge");
}
