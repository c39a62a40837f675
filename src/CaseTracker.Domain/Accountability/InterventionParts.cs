using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Accountability;

/// <summary>What follows from the replies. That one is overdue follows from the day on which somebody looks.</summary>
public enum InterventionState
{
    Awaiting = 0,
    Replied = 1,

    /// <summary>Somebody established, after the due day, that there was no reply.</summary>
    Unanswered = 2,

    /// <summary>A public statement, for example.</summary>
    NotExpected = 3,
    Closed = 4,
}

/// <summary>The state as it stands on a day.</summary>
public enum InterventionStatus
{
    Overdue,
    Awaiting,
    Replied,
    Unanswered,
    NotExpected,
    Closed,
}

public static class InterventionStates
{
    /// <summary>On its due day a reply is still in time.</summary>
    public static InterventionStatus On(this InterventionState state, DateOnly? due, DateOnly today) => state switch
    {
        InterventionState.Awaiting => due < today ? InterventionStatus.Overdue : InterventionStatus.Awaiting,
        InterventionState.Replied => InterventionStatus.Replied,
        InterventionState.Unanswered => InterventionStatus.Unanswered,
        InterventionState.NotExpected => InterventionStatus.NotExpected,
        _ => InterventionStatus.Closed,
    };
}

/// <summary>What an intervention is about: an incident, or something that a release asks. There is none about nothing.</summary>
public sealed record InterventionSubject
{
    private InterventionSubject()
    {
    }

    public IncidentId? Incident { get; private init; }

    public ProceedingId? Proceeding { get; private init; }

    public AskId? Ask { get; private init; }

    /// <summary>Date of the release: nobody was asked before it.</summary>
    public PartialDate? AskedOn { get; private init; }

    public bool IsDemonstration { get; private init; }

    public static InterventionSubject Of(IncidentId incident, ProceedingId? proceeding, bool demonstration) =>
        new() { Incident = incident, Proceeding = proceeding, IsDemonstration = demonstration };

    public static InterventionSubject Of(AskId ask, PartialDate asked, bool demonstration = false) => new() { Ask = ask, AskedOn = asked, IsDemonstration = demonstration };
}

/// <summary>An intervention as a person reports it.</summary>
/// <param name="Type">Code of the list <c>interventions</c>.</param>
/// <param name="Addressee">Left out of what a release asks.</param>
/// <param name="DueOn">Only where it is not the day that follows from the period of the type.</param>
public sealed record InterventionToRecord(string? Type, string? Addressee, PartialDate SentOn, string? Summary, DateOnly? DueOn = null, string? DueReason = null);

/// <summary>A reply as a person reports it.</summary>
/// <param name="ReceivedOn">For <see cref="Reply.None"/>, the day on which it was established.</param>
/// <param name="Code">Code of the list <c>reply-codes</c>; an acknowledgement has none.</param>
/// <param name="Corrects">Sequence of the entry that this one replaces.</param>
/// <param name="Grade">Code of <c>reply-grades</c>, if it is graded at once.</param>
public sealed record ReplyToRecord(PartialDate ReceivedOn, bool IsAcknowledgement, string? Code, string? Substance, int? Corrects = null, string? Grade = null, string? GradeReason = null);

public sealed class Reply : IAppended
{
    public const int SubstanceLimit = 4000;

    /// <summary>ESF 27: no reply.</summary>
    public const string None = "06";

    /// <summary>Human Rights Committee practice: no cooperation.</summary>
    public const string GradeOfNone = "D";

    private Reply()
    {
    }

    internal Reply(int sequence, ReplyToRecord told, Sealed<string>? substance, Stamp stamp)
    {
        Sequence = sequence;
        ReceivedOn = told.ReceivedOn;
        IsAcknowledgement = told.IsAcknowledgement;
        Code = told.IsAcknowledgement ? null : told.Code;
        Substance = substance;
        Corrects = told.Corrects;
        RecordedBy = stamp.By;
        RecordedAt = stamp.At;
    }

    /// <summary>A withdrawal. It repeats what it takes back; its substance is the reason.</summary>
    internal Reply(int sequence, Reply wrong, Sealed<string> reason, Stamp stamp)
    {
        Sequence = sequence;
        (ReceivedOn, IsAcknowledgement, Code) = (wrong.ReceivedOn, wrong.IsAcknowledgement, wrong.Code);
        (Corrects, IsWithdrawal) = (wrong.Sequence, true);
        Substance = reason;
        RecordedBy = stamp.By;
        RecordedAt = stamp.At;
    }

    public int Sequence { get; private init; }

    public PartialDate ReceivedOn { get; private init; } = PartialDate.Unknown;

    /// <summary>"Your letter has arrived": no answer to it.</summary>
    public bool IsAcknowledgement { get; private init; }

    public string? Code { get; private init; }

    public Sealed<string>? Substance { get; private init; }

    public int? Corrects { get; private init; }

    public bool IsWithdrawal { get; private init; }

    public MemberId RecordedBy { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    public bool IsNone => Code == None;
}

/// <summary>How good a reply is, said by somebody for a reason.</summary>
public sealed class Grading
{
    private Grading()
    {
    }

    internal Grading(int sequence, int reply, string grade, Sealed<string> reason, Stamp stamp)
    {
        Sequence = sequence;
        ReplySequence = reply;
        GradeCode = grade;
        Reason = reason;
        By = stamp.By;
        At = stamp.At;
    }

    public int Sequence { get; private init; }

    public int ReplySequence { get; private init; }

    /// <summary>Code of the list <c>reply-grades</c>.</summary>
    public string GradeCode { get; private init; } = "";

    public Sealed<string> Reason { get; private init; } = null!;

    public MemberId By { get; private init; }

    public DateTimeOffset At { get; private init; }
}

/// <summary>Another due day than the one that followed from the period, and why.</summary>
public sealed class DueChange
{
    private DueChange()
    {
    }

    internal DueChange(int sequence, DateOnly from, DateOnly to, Sealed<string> reason, Stamp stamp)
    {
        Sequence = sequence;
        From = from;
        To = to;
        Reason = reason;
        By = stamp.By;
        At = stamp.At;
    }

    public int Sequence { get; private init; }

    public DateOnly From { get; private init; }

    public DateOnly To { get; private init; }

    public Sealed<string> Reason { get; private init; } = null!;

    public MemberId By { get; private init; }

    public DateTimeOffset At { get; private init; }
}
