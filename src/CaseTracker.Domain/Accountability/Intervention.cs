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
/// makes. Replies are appended and corrected only by a new entry; an acknowledgement is recorded and answers nothing.
/// </summary>
public sealed class Intervention : AggregateRoot<InterventionId>
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

    /// <summary>Null where it ended with its incident.</summary>
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

    public Result RecordReply(ReplyToRecord told, ITerms terms, DateOnly today, Stamp stamp)
    {
        var standing = StageHistory.Standing(_replies);
        var refusals = new List<Refusal>();
        if (told.Corrects is { } wrong && standing.All(r => r.Sequence != wrong))
        {
            refusals.Add(InterventionErrors.NothingToCorrect);
        }

        var isNone = !told.IsAcknowledgement && told.Code == Reply.None;
        refusals.AddRange(CheckReceived(told.ReceivedOn, today));
        var substance = CleanText.Lines(told.Substance, Reply.SubstanceLimit, nameof(Reply.Substance), required: !told.IsAcknowledgement);
        refusals.AddRange(substance.Refusals);
        var grade = string.IsNullOrWhiteSpace(told.Grade) ? null : told.Grade;
        var why = CleanText.Lines(told.GradeReason, ReasonLimit, "GradeReason", required: grade is not null && !isNone);
        refusals.AddRange(why.Refusals);
        refusals.RequireTerm(terms, Lists.ReplyGrades, grade, "Grade", required: false);
        if (told.IsAcknowledgement)
        {
            refusals.AddRange(grade is null ? [] : [InterventionErrors.NotGradable.On("Grade")]);
        }
        else
        {
            refusals.RequireTerm(terms, Lists.ReplyCodes, told.Code, nameof(Reply.Code));
            refusals.AddRange(isNone ? CheckNone(told, grade, standing, today) : []);
        }

        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        var reply = new Reply(_replies.Count + 1, told, Sealing.Of(substance.Value), stamp);
        _replies.Add(reply);
        if (isNone)
        {
            // Silence has one grade, and the reason is what was just written.
            AddGrading(reply.Sequence, Reply.GradeOfNone, substance.Value!, stamp);
        }
        else if (grade is not null)
        {
            AddGrading(reply.Sequence, grade, why.Value!, stamp);
        }

        Rederive(stamp);
        return Result.Success;
    }

    /// <summary>Grades a reply, or grades it anew: the former grade stays on record.</summary>
    public Result Grade(int reply, string? grade, string? reason, ITerms terms, Stamp stamp)
    {
        if (StageHistory.Standing(_replies).FirstOrDefault(r => r.Sequence == reply) is not { } graded)
        {
            return SharedErrors.NotFound;
        }

        var refusals = new List<Refusal>();
        refusals.RequireTerm(terms, Lists.ReplyGrades, grade, "Grade");
        var why = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        refusals.AddRange(why.Refusals);
        if (graded.IsAcknowledgement || graded.IsNone)
        {
            refusals.Add(InterventionErrors.NotGradable.On("Grade"));
        }
        else if (refusals.Count == 0 && GradingOf(reply)?.GradeCode == grade)
        {
            refusals.Add(InterventionErrors.SameGrade);
        }

        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        AddGrading(reply, grade!, why.Value!, stamp);
        Rederive(stamp);
        return Result.Success;
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

    /// <summary>The grading that counts: the last of this reply.</summary>
    public Grading? GradingOf(int reply) => _gradings.Where(g => g.ReplySequence == reply).MaxBy(g => g.Sequence);

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

    private void AddGrading(int reply, string grade, string reason, Stamp stamp) =>
        _gradings.Add(new Grading(_gradings.Count + 1, reply, grade, Sealed<string>.Of(reason), stamp));

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

    private IEnumerable<Refusal> CheckReceived(PartialDate received, DateOnly today) =>
        !received.IsKnown ? [SharedErrors.Required.On(nameof(Reply.ReceivedOn))]
        : received.IsAfter(today) ? [PartialDateErrors.InTheFuture.On(nameof(Reply.ReceivedOn))]
        : received.IsBefore(SentOn) ? [InterventionErrors.ReplyBeforeLetter]
        : [];

    /// <summary>That there was no reply can be said once its time has passed, and only where there was none.</summary>
    private IEnumerable<Refusal> CheckNone(ReplyToRecord told, string? grade, IEnumerable<Reply> standing, DateOnly today)
    {
        if (DueOn is not { } due)
        {
            yield return InterventionErrors.NoReplyExpected.On(nameof(Reply.Code));
            yield break;
        }

        if (today <= due)
        {
            yield return InterventionErrors.NoReplyTooEarly.On(nameof(Reply.Code)).With(due);
        }
        else if (told.ReceivedOn.Latest <= due)
        {
            yield return InterventionErrors.NoReplyTooEarly.On(nameof(Reply.ReceivedOn)).With(due);
        }

        if (standing.Any(r => r is { IsAcknowledgement: false, IsNone: false } && r.Sequence != told.Corrects))
        {
            yield return InterventionErrors.AlreadyReplied;
        }

        if (grade is not null && grade != Reply.GradeOfNone)
        {
            yield return InterventionErrors.SilenceHasOneGrade;
        }
    }

    private static IEnumerable<Refusal> CheckDue(DateOnly? due, DateOnly? expected, PartialDate sent, DateOnly today) =>
        due is null ? [SharedErrors.Required.On(nameof(DueOn))]
        : expected is null ? [InterventionErrors.NoReplyExpected.On(nameof(DueOn))]
        : due < sent.Earliest ? [InterventionErrors.DueBeforeLetter]
        : due > today.AddYears(YearsAhead) ? [InterventionErrors.DueTooFarAhead.With(YearsAhead)]
        : [];
}
