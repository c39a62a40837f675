using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.UnitTests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace CaseTracker.Domain.UnitTests.Accountability;

/// <summary>
/// Withdrawals in random lives of an incident: what is left could have been recorded without what was withdrawn, and nothing
/// tells the two apart. Corrections are left out: a life in which one was never made cannot be told from its entries.
/// </summary>
public class WithdrawalPropertyTests
{
    [Fact]
    public void What_was_withdrawn_leaves_an_incident_as_if_nobody_had_recorded_it() => Prop.ForAll(Lives.Any, steps =>
    {
        var lived = Lived(steps);
        var never = new IncidentBuilder().Answering().Build();
        steps.Where(s => s.What is Lives.What.Perpetrator or Lives.What.Orders).ToList().ForEach(s => Lives.Take(never, s));
        var stands = lived.Proceedings.Where(p => p.Counted.Count > 0).ToList();
        return stands.TrueForAll(p => IsRecorded(never, p))
            && (lived.HighestStage, lived.LowestStage, lived.FurthestRung, lived.LastInvestigated) == (never.HighestStage, never.LowestStage, never.FurthestRung, never.LastInvestigated)
            && stands.Select(Told).SequenceEqual(never.Proceedings.Select(Told));
    }).Check(Lives.Thorough);

    [Fact]
    public void A_path_from_which_everything_was_withdrawn_stands_nowhere_and_waits_for_nothing() => Prop.ForAll(Lives.Any, steps =>
        Lived(steps).Proceedings.Where(p => p.Counted.Count == 0).All(p => p is { Standing: null, ClockFrom: null, StalledFrom: null, IsBeforeAuthority: false, CountedActs.Count: 0 })).Check(Lives.Thorough);

    /// <summary>Or the properties above say nothing.</summary>
    [Fact]
    public void Random_lives_withdraw_what_may_be_and_are_refused_what_others_rest_on()
    {
        var lives = Lives.Any.Generator.Sample(1000, 60).Select(Lived).ToList();

        Assert.Contains(lives, i => i.Proceedings.Any(p => p.Counted.Count == 0));
        Assert.Contains(lives, i => i.Proceedings.Any(p => p.Stages.Any(s => s.IsWithdrawal) && p.Stages[^1] is { IsWithdrawal: false, Stage: > Stage.J3 }));
        Assert.Contains(lives, i => i.Proceedings.Any(p => p.InvestigativeActs.Any(a => a.IsWithdrawal) && p.CountedActs.Count > 0));
        Assert.Contains(lives, i => i.Proceedings.Any(p => p.Counted.Any(s => i.WithdrawStage(p.Id, s.Sequence, "Of another file", Some.Stamp).Codes().Contains(ProceedingErrors.RestsOnIt.Code))));
    }

    private static Incident Lived(List<Lives.Step> steps)
    {
        var incident = new IncidentBuilder().Answering().Build();
        foreach (var (step, later) in steps.Select((s, i) => (s, i * Lives.DaysBetween)))
        {
            Lives.Take(incident, step.What == Lives.What.Withdraw ? step : step with { Corrects = null, IsTypo = false }, later);
        }

        // In the end much is tried, so that what rests on what is met in most lives.
        foreach (var step in steps.Where(s => s.Flag && s.Path < incident.Proceedings.Count))
        {
            incident.WithdrawStage(incident.Proceedings[step.Path].Id, step.Month - 2, "Of another file", Some.StampAfter(steps.Count * Lives.DaysBetween));
        }

        return incident;
    }

    /// <summary>What stands of a path, recorded on the days on which it was, and nothing else.</summary>
    private static bool IsRecorded(Incident never, Proceeding path)
    {
        var first = path.Counted[0];
        var opened = never.Open(Again(first), path.KindCode, later: Later(first.RecordedAt));
        return opened.IsSuccess
            && path.Counted.Skip(1).All(s => never.Record(opened.Value, Again(s), Later(s.RecordedAt)).IsSuccess)
            && path.CountedActs.All(a => never.Investigate(opened.Value, a.On, later: Later(a.RecordedAt)).IsSuccess);
    }

    private static StageToRecord Again(StageEntry entry) =>
        entry.Stage.On(entry.On) with { Accused = entry.Accused is { } one ? [one] : null, IsFinal = entry.IsFinal, Reopens = entry.Reopens, OrderedOn = entry.OrderedOn };

    private static int Later(DateTimeOffset recorded) => (recorded - Some.Now).Days;

    private static (Stage?, DateOnly?, DateOnly?, DateOnly?) Told(Proceeding path) => (path.Standing, path.ClockFrom, path.StalledFrom, path.LastInvestigated);
}
