using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Accountability;

/// <param name="Paths">In the order of opening.</param>
/// <param name="Lacking">What keeps the convictions that stand from being full justice, with how many; empty while none stands.</param>
/// <param name="Orders">The last finding about orders; null if there was none.</param>
public sealed record JusticeView(IReadOnlyList<PathView> Paths, IReadOnlyList<AccusedView> Accused, IReadOnlyDictionary<Lacking, int> Lacking, OrdersView? Orders)
{
    /// <summary>Paths against the defender that run faster than the ones against the aggressor.</summary>
    public IReadOnlyDictionary<ProceedingId, UnequalPace> Faster { get; init; } = new Dictionary<ProceedingId, UnequalPace>();

    /// <summary>The incident's victims.</summary>
    public IReadOnlyList<DefenderView> Defenders { get; init; } = [];
}

public sealed record OrdersView(bool NobodyGaveOrders, string Reason, string By, DateTimeOffset At);

/// <summary>A perpetrator whom a stage can speak of.</summary>
/// <param name="Description">As somebody wrote it; null if nobody did.</param>
public sealed record AccusedView(int Sequence, string Perpetrator, string? Role, string? Description);

/// <param name="Authority">Null while nothing was reported.</param>
/// <param name="Standing">Derived; see <see cref="Ladder"/>.</param>
/// <param name="Clock">Null where it does not run.</param>
/// <param name="Accused">Where each of those stands whom it concerns, by sequence; see <see cref="Ladder.Concerned"/>.</param>
public sealed record PathView(
    ProceedingId Id,
    string Kind,
    bool IsAgainstDefender,
    AuthorityView? Authority,
    string? Unit,
    string? FileNumber,
    string? Counsel,
    DateOnly? NextHearing,
    Stage? Standing,
    ClockView? Clock,
    IReadOnlyList<StandingView> Accused,
    IReadOnlyList<StageView> Stages,
    IReadOnlyList<InvestigativeActView> Acts)
{
    /// <summary>Null while nothing was reported, or where nobody recorded to whom.</summary>
    public AuthorityView? ReportedTo { get; init; }

    /// <summary>Since when the file lies where it lies; null where it never moved.</summary>
    public PartialDate? MovedOn { get; init; }

    /// <summary>Every move and every mended slip, in the order of recording.</summary>
    public IReadOnlyList<AuthorityMoveView> Moves { get; init; } = [];

    /// <summary>See <see cref="Proceeding.LacksReport"/>.</summary>
    public bool LacksReport { get; init; }

    /// <summary>Those against whom it runs, where that is recorded.</summary>
    public IReadOnlyList<DefenderView> Against { get; init; } = [];

    /// <summary>The same stages in the order of the path.</summary>
    public IReadOnlyList<StageView> StagesInPlace => StageHistory.InPlace(Stages);

    /// <summary>Everything that was ever recorded of it was withdrawn: it is in no list and no figure.</summary>
    public bool IsEmpty => Stages.All(s => !s.Stands);

    /// <summary>An entry stands by which an authority has to do with it.</summary>
    public bool IsBeforeAuthority => Stages.Any(s => s.Stands && s.Stage != Stage.J0);
}

/// <param name="IsVoid">See <see cref="Whereabouts.IsVoid"/>.</param>
public sealed record AuthorityMoveView(AuthorityView From, AuthorityView To, AuthorityChange Change, PartialDate Since, string By, DateTimeOffset At, bool IsVoid);

/// <summary>A victim against whom a path can run.</summary>
/// <param name="Pseudonym">Null of somebody unknown.</param>
public sealed record DefenderView(int Sequence, string? Pseudonym);

/// <param name="Days">Since the last investigative act; since it was opened or reported, where there was none.</param>
/// <param name="IsStalled">Never of a path against the defender.</param>
public sealed record ClockView(int Days, bool HasAct, int StalledAfterDays, bool IsStalled);

/// <param name="IsTheirs">Said of them, and not only of the path as a whole.</param>
public sealed record StandingView(int Accused, Stage Stage, bool IsFinal, bool IsTheirs);

/// <param name="CorrectedBy">Sequence of the entry that replaced this one.</param>
/// <param name="WithdrawnBy">Sequence of the entry that took this one back.</param>
/// <param name="IsWithdrawal">It takes back the entry that it corrects; what it says is the reason.</param>
/// <param name="Precedes">Of a report that was recorded after what followed from it, sequence of the entry before which it stands.</param>
public sealed record StageView(
    int Sequence,
    Stage Stage,
    PartialDate On,
    string Reason,
    string? NotReportedReason,
    PartialDate? OrderedOn,
    int? Corrects,
    int? CorrectedBy,
    int? WithdrawnBy,
    bool IsWithdrawal,
    bool Reopens,
    int? Accused,
    bool IsFinal,
    string By,
    DateTimeOffset At,
    int? Precedes = null) : IAppended
{
    public bool IsMissingReport => Precedes is not null;

    public bool Stands => CorrectedBy is null && WithdrawnBy is null && !IsWithdrawal;
}

/// <param name="CorrectedBy">Sequence of the act that replaced this one.</param>
/// <param name="WithdrawnBy">Sequence of the entry that took this one back.</param>
/// <param name="IsWithdrawal">It takes back the act that it corrects; its note is the reason.</param>
public sealed record InvestigativeActView(
    int Sequence,
    string Code,
    PartialDate On,
    string? Note,
    int? Corrects,
    int? CorrectedBy,
    int? WithdrawnBy,
    bool IsWithdrawal,
    string By,
    DateTimeOffset At)
{
    public bool Stands => CorrectedBy is null && WithdrawnBy is null && !IsWithdrawal;
}
