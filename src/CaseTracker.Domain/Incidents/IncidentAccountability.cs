using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.Incidents;

/// <summary>The incident's paths to accountability, and what follows from them.</summary>
public sealed partial class Incident
{
    public Result<ProceedingId> OpenProceeding(string? kind, string? authority, StageToRecord first, ITerms terms, DateOnly today, Stamp stamp)
    {
        var refusals = new List<Refusal>();
        refusals.RequireTerm(terms, Lists.ProceedingKinds, kind, "Kind");
        if (first.Stage == Stage.J0)
        {
            refusals.RequireTerm(terms, Lists.NotReportedReasons, first.NotReportedReason, nameof(first.NotReportedReason));
        }

        var office = CleanText.Line(authority, Proceeding.AuthorityLimit, "Authority");
        refusals.AddRange(office.Refusals);
        if (office.IsSuccess && office.Value is null && first.Stage != Stage.J0)
        {
            refusals.Add(ProceedingErrors.AuthorityMissing);
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var againstDefender = terms.Find(Lists.ProceedingKinds, kind)!.Class == Proceeding.AgainstDefender;
        var proceeding = Proceeding.Open(ProceedingId.New(stamp.At), kind!, againstDefender, office.Value, stamp.At);
        var recorded = proceeding.Record(first, StartedOn, today, stamp);
        if (!recorded.IsSuccess)
        {
            return recorded.Refusals.ToList();
        }

        _proceedings.Add(proceeding);
        Rederive(stamp);
        return proceeding.Id;
    }

    public Result RecordStage(ProceedingId id, StageToRecord entry, ITerms terms, DateOnly today, Stamp stamp)
    {
        var proceeding = _proceedings.SingleOrDefault(p => p.Id == id);
        if (proceeding is null)
        {
            return SharedErrors.NotFound;
        }

        if (entry.Stage == Stage.J0)
        {
            var unknown = new List<Refusal>();
            unknown.RequireTerm(terms, Lists.NotReportedReasons, entry.NotReportedReason, nameof(entry.NotReportedReason));
            if (unknown.Count > 0)
            {
                return Result.Of(unknown);
            }
        }

        var from = proceeding.Standing?.Stage;
        var recorded = proceeding.Record(entry, StartedOn, today, stamp);
        if (!recorded.IsSuccess)
        {
            return Result.Of(recorded.Refusals);
        }

        Rederive(stamp);
        Raise(new StageRecorded(Id, Number, OwnerId, from, entry.Stage, stamp.By));
        return Result.Success;
    }

    public Result RecordInvestigativeAct(ProceedingId id, string? code, PartialDate on, ITerms terms, DateOnly today, Stamp stamp)
    {
        var proceeding = _proceedings.SingleOrDefault(p => p.Id == id);
        if (proceeding is null)
        {
            return SharedErrors.NotFound;
        }

        var refusals = new List<Refusal>();
        refusals.RequireTerm(terms, Lists.InvestigativeActs, code, "Code");
        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        var recorded = proceeding.RecordInvestigativeAct(code!, on, StartedOn, today, stamp);
        if (recorded.IsSuccess)
        {
            Rederive(stamp);
        }

        return recorded;
    }

    /// <summary>What was refused when a stage was recorded is refused when the incident is moved past it.</summary>
    private bool HasAnswerBefore(PartialDate start) => _proceedings.Any(p => p.HasAnswerBefore(start));

    /// <summary>A path against the defender is criminalization, not justice: it never counts towards the incident's ladder.</summary>
    private void Rederive(Stamp stamp)
    {
        var towardsJustice = _proceedings.Where(p => !p.IsAgainstDefender).ToList();
        var standings = towardsJustice.Select(p => p.Standing?.Stage).Where(s => s is not null).ToList();
        HighestStage = standings.Count == 0 ? null : standings.Max();
        LowestStage = standings.Count == 0 ? null : standings.Min();
        LastInvestigated = towardsJustice.Max(p => p.LastInvestigated);
        Changed(stamp.At);
    }
}
