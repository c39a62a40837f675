using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.FollowUps;

public readonly record struct FollowUpId(Guid Value) : IStronglyTypedId<FollowUpId>, IComparable<FollowUpId>
{
    /// <summary>For reading lists page by page: ids tell apart what is due on the same day.</summary>
    public int CompareTo(FollowUpId other) => Value.CompareTo(other.Value);

    public static FollowUpId From(Guid value) => new(value);

    public static FollowUpId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public enum FollowUpStatus
{
    Open = 0,
    Done = 1,
}

public enum Recurrence
{
    None = 0,
    Weekly = 1,
    Fortnightly = 2,
    Monthly = 3,
    Quarterly = 4,
}

/// <summary>Something to be done about an incident by a day. "Nothing happened, checked" is an outcome too: it shows that somebody looked.</summary>
public sealed class FollowUp : AggregateRoot<FollowUpId>
{
    public const int NoteLimit = 500;
    public const int ReasonLimit = 500;

    /// <summary>Class of an outcome after which a recurring follow-up does not come back.</summary>
    public const string EndsRecurrence = "ends";

    /// <summary>Outcome of what ends without anybody having done it.</summary>
    public const string Cancelled = "CT-FUO-CANCELLED";

    /// <summary>Kind of what the product plans itself: a reply is due.</summary>
    public const string ReplyDue = "CT-FUK-REPLY";

    /// <summary>Outcome of what was planned because a reply is due, once nobody waits for one any more.</summary>
    public const string NoLongerAwaited = "CT-FUO-REPLY";

    /// <summary>Further ahead than this is a slip of the keyboard.</summary>
    public const int YearsAhead = 10;

    private readonly List<Snooze> _snoozes = [];

    private FollowUp()
    {
    }

    public IncidentId IncidentId { get; private init; }

    public string KindCode { get; private init; } = "";

    public Sealed<string>? Note { get; private init; }

    public DateOnly DueOn { get; private set; }

    public MemberId AssigneeId { get; private set; }

    public MemberId CreatedBy { get; private init; }

    public Recurrence Recurrence { get; private init; }

    /// <summary>First day of the series: what falls due on the 31st is back on the 31st after a shorter month.</summary>
    public DateOnly SeriesFrom { get; private init; }

    public FollowUpStatus Status { get; private set; }

    public string? OutcomeCode { get; private set; }

    public Sealed<string>? OutcomeNote { get; private set; }

    public MemberId? ClosedBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public IReadOnlyList<Snooze> Snoozes => _snoozes;

    public bool IsOpen => Status == FollowUpStatus.Open;

    public static Result<FollowUp> Schedule(FollowUpId id, IncidentId incident, FollowUpToSchedule wish, ITerms terms, DateOnly today, Stamp stamp)
    {
        var refusals = new List<Refusal>();
        refusals.RequireTerm(terms, Lists.FollowUpKinds, wish.Kind, "Kind");
        var note = CleanText.Lines(wish.Note, NoteLimit, nameof(Note));
        refusals.AddRange(note.Refusals);
        refusals.AddRange(CheckDue(wish.DueOn, today));
        if (!Enum.IsDefined(wish.Recurrence))
        {
            refusals.Add(SharedErrors.UnknownTerm.On(nameof(Recurrence)));
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var followUp = new FollowUp
        {
            Id = id,
            IncidentId = incident,
            KindCode = wish.Kind!,
            Note = Sealing.Of(note.Value),
            DueOn = wish.DueOn!.Value,
            AssigneeId = wish.Assignee,
            CreatedBy = stamp.By,
            Recurrence = wish.Recurrence,
            SeriesFrom = wish.DueOn!.Value,
            CreatedAt = stamp.At,
        };
        followUp.Created(stamp.At);
        if (wish.Assignee != stamp.By)
        {
            followUp.Raise(new FollowUpAssigned(id, incident, wish.Assignee, stamp.By));
        }

        return followUp;
    }

    /// <returns>The next occurrence if this one recurs and was not cancelled, to be added by the caller; otherwise null.</returns>
    /// <param name="ownNote">What <see cref="Note"/> holds, for the next occurrence: a seal is for one record and cannot be copied to another.</param>
    public Result<FollowUp?> Complete(string? outcome, string? note, string? ownNote, ITerms terms, DateOnly today, Stamp stamp)
    {
        if (!IsOpen)
        {
            return FollowUpErrors.AlreadyClosed;
        }

        var refusals = new List<Refusal>();
        refusals.RequireTerm(terms, Lists.FollowUpOutcomes, outcome, "Outcome");
        var clean = CleanText.Lines(note, NoteLimit, "OutcomeNote");
        refusals.AddRange(clean.Refusals);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        Status = FollowUpStatus.Done;
        OutcomeCode = outcome;
        OutcomeNote = Sealing.Of(clean.Value);
        ClosedBy = stamp.By;
        ClosedAt = stamp.At;
        Changed(stamp.At);
        if (terms.Find(Lists.FollowUpOutcomes, outcome)?.Class == EndsRecurrence || NextAfter(DueOn > today ? DueOn : today, SeriesFrom, Recurrence) is not { } next)
        {
            return (FollowUp?)null;
        }

        var following = new FollowUp
        {
            Id = FollowUpId.New(stamp.At),
            IncidentId = IncidentId,
            KindCode = KindCode,
            Note = Sealing.Of(ownNote),
            DueOn = next,
            AssigneeId = AssigneeId,
            CreatedBy = CreatedBy,
            Recurrence = Recurrence,
            SeriesFrom = SeriesFrom,
            CreatedAt = stamp.At,
        };
        following.Created(stamp.At);
        return following;
    }

    public Result Postpone(DateOnly? until, string? reason, DateOnly today, Stamp stamp)
    {
        if (!IsOpen)
        {
            return FollowUpErrors.AlreadyClosed;
        }

        var refusals = CheckDue(until, today).Select(r => r.On("Until")).ToList();
        if (until <= DueOn)
        {
            refusals.Add(FollowUpErrors.NotLater);
        }

        var clean = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        refusals.AddRange(clean.Refusals);
        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        _snoozes.Add(new Snooze(_snoozes.Count + 1, DueOn, until!.Value, Sealed<string>.Of(clean.Value!), stamp));
        DueOn = until.Value;
        Changed(stamp.At);
        return Result.Success;
    }

    /// <summary>Its incident was erased: there is nothing left to follow, and nobody could settle it any more.</summary>
    public void EndWithIncident(Stamp stamp) => End(Cancelled, stamp);

    /// <summary>The reply that it reminds of came, or nobody waits for it any more.</summary>
    public void EndWithReply(Stamp stamp) => End(NoLongerAwaited, stamp);

    /// <summary>The day of what it reminds of was moved; why is said there.</summary>
    public void MoveTo(DateOnly due, Stamp stamp)
    {
        if (IsOpen && due != DueOn)
        {
            DueOn = due;
            Changed(stamp.At);
        }
    }

    public Result Reassign(MemberId assignee, Stamp stamp)
    {
        if (!IsOpen)
        {
            return FollowUpErrors.AlreadyClosed;
        }

        if (assignee == AssigneeId)
        {
            return FollowUpErrors.AlreadyTheirs;
        }

        AssigneeId = assignee;
        Changed(stamp.At);
        if (assignee != stamp.By)
        {
            Raise(new FollowUpAssigned(Id, IncidentId, assignee, stamp.By));
        }

        return Result.Success;
    }

    /// <summary>
    /// Counted from the first day of the series, not from the day it was done, so that a late answer does not thin out the
    /// checks; those that passed in the meantime do not come one after the other. Null for what does not recur.
    /// </summary>
    public static DateOnly? NextAfter(DateOnly day, DateOnly seriesFrom, Recurrence recurrence)
    {
        if (recurrence is Recurrence.None || !Enum.IsDefined(recurrence))
        {
            return null;
        }

        var turn = 1;
        while (Turn(turn) <= day)
        {
            turn++;
        }

        return Turn(turn);

        DateOnly Turn(int turns) => recurrence switch
        {
            Recurrence.Weekly => seriesFrom.AddDays(7 * turns),
            Recurrence.Fortnightly => seriesFrom.AddDays(14 * turns),
            Recurrence.Monthly => seriesFrom.AddMonths(turns),
            _ => seriesFrom.AddMonths(3 * turns),
        };
    }

    private void End(string outcome, Stamp stamp)
    {
        if (IsOpen)
        {
            Status = FollowUpStatus.Done;
            OutcomeCode = outcome;
            ClosedBy = stamp.By;
            ClosedAt = stamp.At;
            Changed(stamp.At);
        }
    }

    private static IEnumerable<Refusal> CheckDue(DateOnly? due, DateOnly today)
    {
        if (due is null)
        {
            yield return SharedErrors.Required.On(nameof(DueOn));
        }
        else if (due < today)
        {
            yield return FollowUpErrors.InThePast;
        }
        else if (due > today.AddYears(YearsAhead))
        {
            yield return FollowUpErrors.TooFarAhead.With(YearsAhead);
        }
    }
}

public sealed record FollowUpToSchedule(string? Kind, string? Note, DateOnly? DueOn, MemberId Assignee, Recurrence Recurrence = Recurrence.None);

public sealed record FollowUpAssigned(FollowUpId FollowUp, IncidentId Incident, MemberId Assignee, MemberId By) : IDomainEvent;
