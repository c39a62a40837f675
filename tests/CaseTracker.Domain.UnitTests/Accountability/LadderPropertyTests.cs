using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Statistics;
using CaseTracker.Domain.UnitTests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace CaseTracker.Domain.UnitTests.Accountability;

/// <summary>
/// Invariants of the ladder over random lives of an incident: stages of paths and of the accused, corrections, reopenings, perpetrators
/// who become known later, findings about orders, investigative acts and edits. Refused steps are part of a life: they must leave no trace.
/// </summary>
public class LadderPropertyTests
{
    /// <summary>Time passes between entries, or nothing could tell the day of a correction from that of what it corrects.</summary>
    private const int DaysBetween = 40;

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(60);

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
    public void Corrections_never_lose_history() => Prop.ForAll(Lives, steps =>
    {
        var incident = new IncidentBuilder().Answering().Build();
        foreach (var step in steps)
        {
            var stages = incident.Proceedings.Select(p => p.Stages.ToList()).ToList();
            var acts = incident.Proceedings.Select(p => p.InvestigativeActs.ToList()).ToList();
            Take(incident, step);
            var kept = stages.Zip(incident.Proceedings, (old, now) => old.SequenceEqual(now.Stages.Take(old.Count))).All(k => k)
                && acts.Zip(incident.Proceedings, (old, now) => old.SequenceEqual(now.InvestigativeActs.Take(old.Count))).All(k => k);
            var numbered = incident.Proceedings.All(p => p.Stages.Select(s => s.Sequence).SequenceEqual(Enumerable.Range(1, p.Stages.Count)));
            var counted = incident.Proceedings.All(p => p.Counted.Count == p.Stages.Count(s => s.Corrects is null) && p.CountedActs.Count == p.InvestigativeActs.Count(a => a.Corrects is null));
            if (!kept || !numbered || !counted)
            {
                return false;
            }
        }

        return true;
    }).Check(Thorough);

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
        && incident.Proceedings.All(p => p.Stages.All(s => s.Stage != Stage.J7 && (s.Stage != Stage.J6 || s.Accused is not null))));

    [Fact]
    public void There_is_no_full_justice_while_whoever_ordered_it_is_not_convicted() => Always(incident =>
        incident.HighestStage is not (Stage.J7 or Stage.J8)
        || (incident.Involvements.Where(i => i.RoleCode == "0102").All(i => TowardsJustice(incident).Exists(p => Convicted(p).Contains(i.Sequence)))
            && (incident.NobodyGaveOrders || incident.Involvements.Any(i => i.RoleCode == "0102"))));

    [Fact]
    public void The_clock_is_moved_by_steps_and_acts_and_never_by_anything_else() => Prop.ForAll(Lives, steps =>
    {
        var incident = new IncidentBuilder().Answering().Build();
        foreach (var (step, later) in steps.Select((s, i) => (s, i * DaysBetween)))
        {
            var before = incident.Proceedings.Select(p => (p.Id, p.ClockFrom, p.StalledFrom, p.Standing)).ToList();
            var last = incident.LastInvestigated;
            var acts = incident.Proceedings.Select(p => (p.Stages.Count, p.InvestigativeActs.Count)).ToList();
            Take(incident, step, later);
            var isTypo = incident.Proceedings.Zip(acts).Any(p => IsTypo(p.First, p.Second.Item1, p.Second.Item2));
            var isEdit = isTypo || step.What is What.Describe or What.Orders or What.Perpetrator;
            if (isEdit && (last != incident.LastInvestigated
                || before.Zip(incident.Proceedings).Any(b => b.First.ClockFrom != b.Second.ClockFrom && (isTypo || (b.First.ClockFrom is not null && b.Second.ClockFrom is not null)))))
            {
                return false;
            }
        }

        return incident.Proceedings.All(p => p.StalledFrom == p.ClockFrom?.AddDays(p.StalledAfterDays + 1) && p.ClockFrom is not null == (!p.IsAgainstDefender && Runs(incident, p)));
    }).Check(Thorough);

    [Fact]
    public void Figures_count_an_incident_as_its_page_shows_it() => Always(incident =>
    {
        var fact = IncidentFact.Of(
            new IncidentRow(incident.Id, incident.FirstDay, incident.LastDay, incident.Verification, SdgActs.Other, false) { Roster = incident.Roster },
            [.. TowardsJustice(incident).SelectMany(p => p.Stages.Select(s => new StageRow(p.Id, p.KindCode, s.Sequence, s.Stage, s.On.Earliest, s.On.Latest, s.Corrects, s.Accused, s.IsFinal, s.Reopens)))],
            Some.Today);
        return (fact.HighestStage, fact.LowestStage, fact.FurthestRung) == (incident.HighestStage, incident.LowestStage, incident.FurthestRung)
            && fact.Paths.All(p => p.Standing == incident.Proceedings.Single(own => own.Id == p.Path).Standing);
    });

    /// <summary>A life must be able to end in full justice, or the properties above say nothing of it.</summary>
    [Fact]
    public void Random_lives_reach_full_justice_and_lose_it_again()
    {
        var lives = Lives.Generator.Sample(4000, 60).ToList();

        Assert.Contains(lives, steps => Lived(steps).HighestStage == Stage.J7);
        Assert.Contains(lives, steps => Lived(steps) is { FurthestRung: >= 7, HighestStage: < Stage.J7 });
    }

    /// <summary>Nothing but the wording changed: the last entry says of the same day and people what the one said that it corrects.</summary>
    private static bool IsTypo(Proceeding path, int stages, int acts) =>
        (path.Stages.Count > stages && path.Stages[^1] is { Corrects: { } stage } mended
            && path.Stages[stage - 1] is var wrong && (wrong.Stage, wrong.On, wrong.Accused, wrong.IsFinal, wrong.Reopens) == (mended.Stage, mended.On, mended.Accused, mended.IsFinal, mended.Reopens))
        || (path.InvestigativeActs.Count > acts && path.InvestigativeActs[^1] is { Corrects: { } act } said && path.InvestigativeActs[act - 1].On == said.On);

    private static void Always(Func<Incident, bool> holds) => Prop.ForAll(Lives, steps => holds(Lived(steps))).Check(Thorough);

    private static List<Proceeding> TowardsJustice(Incident incident) => [.. incident.Proceedings.Where(p => !p.IsAgainstDefender)];

    // From here on independently of the product's own reading: each entry is followed to its last correction by hand.
    private static List<StageEntry> Corrected(Proceeding path) => [.. path.Stages.Where(s => s.Corrects is null).Select(first =>
    {
        var last = first;
        while (path.Stages.SingleOrDefault(s => s.Corrects == last.Sequence) is { } correction)
        {
            last = correction;
        }

        return last;
    })];

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
        return named.Count == 0 ? IsUnderWay(stands[^1].Stage)
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

    private static Arbitrary<List<Step>> Lives => (
        from steps in (
            from what in Gen.Elements(What.Stage, What.Stage, What.Stage, What.Convict, What.Convict, What.Act, What.Describe, What.Perpetrator, What.Orders)
            from path in Gen.Choose(0, 2)
            from stage in Gen.Elements(StageRules.InOrder.ToArray())
            from month in Gen.Choose(3, 12)
            from corrects in Gen.Choose(0, 16)
            from flag in Gen.Elements(true, false)
            from precision in Gen.Elements(Dated.Month, Dated.Month, Dated.Year, Dated.Unknown)
            from typo in Gen.Elements(true, false)
            from accused in Gen.Choose(0, 3)
            select new Step(what, path, stage, month, corrects > 6 ? null : corrects, flag, accused, precision, typo)).ListOf()
        select steps.ToList()).ToArbitrary();

    private static Incident Lived(List<Step> steps)
    {
        var incident = new IncidentBuilder().Answering().Build();
        steps.ForEach(step => Take(incident, step));
        return incident;
    }

    /// <param name="later">Days that have passed since the life began.</param>
    private static void Take(Incident incident, Step step, int later = 0)
    {
        var path = step.Path < incident.Proceedings.Count ? incident.Proceedings[step.Path] : null;
        var on = step.Precision switch
        {
            Dated.Month => Some.On(2016, step.Month),
            Dated.Year => Some.On(Some.Today.AddDays(later).Year),
            _ => PartialDate.Unknown,
        };
        switch (step.What)
        {
            case What.Perpetrator when step.Month == 12:
                incident.AddInvolvement(new("010104", step.Flag ? "0102" : "0101", null, null), TestTerms.Instance, Some.Stamp);
                break;
            case What.Orders:
                incident.FindOrders(step.Flag, "Told by two witnesses", Some.Stamp);
                break;
            case What.Describe when path is not null:
                incident.DescribeProceeding(path.Id, new(Some.Office, $"FED/{step.Month}", step.Flag ? "Counsel" : null, Some.Today.AddDays(step.Month)), Some.Today, Some.Stamp);
                break;
            case What.Act when path is not null:
                var act = path.InvestigativeActs.FirstOrDefault(a => a.Sequence == step.Corrects);
                incident.Investigate(path.Id, step.IsTypo && act is not null ? act.On : on, step.Corrects, later);
                break;
            case What.Convict when path is not null:
                incident.Record(path.Id, Stage.J6.At(2016, step.Month).Of(step.Accused > 2 ? [1, 2] : [Math.Max(step.Accused, 1)]) with { IsFinal = step.Month > 4, Reopens = step.Flag && step.Month % 2 == 0 }, later);
                break;
            case What.Stage:
                if (step.IsTypo && path?.Stages.FirstOrDefault(s => s.Sequence == step.Corrects) is { } wrong)
                {
                    var mended = wrong.Stage.On(wrong.On) with { Accused = wrong.Accused is { } one ? [one] : null, IsFinal = wrong.IsFinal, Reopens = wrong.Reopens, OrderedOn = wrong.OrderedOn };
                    incident.Record(path.Id, mended.Correcting(wrong.Sequence), later);
                    break;
                }

                var entry = step.Stage.On(on) with { Reopens = step.Flag, Accused = step.Accused is 0 or 3 ? null : [step.Accused] };
                if (path is null)
                {
                    incident.Open(entry, step.Path == 2 ? "CT-PRC-CRMZ" : "CT-PRC-CRIM", later: later);
                }
                else
                {
                    incident.Record(path.Id, entry with { Corrects = step.Corrects }, later);
                }

                break;
        }
    }

    private enum What
    {
        Stage,
        Convict,
        Act,
        Describe,
        Perpetrator,
        Orders,
    }

    private sealed record Step(What What, int Path, Stage Stage, int Month, int? Corrects, bool Flag, int Accused, Dated Precision, bool IsTypo);

    private enum Dated
    {
        Month,
        Year,
        Unknown,
    }
}
