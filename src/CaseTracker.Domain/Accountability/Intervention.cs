using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.Accountability;

public readonly record struct InterventionId(Guid Value) : IStronglyTypedId<InterventionId>, IComparable<InterventionId>
{
    /// <summary>For reading lists page by page: ids tell apart what has the same day.</summary>
    public int CompareTo(InterventionId other) => Value.CompareTo(other.Value);

    public static InterventionId From(Guid value) => new(value);

    public static InterventionId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

/// <summary>
/// Something that was asked of a State or an authority, and what they answered: about an incident, or a request that a release
/// makes. Replies are appended, and corrected or withdrawn only by a new entry; an acknowledgement is recorded and answers nothing.
/// </summary>
public sealed partial class Intervention : AggregateRoot<InterventionId>
{
    public const int AddresseeLimit = 160;
    public const int SummaryLimit = 4000;
    public const int ReasonLimit = 1000;

    /// <summary>Class of the types that a reply is expected to.</summary>
    public const string ExpectsReply = "reply";

    /// <summary>A reply that is due later than this is a slip of the keyboard.</summary>
    public const int YearsAhead = 10;

    private readonly List<Reply> _replies = [];
    private readonly List<Grading> _gradings = [];
    private readonly List<DueChange> _dueChanges = [];

    private Intervention()
    {
    }

    /// <summary>Code of the list <c>interventions</c>.</summary>
    public string TypeCode { get; private init; } = "";

    /// <summary>Null for what a release asks and no incident is behind.</summary>
    public IncidentId? IncidentId { get; private init; }

    /// <summary>The path of the incident that it asks about.</summary>
    public ProceedingId? ProceedingId { get; private init; }

    /// <summary>What of a release it puts to the State.</summary>
    public AskId? AskId { get; private init; }

    /// <summary>Null for what a release asks: the release says of whom.</summary>
    public Sealed<string>? Addressee { get; private init; }

    public Sealed<string>? Summary { get; private init; }

    public PartialDate SentOn { get; private init; } = PartialDate.Unknown;

    /// <summary>First day that <see cref="SentOn"/> can mean, for ordering.</summary>
    public DateOnly SentFrom { get; private init; }

    /// <summary>Last day on which a reply is in time; null where none is expected.</summary>
    public DateOnly? DueOn { get; private set; }

    public InterventionState State { get; private set; }

    /// <summary>Grade of the reply that stands last by its own date; null until somebody graded it.</summary>
    public string? GradeCode { get; private set; }

    public MemberId RecordedBy { get; private init; }

    public bool IsDemonstration { get; private init; }

    /// <summary>The follow-up that reminds of the reply.</summary>
    public FollowUpId? ReminderId { get; private set; }

    public MemberId? ClosedBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Null where it ended because it was erased, or its incident was.</summary>
    public Sealed<string>? CloseReason { get; private set; }

    public IReadOnlyList<Reply> Replies => _replies;

    public IReadOnlyList<Grading> Gradings => _gradings;

    public IReadOnlyList<DueChange> DueChanges => _dueChanges;

    /// <summary>
    /// The reply that counts: the last by its own date, so that an older one which is entered late does not take the place of a
    /// newer one. Silence ends with the first reply.
    /// </summary>
    public Reply? Answer => StageHistory.Standing(_replies).Where(r => !r.IsAcknowledgement)
        .OrderBy(r => !r.IsNone).ThenBy(r => r.ReceivedOn.Earliest).ThenBy(r => r.Sequence).LastOrDefault();

    public bool IsAwaiting => State == InterventionState.Awaiting;

    public static Result<Intervention> Record(InterventionId id, InterventionSubject about, InterventionToRecord told, ITerms terms, ReplyPeriods periods, DateOnly today, Stamp stamp)
    {
        var refusals = new List<Refusal>();
        refusals.RequireTerm(terms, Lists.Interventions, told.Type, "Type");
        var addressee = CleanText.Line(about.Incident is null ? null : told.Addressee, AddresseeLimit, nameof(Addressee), required: about.Incident is not null);
        var summary = CleanText.Lines(told.Summary, SummaryLimit, nameof(Summary));
        refusals.AddRange([.. addressee.Refusals, .. summary.Refusals, .. CheckSent(told.SentOn, about.AskedOn, today)]);
        var expected = refusals.Count == 0 && terms.Find(Lists.Interventions, told.Type)!.Class == ExpectsReply ? periods.DueFrom(told.Type!, told.SentOn, today) : (DateOnly?)null;
        var differs = told.DueOn is { } wished && wished != expected;
        var reason = CleanText.Lines(differs ? told.DueReason : null, ReasonLimit, "DueReason", required: differs);
        if (differs && refusals.Count == 0)
        {
            refusals.AddRange([.. CheckDue(told.DueOn, expected, told.SentOn, today), .. reason.Refusals]);
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var intervention = new Intervention
        {
            Id = id,
            TypeCode = told.Type!,
            IncidentId = about.Incident,
            ProceedingId = about.Proceeding,
            AskId = about.Ask,
            Addressee = Sealing.Of(addressee.Value),
            Summary = Sealing.Of(summary.Value),
            SentOn = told.SentOn,
            SentFrom = told.SentOn.Earliest!.Value,
            DueOn = expected,
            State = expected is null ? InterventionState.NotExpected : InterventionState.Awaiting,
            RecordedBy = stamp.By,
            CreatedAt = stamp.At,
            IsDemonstration = about.IsDemonstration,
        };
        if (differs)
        {
            intervention.MoveDue(told.DueOn!.Value, reason.Value!, stamp);
        }

        intervention.Created(stamp.At);
        return intervention;
    }

    public Result ChangeDue(DateOnly? due, string? reason, DateOnly today, Stamp stamp)
    {
        if (!IsAwaiting)
        {
            return InterventionErrors.NotAwaiting;
        }

        var why = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        List<Refusal> refusals = [.. CheckDue(due, DueOn, SentOn, today), .. why.Refusals];
        if (due == DueOn)
        {
            refusals.Add(InterventionErrors.SameDue);
        }

        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        MoveDue(due!.Value, why.Value!, stamp);
        Changed(stamp.At);
        return Result.Success;
    }

    /// <summary>Nobody waits for the reply any more. One that comes all the same can still be recorded.</summary>
    public Result Close(string? reason, Stamp stamp)
    {
        if (!IsAwaiting)
        {
            return InterventionErrors.NotAwaiting;
        }

        var why = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        if (!why.IsSuccess)
        {
            return Result.Of(why.Refusals);
        }

        CloseReason = Sealed<string>.Of(why.Value!);
        End(stamp);
        return Result.Success;
    }

    /// <summary>Its incident was erased: what is awaited can be recorded nowhere.</summary>
    public void EndWithIncident(Stamp stamp)
    {
        if (IsAwaiting)
        {
            End(stamp);
        }
    }

    public void RemindBy(FollowUpId followUp) => ReminderId = followUp;

    /// <summary>Of two who ask for it at once, one is told that there is a reminder.</summary>
    public void RemindedAgain(DateTimeOffset at) => Changed(at);

    private void End(Stamp stamp)
    {
        ClosedBy = stamp.By;
        ClosedAt = stamp.At;
        Rederive(stamp);
    }

    private void MoveDue(DateOnly due, string reason, Stamp stamp)
    {
        _dueChanges.Add(new DueChange(_dueChanges.Count + 1, DueOn!.Value, due, Sealed<string>.Of(reason), stamp));
        DueOn = due;
    }

    private void Rederive(Stamp stamp)
    {
        State = Answer switch
        {
            { IsNone: false } => InterventionState.Replied,
            not null => InterventionState.Unanswered,
            _ when ClosedAt is not null => InterventionState.Closed,
            _ => DueOn is null ? InterventionState.NotExpected : InterventionState.Awaiting,
        };
        GradeCode = Answer is { } answer ? GradingOf(answer.Sequence)?.GradeCode : null;
        Changed(stamp.At);
    }

    private static IEnumerable<Refusal> CheckSent(PartialDate sent, PartialDate? asked, DateOnly today) =>
        !sent.IsKnown ? [SharedErrors.Required.On(nameof(SentOn))]
        : sent.IsAfter(today) ? [PartialDateErrors.InTheFuture.On(nameof(SentOn))]
        : asked is not null && sent.IsBefore(asked) ? [ReferenceErrors.BeforeItWasAsked.On(nameof(SentOn))]
        : [];

    private static IEnumerable<Refusal> CheckDue(DateOnly? due, DateOnly? expected, PartialDate sent, DateOnly today) =>
        due is null ? [SharedErrors.Required.On(nameof(DueOn))]
        : expected is null ? [InterventionErrors.NoReplyExpected.On(nameof(DueOn))]
        : due < sent.Earliest ? [InterventionErrors.DueBeforeLetter]
        : due > today.AddYears(YearsAhead) ? [InterventionErrors.DueTooFarAhead.With(YearsAhead)]
        : [];
}
