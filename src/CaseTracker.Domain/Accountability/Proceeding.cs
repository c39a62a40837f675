using CaseTracker.Domain.Confidentiality;
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

    /// <summary>Where the path stands: the last of the entries that stand.</summary>
    public StageEntry? Standing => Counted.LastOrDefault();

    /// <summary>Entries that stand, in the order of the path: a correction takes the place of what it corrects.</summary>
    public IEnumerable<StageEntry> Counted => StageHistory.Standing(_stages);

    /// <summary>Latest day on which something was investigated. Correcting a typo never moves it.</summary>
    public DateOnly? LastInvestigated => _acts.Max(a => (DateOnly?)a.LastDay);

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

        var recorded = new StageEntry(_stages.Count + 1, entry.Stage, entry.On, Sealed<string>.Of(reason.Value!), entry.NotReportedReason, entry.OrderedOn, entry.Corrects, entry.Reopens, stamp);
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

        if (MustFollow(incidentStart, on))
        {
            return ProceedingErrors.BeforeIncident.On(nameof(InvestigativeAct.On));
        }

        _acts.Add(new InvestigativeAct(_acts.Count + 1, code, on, today, stamp));
        return Result.Success;
    }

    private IEnumerable<Refusal> Check(StageToRecord entry, PartialDate incidentStart, DateOnly today)
    {
        if (!Enum.IsDefined(entry.Stage))
        {
            yield return SharedErrors.UnknownTerm.On(nameof(entry.Stage));
            yield break;
        }

        foreach (var refusal in CheckDates(entry, today))
        {
            yield return refusal;
        }

        foreach (var refusal in CheckOrder(entry, incidentStart))
        {
            yield return refusal;
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

        var standing = Counted.ToList();
        var place = entry.Corrects is { } wrong ? standing.FindIndex(s => s.Sequence == wrong) : standing.Count;
        if (place < 0)
        {
            yield return ProceedingErrors.NothingToCorrect;
            yield break;
        }

        var story = standing.ConvertAll(s => new Step(s.Stage, s.On, s.Reopens));
        story.RemoveRange(place, entry.Corrects is null ? 0 : 1);
        story.Insert(place, new Step(entry.Stage, entry.On, entry.Reopens));
        foreach (var refusal in CheckStory(story, place, entry.Corrects is not null))
        {
            yield return refusal;
        }
    }

    /// <summary>
    /// Nobody answers for what has not happened yet. A path against the defender is no answer: that somebody was prosecuted
    /// for years before they were attacked is a finding, not a slip.
    /// </summary>
    internal bool HasAnswerBefore(PartialDate incidentStart) =>
        Counted.Any(s => MustFollow(incidentStart, s.On)) || _acts.Any(a => MustFollow(incidentStart, a.On));

    private bool MustFollow(PartialDate incidentStart, PartialDate on) => !IsAgainstDefender && on.IsBefore(incidentStart);

    private static IEnumerable<Refusal> CheckDates(StageToRecord entry, DateOnly today)
    {
        if (entry.On.IsAfter(today))
        {
            yield return PartialDateErrors.InTheFuture.On(nameof(entry.On));
        }

        if (entry.OrderedOn?.IsAfter(today) == true)
        {
            yield return PartialDateErrors.InTheFuture.On(nameof(entry.OrderedOn));
        }
        else if (entry.OrderedOn is { } ordered && entry.On.IsBefore(ordered))
        {
            yield return PartialDateErrors.Reversed.On(nameof(entry.OrderedOn));
        }
    }

    private IEnumerable<Refusal> CheckOrder(StageToRecord entry, PartialDate incidentStart)
    {
        if (MustFollow(incidentStart, entry.On))
        {
            yield return ProceedingErrors.BeforeIncident.On(nameof(entry.On));
        }

        if (entry.OrderedOn is { } ordered && MustFollow(incidentStart, ordered))
        {
            yield return ProceedingErrors.BeforeIncident.On(nameof(entry.OrderedOn));
        }
    }

    /// <summary>Reads the whole path as it would stand: a correction may not do what a new entry may not.</summary>
    /// <param name="place">Index of the entry that is new in the story.</param>
    private static IEnumerable<Refusal> CheckStory(List<Step> story, int place, bool correction)
    {
        var entry = story[place];
        if (story.Where((step, i) => step.Stage == Stage.X4 && !story.Take(i).Any(s => s.Stage.IsConviction())).Any())
        {
            yield return ProceedingErrors.NothingToReverse;
        }

        if (entry.Stage == Stage.J0 && place > 0)
        {
            yield return ProceedingErrors.AlreadyReported;
        }
        else if (!correction && place > 0 && story[place - 1].Stage == entry.Stage)
        {
            yield return ProceedingErrors.SameStage;
        }
        else if (SilentlyReverses(place) || SilentlyReverses(place + 1))
        {
            yield return ProceedingErrors.SilentlyReverses;
        }

        if (story.Take(place).Any(s => entry.On.IsBefore(s.On)) || story.Skip(place + 1).Any(s => s.On.IsBefore(entry.On)))
        {
            yield return ProceedingErrors.BeforePreviousStage;
        }

        bool SilentlyReverses(int i) =>
            i > 0 && i < story.Count && !story[i].Reopens && story[i].Stage != story[i - 1].Stage && GoesBack(story[i - 1].Stage, story[i].Stage);
    }

    /// <summary>Leaving the ladder, or being shelved, is a step of its own; climbing may skip rungs; anything else goes back.</summary>
    private static bool GoesBack(Stage from, Stage to) =>
        from.IsExit() ? !(from == Stage.X3 && to == Stage.X4) : !to.IsExit() && to != Stage.J2s && to < from;

    private readonly record struct Step(Stage Stage, PartialDate On, bool Reopens);
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
