using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Accountability;

public readonly record struct ProceedingId(Guid Value) : IStronglyTypedId<ProceedingId>, IComparable<ProceedingId>
{
    /// <summary>For reading lists page by page: ids tell apart what has waited since the same day.</summary>
    public int CompareTo(ProceedingId other) => Value.CompareTo(other.Value);

    public static ProceedingId From(Guid value) => new(value);

    public static ProceedingId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

/// <summary>
/// One path towards accountability, or one path of criminalization against the defender. Its stages and acts are appended and
/// never overwritten: a wrong entry is corrected or withdrawn by a new one, and going back is said out loud.
/// </summary>
public sealed partial class Proceeding
{
    public const int UnitLimit = 160;
    public const int ReasonLimit = 1000;
    public const int NoteLimit = 1000;
    public const int FileNumberLimit = 80;
    public const int CounselLimit = 160;

    /// <summary>A court that plans further ahead has not been met; a slip of the keyboard has.</summary>
    public const int HearingYearsAhead = 10;

    public const string AgainstDefender = "against-defender";

    /// <summary>Kind of the paths that open a criminal file, and the only one that ends with a conviction.</summary>
    public const string Criminal = "CT-PRC-CRIM";

    private readonly List<StageEntry> _stages = [];
    private readonly List<InvestigativeAct> _acts = [];

    private Proceeding()
    {
    }

    public ProceedingId Id { get; private init; }

    /// <summary>Code of the list <c>proceeding-kinds</c>.</summary>
    public string KindCode { get; private init; } = "";

    public bool IsAgainstDefender { get; private init; }

    public bool IsCriminal => KindCode == Criminal;

    /// <summary>Code of the authority before which it runs; null while nothing was reported.</summary>
    public string? AuthorityCode { get; private set; }

    /// <summary>Desk or unit of the authority, as people write it.</summary>
    public string? Unit { get; private set; }

    public Sealed<string>? FileNumber { get; private set; }

    public Sealed<string>? Counsel { get; private set; }

    public DateOnly? NextHearing { get; private set; }

    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>Where the path stands, by the rules of <see cref="Ladder"/>; null only before it was ever derived.</summary>
    public Stage? Standing { get; private set; }

    /// <summary>Threshold of its authority, in days.</summary>
    public int StalledAfterDays { get; private set; } = Authority.StalledAfterDefault;

    /// <summary>The day from which the stalled clock counts; null where it does not run, and on paths against the defender.</summary>
    public DateOnly? ClockFrom { get; private set; }

    /// <summary>The day on which it becomes stalled; null where the clock does not run.</summary>
    public DateOnly? StalledFrom { get; private set; }

    public IReadOnlyList<StageEntry> Stages => _stages;

    public IReadOnlyList<InvestigativeAct> InvestigativeActs => _acts;

    /// <summary>Somebody acted on it, and no report stands: it was opened by the authority itself, or the report is still to be recorded.</summary>
    public bool LacksReport => Opening is not null && Counted.All(s => s.Stage != Stage.J1);

    /// <summary>Entries that stand, in the order of the path: a correction takes the place of what it corrects.</summary>
    public IReadOnlyList<StageEntry> Counted => StageHistory.Standing(_stages);

    /// <summary>Investigative acts that stand.</summary>
    public IReadOnlyList<InvestigativeAct> CountedActs => StageHistory.Standing(_acts);

    /// <summary>An entry stands by which an authority has to do with it.</summary>
    public bool IsBeforeAuthority => Opening is not null;

    /// <summary>The first entry by which an authority had to do with it.</summary>
    internal StageEntry? Opening => Counted.FirstOrDefault(s => s.Stage != Stage.J0);

    /// <summary>Latest day on which something was investigated. Correcting or withdrawing an act moves it, and nothing else does.</summary>
    public DateOnly? LastInvestigated => CountedActs.Max(a => (DateOnly?)a.LastDay);

    internal static Proceeding Open(ProceedingId id, string kind, bool againstDefender, Office office, DateTimeOffset at)
    {
        var proceeding = new Proceeding { Id = id, KindCode = kind, IsAgainstDefender = againstDefender, OpenedAt = at };
        proceeding.Place(office);
        return proceeding;
    }

    /// <summary>One entry for each of the accused, or one for the path as a whole; all of them, or none.</summary>
    internal Result Record(StageToRecord entry, Roster roster, PartialDate incidentStart, DateOnly today, Stamp stamp)
    {
        var office = OfficeOf(entry);
        var reportedTo = (IsReport(entry) && entry.Office?.Authority is not null) || entry.IsMissingReport ? entry.Office ?? new Office(null, null) : null;
        var refusals = ProceedingStory.Check(this, entry, roster, incidentStart, today).ToList();
        var reason = CleanText.Lines(entry.Reason, ReasonLimit, nameof(entry.Reason), required: true);
        refusals.AddRange(reason.Refusals);
        if ((office ?? reportedTo) is { } named)
        {
            refusals.AddRange(Check(named, required: true));
        }

        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        var precedes = entry.IsMissingReport ? Opening?.Sequence : null;
        var took = TookReport(entry);
        return Append([.. ProceedingStory.Subjects(entry).Select((accused, i) => new StageEntry(_stages.Count + 1 + i, entry, accused, reason.Value!, stamp, precedes, took))], office, entry.Office?.Authority);
    }

    internal Result RecordInvestigativeAct(InvestigationToRecord act, PartialDate incidentStart, DateOnly today, Stamp stamp)
    {
        var refusals = new List<Refusal>();
        if (!act.On.IsKnown)
        {
            refusals.Add(ProceedingErrors.ActNeedsDate);
        }
        else if (act.On.IsAfter(today))
        {
            refusals.Add(PartialDateErrors.InTheFuture.On(nameof(act.On)));
        }
        else if (MustFollow(incidentStart, act.On))
        {
            refusals.Add(ProceedingErrors.BeforeIncident.On(nameof(act.On)));
        }

        if (Counted.Count == 0)
        {
            refusals.Add(ProceedingErrors.NothingStands);
        }
        else if (!IsBeforeAuthority && act.Corrects is null)
        {
            refusals.Add(ProceedingErrors.ActBeforeAuthority);
        }
        else if (act.Corrects is { } wrong && CountedActs.All(a => a.Sequence != wrong))
        {
            refusals.Add(ProceedingErrors.NothingToCorrect);
        }

        var note = CleanText.Lines(act.Note, NoteLimit, nameof(act.Note));
        refusals.AddRange(note.Refusals);
        if (refusals.Count == 0)
        {
            _acts.Add(new InvestigativeAct(_acts.Count + 1, act, note.Value, StageHistory.LastDay(_acts, act.On, act.Corrects, today), stamp));
        }

        return Result.Of(refusals);
    }

    /// <summary>What lists and figures read of it, after anything changed that it follows from.</summary>
    /// <param name="namedNowhere">See <see cref="Ladder.NamedNowhere"/>.</param>
    internal void Derive(bool full, IReadOnlyList<int> namedNowhere)
    {
        Standing = Ladder.PathStanding(Counted, full);
        ClockFrom = !IsAgainstDefender && StalledClock.Runs(Counted, namedNowhere) ? StalledClock.CountsFrom(_stages, CountedActs) : null;
        StalledFrom = ClockFrom is { } from ? StalledClock.StalledFrom(from, StalledAfterDays) : null;
    }

    /// <summary>The incident was erased: what people wrote in clear goes, since no key that is destroyed makes it unreadable.</summary>
    internal void EraseWords() => Unit = null;

    /// <summary>For one recorded before authorities were on a list.</summary>
    internal void NameAuthority()
    {
        if (AuthorityCode is null && IsBeforeAuthority)
        {
            AuthorityCode = Authority.Other;
        }
    }

    /// <summary>
    /// Nobody answers for what has not happened yet. A path against the defender is no answer: that somebody was prosecuted
    /// for years before they were attacked is a finding, not a slip.
    /// </summary>
    internal bool HasAnswerBefore(PartialDate incidentStart) =>
        Counted.Any(s => MustFollow(incidentStart, s.On)) || CountedActs.Any(a => MustFollow(incidentStart, a.On))
        || Whereabouts.Moves.Any(m => MustFollow(incidentStart, m.Since));

    internal bool MustFollow(PartialDate incidentStart, PartialDate on) => !IsAgainstDefender && on.IsBefore(incidentStart);

    /// <summary>
    /// Where an entry reports a path that had not been; null where it moves no file. What a withdrawn report named stays until
    /// another takes its place.
    /// </summary>
    private Office? OfficeOf(StageToRecord entry) =>
        entry.Stage == Stage.J0 || IsBeforeAuthority || (AuthorityCode is not null && entry.Office?.Authority is null) ? null : entry.Office ?? new Office(null, null);
}
