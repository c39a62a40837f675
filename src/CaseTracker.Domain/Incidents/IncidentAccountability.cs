using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.Incidents;

/// <summary>The incident's paths to accountability, and what follows from them.</summary>
public sealed partial class Incident
{
    private readonly List<OrderFinding> _orderFindings = [];

    /// <summary>Highest rung (0 to 8) that any path against aggressors ever reached; null while no path is recorded. Derived, never typed.</summary>
    public int? FurthestRung { get; private set; }

    public IReadOnlyList<OrderFinding> OrderFindings => _orderFindings;

    public bool NobodyGaveOrders => _orderFindings.Count > 0 && _orderFindings.MaxBy(f => f.Sequence)!.NobodyGaveOrders;

    /// <summary>Everybody who answers for it, as the ladder asks.</summary>
    public Roster Roster => new([.. _involvements.OrderBy(i => i.Sequence).Select(i => Answerable.Of(i.Sequence, i.PerpetratorCode, i.RoleCode))], NobodyGaveOrders);

    public Result<ProceedingId> OpenProceeding(string? kind, Office office, StageToRecord first, ITerms terms, DateOnly today, Stamp stamp)
    {
        var refusals = new List<Refusal>();
        refusals.RequireTerm(terms, Lists.ProceedingKinds, kind, "Kind");
        RequireReason(refusals, first, terms);
        var isReported = first.Stage != Stage.J0;
        var proceeding = Proceeding.Open(
            ProceedingId.New(stamp.At), kind ?? "", terms.Find(Lists.ProceedingKinds, kind)?.Class == Proceeding.AgainstDefender, new Office(null, null), stamp.At);
        if (!isReported)
        {
            refusals.AddRange(proceeding.Check(office, required: false));
        }

        var recorded = proceeding.Record(first with { Office = office }, Roster, StartedOn, today, stamp);
        refusals.AddRange(recorded.Refusals.Where(r => refusals.TrueForAll(known => known.Field is null || known.Field != r.Field)).ToList());
        if (refusals.Count > 0)
        {
            return refusals;
        }

        _proceedings.Add(proceeding);
        Rederive(stamp);
        return proceeding.Id;
    }

    public Result RecordStage(ProceedingId id, StageToRecord entry, ITerms terms, DateOnly today, Stamp stamp)
    {
        if (_proceedings.Find(p => p.Id == id) is not { } proceeding)
        {
            return SharedErrors.NotFound;
        }

        var unknown = new List<Refusal>();
        RequireReason(unknown, entry, terms);
        if (unknown.Count > 0)
        {
            return Result.Of(unknown);
        }

        var from = proceeding.Standing;
        var recorded = proceeding.Record(entry, Roster, StartedOn, today, stamp);
        if (recorded.IsSuccess)
        {
            Rederive(stamp);
            Raise(new StageRecorded(Id, Number, OwnerId, from, entry.Stage, stamp.By));
        }

        return recorded;
    }

    public Result RecordInvestigativeAct(ProceedingId id, InvestigationToRecord act, ITerms terms, DateOnly today, Stamp stamp)
    {
        if (_proceedings.Find(p => p.Id == id) is not { } proceeding)
        {
            return SharedErrors.NotFound;
        }

        var refusals = new List<Refusal>();
        refusals.RequireTerm(terms, Lists.InvestigativeActs, act.Code, "Code");
        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        return Rederived(proceeding.RecordInvestigativeAct(act, StartedOn, today, stamp), stamp);
    }

    /// <summary>Takes back a stage that was entered by mistake: it stays to be read, and nothing follows from it any more.</summary>
    public Result WithdrawStage(ProceedingId id, int entry, string? reason, Stamp stamp) =>
        _proceedings.Find(p => p.Id == id) is { } proceeding ? Rederived(proceeding.WithdrawStage(entry, reason, stamp), stamp) : SharedErrors.NotFound;

    /// <summary>Takes back an act: the clock counts from where it would count if nobody had recorded it.</summary>
    public Result WithdrawInvestigativeAct(ProceedingId id, int entry, string? reason, Stamp stamp) =>
        _proceedings.Find(p => p.Id == id) is { } proceeding ? Rederived(proceeding.WithdrawInvestigativeAct(entry, reason, stamp), stamp) : SharedErrors.NotFound;

    public Result DescribeProceeding(ProceedingId id, ProceedingDetails details, DateOnly today, Stamp stamp) =>
        _proceedings.Find(p => p.Id == id) is not { } proceeding ? SharedErrors.NotFound
        : details.Against?.Any(a => _victims.TrueForAll(v => v.Sequence != a)) == true ? ProceedingErrors.AgainstWhom
        : Rederived(proceeding.Describe(details, StartedOn, today, stamp), stamp);

    /// <summary>Establishes that nobody gave orders, or takes it back; full justice asks for one or the other.</summary>
    public Result FindOrders(bool nobodyGaveOrders, string? reason, Stamp stamp)
    {
        var clean = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        List<Refusal> refusals = [.. clean.Refusals];
        if (nobodyGaveOrders == NobodyGaveOrders)
        {
            refusals.Add(ProceedingErrors.OrdersAlreadySo);
        }

        if (refusals.Count == 0)
        {
            _orderFindings.Add(new OrderFinding(_orderFindings.Count + 1, nobodyGaveOrders, clean.Value!, stamp));
            Rederive(stamp);
        }

        return Result.Of(refusals);
    }

    /// <summary>Brings up to date what was stored under earlier rules. Nobody changed anything, so the version stays.</summary>
    internal void DeriveAgain()
    {
        _proceedings.ForEach(p => p.NameAuthority());
        Derive();
    }

    private static void RequireReason(List<Refusal> refusals, StageToRecord entry, ITerms terms)
    {
        if (entry.Stage == Stage.J0)
        {
            refusals.RequireTerm(terms, Lists.NotReportedReasons, entry.NotReportedReason, nameof(entry.NotReportedReason));
        }
    }

    /// <summary>What was refused when a stage was recorded is refused when the incident is moved past it.</summary>
    private bool HasAnswerBefore(PartialDate start) => _proceedings.Any(p => p.HasAnswerBefore(start));

    private Result Rederived(Result done, Stamp stamp)
    {
        if (done.IsSuccess)
        {
            Rederive(stamp);
        }

        return done;
    }

    private void Rederive(Stamp stamp)
    {
        Derive();
        Changed(stamp.At);
    }

    /// <summary>A path against the defender is criminalization, not justice: it never counts towards the incident's ladder.</summary>
    private void Derive()
    {
        var roster = Roster;
        var towardsJustice = _proceedings.Where(p => !p.IsAgainstDefender).ToList();
        var paths = towardsJustice.ConvertAll(p => p.Counted);
        var criminal = towardsJustice.Where(p => p.IsCriminal).Select(p => p.Counted).ToList();
        var full = Ladder.IsFull(criminal, roster);
        var nowhere = Ladder.NamedNowhere(paths, roster);
        _proceedings.ForEach(p => p.Derive(full, nowhere));
        var standings = Ladder.Standings(paths, roster, full).ToList();
        HighestStage = standings.Count == 0 ? null : standings.Max();
        LowestStage = standings.Count == 0 ? null : standings.Min();
        FurthestRung = Ladder.FurthestRung(paths, criminal, roster);
        LastInvestigated = towardsJustice.Max(p => p.LastInvestigated);
    }
}
