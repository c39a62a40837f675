using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Statistics;
using CaseTracker.Domain.UnitTests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace CaseTracker.Domain.UnitTests.Accountability;

/// <summary>Invariants of the ladder over random lives of an incident; see <see cref="Lives"/>.</summary>
public class LadderPropertyTests
{
    [Fact]
    public void Highest_and_lowest_never_contradict_the_entries_that_stand() => Always(incident =>
    {
        var paths = TowardsJustice(incident);
        if (paths.Count == 0)
        {
            return incident.HighestStage is null && incident.LowestStage is null && incident.FurthestRung is null;
        }

        var standings = Told(incident).ToList();
        return incident.HighestStage == standings.Max() && incident.LowestStage == standings.Min()
            && incident.FurthestRung >= (incident.HighestStage!.Value.Rung() ?? 0);
    });

    [Fact]
    public void Corrections_and_withdrawals_never_lose_history() => Prop.ForAll(Lives.Any, steps =>
    {
        var incident = new IncidentBuilder().Answering().Build();
        foreach (var step in steps)
        {
            var stages = incident.Proceedings.Select(p => p.Stages.ToList()).ToList();
            var acts = incident.Proceedings.Select(p => p.InvestigativeActs.ToList()).ToList();
            Lives.Take(incident, step);
            var kept = stages.Zip(incident.Proceedings, (old, now) => old.SequenceEqual(now.Stages.Take(old.Count))).All(k => k)
                && acts.Zip(incident.Proceedings, (old, now) => old.SequenceEqual(now.InvestigativeActs.Take(old.Count))).All(k => k);
            var numbered = incident.Proceedings.All(p => p.Stages.Select(s => s.Sequence).SequenceEqual(Enumerable.Range(1, p.Stages.Count)));
            var counted = incident.Proceedings.All(p => p.Counted.Count == p.Stages.Count(s => s.Corrects is null) - p.Stages.Count(s => s.IsWithdrawal)
                && p.CountedActs.Count == p.InvestigativeActs.Count(a => a.Corrects is null) - p.InvestigativeActs.Count(a => a.IsWithdrawal));
            if (!kept || !numbered || !counted)
            {
                return false;
            }
        }

        return true;
    }).Check(Lives.Thorough);

    [Fact]
    public void What_stands_of_anybody_never_goes_back_in_silence_nor_in_time() => Always(incident => incident.Proceedings.All(p => p.Counted.GroupBy(s => s.Accused).All(story =>
        story.Zip(story.Skip(1)).All(pair =>
            (pair.Second.Reopens || pair.Second.Stage >= pair.First.Stage || pair.Second.Stage.IsExit() || pair.Second.Stage == Stage.J2s)
            && !pair.Second.On.IsBefore(pair.First.On)))));

    [Fact]
    public void There_is_no_justice_without_its_convictions() => Always(incident =>
        (!(incident.HighestStage >= Stage.J6) || TowardsJustice(incident).Exists(p => Convicted(p).Any()))
        && (!(incident.HighestStage >= Stage.J7) || IsFull(incident))
        && (!IsFull(incident) || incident.HighestStage >= Stage.J7)
        && incident.Proceedings.All(p => p.Stages.All(s => s.Stage != Stage.J7 && (s.Stage != Stage.J6 || s.Accused is not null || p.IsAgainstDefender))));

    [Fact]
    public void There_is_no_full_justice_while_whoever_ordered_it_is_not_convicted() => Always(incident =>
        incident.HighestStage is not (Stage.J7 or Stage.J8)
        || (incident.Involvements.Where(i => i.RoleCode == "0102").All(i => TowardsJustice(incident).Exists(p => Convicted(p).Contains(i.Sequence)))
            && (incident.NobodyGaveOrders || incident.Involvements.Any(i => i.RoleCode == "0102"))));

    [Fact]
    public void The_clock_is_moved_by_steps_and_acts_and_never_by_anything_else() => Prop.ForAll(Lives.Any, steps =>
    {
        var incident = new IncidentBuilder().Answering().Build();
        foreach (var (step, later) in steps.Select((s, i) => (s, i * Lives.DaysBetween)))
        {
            var before = incident.Proceedings.Select(p => (p.Id, p.ClockFrom, p.StalledFrom, p.Standing)).ToList();
            var last = incident.LastInvestigated;
            var acts = incident.Proceedings.Select(p => (p.Stages.Count, p.InvestigativeActs.Count)).ToList();
            Lives.Take(incident, step, later);
            var isTypo = incident.Proceedings.Zip(acts).Any(p => IsTypo(p.First, p.Second.Item1, p.Second.Item2));
            var isEdit = isTypo || step.What is Lives.What.Describe or Lives.What.Orders or Lives.What.Perpetrator;
            if (isEdit && (last != incident.LastInvestigated
                || before.Zip(incident.Proceedings).Any(b => b.First.ClockFrom != b.Second.ClockFrom && (isTypo || (b.First.ClockFrom is not null && b.Second.ClockFrom is not null)))))
            {
                return false;
            }
        }

        return incident.Proceedings.All(p => p.StalledFrom == p.ClockFrom?.AddDays(p.StalledAfterDays + 1) && p.ClockFrom is not null == (!p.IsAgainstDefender && Runs(incident, p)));
    }).Check(Lives.Thorough);

    [Fact]
    public void Figures_count_an_incident_as_its_page_shows_it() => Always(incident =>
    {
        var fact = IncidentFact.Of(
            new IncidentRow(incident.Id, incident.FirstDay, incident.LastDay, incident.Verification, SdgActs.Other, false) { Roster = incident.Roster },
            [.. incident.Proceedings.Where(p => !p.IsAgainstDefender).SelectMany(p => p.Stages.Select(s => new StageRow(p.Id, p.KindCode, s.Sequence, s.Stage, s.On.Earliest, s.On.Latest, s.Corrects, s.Accused, s.IsFinal, s.Reopens, s.IsWithdrawal)))],
            Some.Today);
        return (fact.HighestStage, fact.LowestStage, fact.FurthestRung) == (incident.HighestStage, incident.LowestStage, incident.FurthestRung)
            && fact.Paths.All(p => p.Standing == incident.Proceedings.Single(own => own.Id == p.Path).Standing);
    });

    /// <summary>A life must be able to end in full justice, or the properties above say nothing of it.</summary>
    [Fact]
    public void Random_lives_reach_full_justice_and_lose_it_again()
    {
        var lives = Lives.Any.Generator.Sample(4000, 60).ToList();

        Assert.Contains(lives, steps => Lives.Lived(steps).HighestStage == Stage.J7);
        Assert.Contains(lives, steps => Lives.Lived(steps) is { FurthestRung: >= 7, HighestStage: < Stage.J7 });
    }

    /// <summary>Nothing but the wording changed: the last entry says of the same day and people what the one said that it corrects.</summary>
    private static bool IsTypo(Proceeding path, int stages, int acts) =>
        (path.Stages.Count > stages && path.Stages[^1] is { Corrects: { } stage, IsWithdrawal: false } mended
            && path.Stages[stage - 1] is var wrong && (wrong.Stage, wrong.On, wrong.Accused, wrong.IsFinal, wrong.Reopens) == (mended.Stage, mended.On, mended.Accused, mended.IsFinal, mended.Reopens))
        || (path.InvestigativeActs.Count > acts && path.InvestigativeActs[^1] is { Corrects: { } act, IsWithdrawal: false } said && path.InvestigativeActs[act - 1].On == said.On);

    private static void Always(Func<Incident, bool> holds) => Prop.ForAll(Lives.Any, steps => holds(Lives.Lived(steps))).Check(Lives.Thorough);

    /// <summary>A path from which everything was withdrawn is none.</summary>
    private static List<Proceeding> TowardsJustice(Incident incident) => [.. incident.Proceedings.Where(p => !p.IsAgainstDefender && Corrected(p).Count > 0)];

    // From here on independently of the product's own reading: each entry is followed to its last correction, or to its withdrawal, by hand.
    private static List<StageEntry> Corrected(Proceeding path) => [.. path.Stages.Where(s => s.Corrects is null).Select(first =>
    {
        var last = first;
        while (path.Stages.SingleOrDefault(s => s.Corrects == last.Sequence) is { } correction)
        {
            last = correction;
        }

        return last;
    }).Where(last => !last.IsWithdrawal)];

    /// <summary>Who stands convicted: their own last entry is a conviction, whatever was said of the path.</summary>
    private static IEnumerable<int> Convicted(Proceeding path) => Corrected(path).Where(s => s.Accused is not null).GroupBy(s => s.Accused!.Value).Where(own => own.Last().Stage == Stage.J6).Select(own => own.Key);

    private static bool IsFull(Incident incident) =>
        incident.Involvements.All(i => i.PerpetratorCode != "99" && TowardsJustice(incident).Exists(p => Corrected(p).LastOrDefault(s => s.Accused == i.Sequence) is { Stage: Stage.J6, IsFinal: true }))
        && (incident.NobodyGaveOrders || incident.Involvements.Any(i => i.RoleCode is "0102" or "0105"));

    private static List<int> NamedNowhere(Incident incident) =>
        [.. incident.Involvements.Select(i => i.Sequence).Where(a => !TowardsJustice(incident).Exists(p => Corrected(p).Exists(s => s.Accused == a)))];

    private static Stage OfUnnamed(List<StageEntry> stands) => stands.FindLast(s => s.Accused is null && s.Stage != Stage.J8)?.Stage ?? Stage.J1;

    private static bool Runs(Incident incident, Proceeding path)
    {
        var stands = Corrected(path);
        var named = stands.Select(s => s.Accused).OfType<int>().Distinct().ToList();
        var convicted = Convicted(path).ToList();
        return stands.Count == 0 ? false
            : named.Count == 0 ? IsUnderWay(stands[^1].Stage)
            : (NamedNowhere(incident).Count > 0 && IsUnderWay(OfUnnamed(stands)))
                || named.Exists(a => convicted.Contains(a) ? !stands.FindLast(s => s.Accused == a)!.IsFinal : IsUnderWay(OfUnconvicted(stands, a).Stage));

        static bool IsUnderWay(Stage stage) => stage is Stage.J1 or Stage.J2s or Stage.J2 or Stage.J3 or Stage.J4 or Stage.J5;
    }

    private static IEnumerable<Stage> Told(Incident incident) => TowardsJustice(incident).SelectMany(p =>
        Told(p, IsFull(incident)).Concat(Corrected(p).Exists(s => s.Accused is not null) ? NamedNowhere(incident).Select(_ => OfUnnamed(Corrected(p))) : []));

    private static IEnumerable<Stage> Told(Proceeding path, bool full)
    {
        var stands = Corrected(path);
        var convicted = Convicted(path).ToHashSet();
        var named = stands.Select(s => s.Accused).OfType<int>().Distinct().ToList();
        var conviction = full ? Stage.J7 : Stage.J6;
        foreach (var accused in named)
        {
            yield return convicted.Contains(accused) ? conviction : OfUnconvicted(stands, accused).Stage;
        }

        if (named.Count == 0)
        {
            yield return stands[^1].Stage;
        }
        else if (convicted.Count > 0)
        {
            yield return full && stands.FindLast(s => s.Accused is null)?.Stage == Stage.J8 ? Stage.J8 : conviction;
        }
    }

    private static StageEntry OfUnconvicted(List<StageEntry> stands, int accused)
    {
        var at = stands.FindIndex(s => s.Accused == accused);
        var standing = stands[at];
        foreach (var next in stands.Skip(at + 1))
        {
            var isWhole = next.Accused is null && next.Stage != Stage.J8;
            if (next.Accused == accused
                || (isWhole && standing.Accused is null)
                || (isWhole && standing.Stage != Stage.X5 && !standing.Stage.IsConviction()
                    && (next.Reopens || (!standing.Stage.IsExit() && (next.Stage.IsExit() || next.Stage == Stage.J2s || next.Stage >= standing.Stage)))))
            {
                standing = next;
            }
        }

        return standing;
    }
}
