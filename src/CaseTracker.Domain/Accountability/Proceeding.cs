using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Accountability;

public readonly record struct ProceedingId(Guid Value) : IStronglyTypedId<ProceedingId>
{
    public static ProceedingId From(Guid value) => new(value);

    public static ProceedingId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

/// <summary>
/// One path towards accountability, or one path of criminalization against the defender. Its stages are appended and
/// never overwritten: a wrong entry is corrected by a new one, and going back is said out loud.
/// </summary>
public sealed class Proceeding
{
    public const int AuthorityLimit = 160;
    public const int ReasonLimit = 1000;
    public const string AgainstDefender = "against-defender";

    private readonly List<StageEntry> _stages = [];
    private readonly List<InvestigativeAct> _acts = [];

    private Proceeding()
    {
    }

    public ProceedingId Id { get; private init; }

    /// <summary>Code of the list <c>proceeding-kinds</c>.</summary>
    public string KindCode { get; private init; } = "";

    public bool IsAgainstDefender { get; private init; }

    /// <summary>Office before which it runs, e.g. a prosecutor's office; null while nothing was reported.</summary>
    public string? Authority { get; private init; }

    public DateTimeOffset OpenedAt { get; private init; }

    public IReadOnlyList<StageEntry> Stages => _stages;

    public IReadOnlyList<InvestigativeAct> InvestigativeActs => _acts;

    /// <summary>The last entry that no other entry corrects.</summary>
    public StageEntry? Standing => Counted.LastOrDefault();

    /// <summary>Entries that stand, in the order in which they were recorded.</summary>
    public IEnumerable<StageEntry> Counted
    {
        get
        {
            var corrected = _stages.Where(s => s.Corrects is not null).Select(s => s.Corrects!.Value).ToHashSet();
            return _stages.Where(s => !corrected.Contains(s.Sequence)).OrderBy(s => s.Sequence);
        }
    }

    /// <summary>Latest day on which something was investigated. Correcting a typo never moves it.</summary>
    public DateOnly? LastInvestigated => _acts.Max(a => a.On.Latest);

    internal static Proceeding Open(ProceedingId id, string kind, bool againstDefender, string? authority, DateTimeOffset at) =>
        new() { Id = id, KindCode = kind, IsAgainstDefender = againstDefender, Authority = authority, OpenedAt = at };

    internal Result<StageEntry> Record(StageToRecord entry, PartialDate incidentStart, DateOnly today, Stamp stamp)
    {
        var refusals = Check(entry, incidentStart, today).ToList();
        var reason = CleanText.Lines(entry.Reason, ReasonLimit, nameof(entry.Reason), required: true);
        refusals.AddRange(reason.Refusals);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var recorded = new StageEntry(_stages.Count + 1, entry.Stage, entry.On, reason.Value!, entry.NotReportedReason, entry.OrderedOn, entry.Corrects, entry.Reopens, stamp);
        _stages.Add(recorded);
        return recorded;
    }

    internal Result RecordInvestigativeAct(string code, PartialDate on, PartialDate incidentStart, DateOnly today, Stamp stamp)
    {
        if (!on.IsKnown)
        {
            return ProceedingErrors.ActNeedsDate;
        }

        if (on.IsAfter(today))
        {
            return PartialDateErrors.InTheFuture.On(nameof(InvestigativeAct.On));
        }

        if (on.IsBefore(incidentStart))
        {
            return ProceedingErrors.BeforeIncident.On(nameof(InvestigativeAct.On));
        }

        _acts.Add(new InvestigativeAct(_acts.Count + 1, code, on, stamp));
        return Result.Success;
    }

    private IEnumerable<Refusal> Check(StageToRecord entry, PartialDate incidentStart, DateOnly today)
    {
        if (entry.On.IsAfter(today))
        {
            yield return PartialDateErrors.InTheFuture.On(nameof(entry.On));
        }

        if (entry.On.IsBefore(incidentStart))
        {
            yield return ProceedingErrors.BeforeIncident.On(nameof(entry.On));
        }

        if (entry.Corrects is { } wrong && Counted.All(s => s.Sequence != wrong))
        {
            yield return ProceedingErrors.NothingToCorrect;
        }

        if (IsAgainstDefender && (entry.Stage.IsConviction() || entry.Stage == Stage.J0))
        {
            yield return ProceedingErrors.NotAgainstDefender;
        }

        if (entry.Stage == Stage.J0 && string.IsNullOrEmpty(entry.NotReportedReason))
        {
            yield return ProceedingErrors.NotReportedNeedsReason;
        }

        if (entry.Stage == Stage.J8 && entry.OrderedOn is not { IsKnown: true })
        {
            yield return ProceedingErrors.ReparationNeedsOrder;
        }

        if (entry.OrderedOn is { } ordered && entry.On.IsBefore(ordered))
        {
            yield return PartialDateErrors.Reversed.On(nameof(entry.OrderedOn));
        }

        var before = Counted.LastOrDefault(s => s.Sequence != entry.Corrects);
        if (before is null)
        {
            yield break;
        }

        if (entry.Stage == Stage.X4 && Counted.All(s => !s.Stage.IsConviction()))
        {
            yield return ProceedingErrors.NothingToReverse;
        }

        if (entry.Corrects is not null)
        {
            yield break;
        }

        if (entry.Stage == before.Stage)
        {
            yield return ProceedingErrors.SameStage;
        }
        else if (entry.Stage == Stage.J0)
        {
            yield return ProceedingErrors.AlreadyReported;
        }
        else if (!entry.Reopens && GoesBack(before.Stage, entry.Stage))
        {
            yield return ProceedingErrors.SilentlyReverses;
        }

        if (entry.On.IsBefore(before.On) && !entry.Reopens)
        {
            yield return ProceedingErrors.BeforePreviousStage;
        }
    }

    /// <summary>Leaving the ladder, or being shelved, is a step of its own; climbing may skip rungs; anything else goes back.</summary>
    private static bool GoesBack(Stage from, Stage to) =>
        from.IsExit() ? !(from == Stage.X3 && to == Stage.X4) : !to.IsExit() && to != Stage.J2s && to < from;
}

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

public sealed class StageEntry
{
    private StageEntry()
    {
    }

    internal StageEntry(int sequence, Stage stage, PartialDate on, string reason, string? notReportedReason, PartialDate? orderedOn, int? corrects, bool reopens, Stamp stamp)
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

    /// <summary>1, 2, 3 … within its proceeding, in the order of recording.</summary>
    public int Sequence { get; private init; }

    public Stage Stage { get; private init; }

    public PartialDate On { get; private init; } = PartialDate.Unknown;

    public string Reason { get; private init; } = "";

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

    internal InvestigativeAct(int sequence, string code, PartialDate on, Stamp stamp)
    {
        Sequence = sequence;
        Code = code;
        On = on;
        RecordedBy = stamp.By;
        RecordedAt = stamp.At;
    }

    public int Sequence { get; private init; }

    public string Code { get; private init; } = "";

    public PartialDate On { get; private init; } = PartialDate.Unknown;

    public Access.MemberId RecordedBy { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }
}

public static class ProceedingErrors
{
    public static readonly Refusal AuthorityMissing = new("proceeding.authority_missing", Field: nameof(Proceeding.Authority));
    public static readonly Refusal BeforeIncident = new("proceeding.before_incident");
    public static readonly Refusal BeforePreviousStage = new("proceeding.before_previous_stage", Field: nameof(StageToRecord.On));
    public static readonly Refusal SameStage = new("proceeding.same_stage", Field: nameof(StageToRecord.Stage));
    public static readonly Refusal AlreadyReported = new("proceeding.already_reported", Field: nameof(StageToRecord.Stage));
    public static readonly Refusal SilentlyReverses = new("proceeding.silently_reverses", Field: nameof(StageToRecord.Stage));
    public static readonly Refusal NotAgainstDefender = new("proceeding.not_against_defender", Field: nameof(StageToRecord.Stage));
    public static readonly Refusal NothingToReverse = new("proceeding.nothing_to_reverse", Field: nameof(StageToRecord.Stage));
    public static readonly Refusal NothingToCorrect = new("proceeding.nothing_to_correct", Field: nameof(StageToRecord.Corrects));
    public static readonly Refusal NotReportedNeedsReason = new("proceeding.not_reported_needs_reason", Field: nameof(StageToRecord.NotReportedReason));
    public static readonly Refusal ReparationNeedsOrder = new("proceeding.reparation_needs_order", Field: nameof(StageToRecord.OrderedOn));
    public static readonly Refusal ActNeedsDate = new("proceeding.act_needs_date", Field: nameof(InvestigativeAct.On));
}
