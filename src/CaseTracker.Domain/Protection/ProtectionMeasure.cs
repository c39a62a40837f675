using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.Protection;

public readonly record struct ProtectionMeasureId(Guid Value) : IStronglyTypedId<ProtectionMeasureId>, IComparable<ProtectionMeasureId>
{
    /// <summary>For reading lists page by page: ids tell apart what is due on the same day.</summary>
    public int CompareTo(ProtectionMeasureId other) => Value.CompareTo(other.Value);

    public static ProtectionMeasureId From(Guid value) => new(value);
}

/// <summary>
/// Something that a mechanism, a body or the organisation itself was asked to do for somebody's safety. Its steps are appended
/// and never overwritten: a wrong entry is corrected by a new one, and going back is said out loud.
/// </summary>
public sealed class ProtectionMeasure : AggregateRoot<ProtectionMeasureId>
{
    public const int NoteLimit = 1000;
    public const int StepsLimit = 100;

    private readonly List<MeasureStep> _steps = [];
    private readonly List<AdequacyJudgement> _judgements = [];

    private ProtectionMeasure()
    {
    }

    public IncidentId IncidentId { get; private init; }

    /// <summary>Null for the incident as a whole.</summary>
    public PersonId? PersonId { get; private init; }

    /// <summary>Code of the list <c>protection-mechanisms</c>: who was asked.</summary>
    public string MechanismCode { get; private init; } = "";

    /// <summary>Code of the list <c>protection-measures</c>: what was asked for.</summary>
    public string MeasureCode { get; private init; } = "";

    public MeasureClass Class { get; private init; }

    /// <summary>Where it stands: the last of the steps that stand. Derived, never typed.</summary>
    public MeasureStage Standing { get; private set; }

    /// <summary>The day by which it was to be in place, counted from the request that opened it again, or else from the first step that stands; means nothing any more once it is or was ended.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The follow-up that chases the deadline, while it waits.</summary>
    public FollowUpId? ReminderId { get; private set; }

    public IReadOnlyList<MeasureStep> Steps => _steps;

    public IReadOnlyList<AdequacyJudgement> Judgements => _judgements;

    /// <summary>Asked for or promised, and not in place.</summary>
    public bool IsAwaited => Standing.IsAwaited();

    /// <summary>Steps that stand, in the order of the path: a correction takes the place of what it corrects.</summary>
    public IReadOnlyList<MeasureStep> Counted => Accountability.StageHistory.Standing(_steps);

    public static Result<ProtectionMeasure> Record(ProtectionMeasureId id, Incident incident, MeasureToRecord measure, ProtectionDeadlines deadlines, ITerms terms, DateOnly today, Stamp stamp)
    {
        var refusals = new List<Refusal>();
        refusals.RequireTerm(terms, Lists.ProtectionMechanisms, measure.Mechanism, "Mechanism");
        refusals.RequireTerm(terms, Lists.ProtectionMeasures, measure.Measure, "Measure");
        refusals.AddRange(ProtectedPerson.Check(incident, measure.Person));
        var isKnown = MeasureClasses.TryParse(terms.Find(Lists.ProtectionMeasures, measure.Measure)?.Class, out var @class);
        var recorded = new ProtectionMeasure
        {
            Id = id,
            IncidentId = incident.Id,
            PersonId = measure.Person,
            MechanismCode = measure.Mechanism ?? "",
            MeasureCode = measure.Measure ?? "",
            Class = @class,
            CreatedAt = stamp.At,
        };
        refusals.AddRange(recorded.Append(measure.First, deadlines, today, stamp).Refusals);
        if (refusals.Count > 0 || !isKnown)
        {
            return refusals;
        }

        recorded.Created(stamp.At);
        return recorded;
    }

    public Result RecordStep(StepToRecord step, ProtectionDeadlines deadlines, DateOnly today, Stamp stamp)
    {
        var appended = Append(step, deadlines, today, stamp);
        if (appended.IsSuccess)
        {
            Changed(stamp.At);
        }

        return appended;
    }

    /// <summary>Whether it does what it is for. Who says so is part of the answer: those protected and those who document often disagree.</summary>
    public Result Judge(AdequacyToRecord judgement, ITerms terms, DateOnly today, Stamp stamp)
    {
        var refusals = new List<Refusal>();
        refusals.RequireTerm(terms, Lists.MeasureAdequacies, judgement.Adequacy, "Adequacy");
        refusals.RequireTerm(terms, Lists.AdequacySpeakers, judgement.SaidBy, "SaidBy");
        var reason = CleanText.Lines(judgement.Reason, NoteLimit, nameof(AdequacyJudgement.Reason), required: true);
        refusals.AddRange(reason.Refusals);
        if (!judgement.On.IsKnown)
        {
            refusals.Add(SharedErrors.Required.On(nameof(AdequacyJudgement.On)));
        }
        else if (judgement.On.IsAfter(today))
        {
            refusals.Add(PartialDateErrors.InTheFuture.On(nameof(AdequacyJudgement.On)));
        }

        if (!Counted.Any(s => s.Stage is MeasureStage.Granted or MeasureStage.Implemented))
        {
            refusals.Add(MeasureErrors.NothingToJudge);
        }

        if (_judgements.Count >= StepsLimit)
        {
            refusals.Add(SharedErrors.TooMany.With(StepsLimit));
        }

        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        _judgements.Add(new AdequacyJudgement(_judgements.Count + 1, judgement, Sealed<string>.Of(reason.Value!), stamp));
        Changed(stamp.At);
        return Result.Success;
    }

    /// <summary>Ties it to the follow-up that chases its deadline; null when nothing is to be chased any more.</summary>
    public void RemindBy(FollowUpId? followUp) => ReminderId = followUp;

    /// <summary>Of two who ask for it at once, one is told that there is a reminder.</summary>
    public void RemindedAgain(DateTimeOffset at) => Changed(at);

    private Result Append(StepToRecord step, ProtectionDeadlines deadlines, DateOnly today, Stamp stamp)
    {
        var refusals = MeasureRules.Check(_steps, step, today).ToList();
        var note = CleanText.Lines(step.Note, NoteLimit, nameof(step.Note), required: true);
        refusals.AddRange(note.Refusals);
        if (_steps.Count >= StepsLimit)
        {
            refusals.Add(SharedErrors.TooMany.With(StepsLimit));
        }

        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        _steps.Add(new MeasureStep(_steps.Count + 1, step, Sealed<string>.Of(note.Value!), Accountability.StageHistory.LastDay(_steps, step.On, step.Corrects, today), stamp));
        var counted = Counted;
        Standing = counted[^1].Stage;
        DueOn = deadlines.For(Class, (counted.LastOrDefault(s => s is { Reopens: true, Stage: MeasureStage.Requested }) ?? counted[0]).LastDay);
        return Result.Success;
    }
}
