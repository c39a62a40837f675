using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.UnitTests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace CaseTracker.Domain.UnitTests.Accountability;

public class HighestAndLowestTests
{
    private readonly Incident _incident = new IncidentBuilder().Build();

    [Fact]
    public void Are_taken_over_all_paths_against_aggressors()
    {
        _incident.Open(Stage.J1.At(2016, 4), "CT-PRC-HRC");
        _incident.Path(Stage.J4.At(2016, 5), Stage.J6.At(2016, 9));
        _incident.Open(Stage.X1.At(2016, 6));

        Assert.Equal((Stage.J6, Stage.X1), (_incident.HighestStage, _incident.LowestStage));
    }

    [Fact]
    public void Criminalizing_the_defender_is_not_justice()
    {
        var against = _incident.Open(Stage.J4.At(2016, 4), "CT-PRC-CRMZ").Value;
        Assert.Null(_incident.HighestStage);

        _incident.Open(Stage.J1.At(2016, 5));
        Assert.True(_incident.Record(against, Stage.J5.At(2016, 8)).IsSuccess);
        _incident.RecordInvestigativeAct(against, "CT-INV-INTERVIEW", Some.On(2016, 9), TestTerms.Instance, Some.Today, Some.Stamp);

        Assert.Equal((Stage.J1, Stage.J1), (_incident.HighestStage, _incident.LowestStage));
        Assert.Null(_incident.LastInvestigated);
    }

    [Fact]
    public void Criminalizing_the_defender_may_have_begun_before_the_incident()
    {
        var against = _incident.Open(Stage.J1.At(2014, 4), "CT-PRC-CRMZ").Value;

        Assert.True(_incident.Record(against, Stage.J4.At(2015, 8)).IsSuccess);
        Assert.True(_incident.RecordInvestigativeAct(against, "CT-INV-INTERVIEW", Some.On(2014, 9), TestTerms.Instance, Some.Today, Some.Stamp).IsSuccess);
        Assert.True(_incident.Change(Some.Facts with { StartedOn = Some.On(2016, 6) }, TestTerms.Instance, Some.Today, Some.Stamp).IsSuccess);
        Refused.With(ProceedingErrors.BeforeIncident.On("On"), _incident.Open(Stage.J1.At(2014, 4)));
    }

    [Theory]
    [InlineData(Stage.J0)]
    [InlineData(Stage.J6)]
    [InlineData(Stage.J7)]
    [InlineData(Stage.J8)]
    public void Refuses_to_call_it_justice_when_the_defender_is_convicted(Stage stage) =>
        Refused.With(ProceedingErrors.NotAgainstDefender, _incident.Open(stage.At(2016, 9), "CT-PRC-CRMZ"));

    [Fact]
    public void A_reversed_conviction_is_impunity_again()
    {
        _incident.Path(Stage.J7.At(2016, 5), Stage.X4.At(2016, 9));

        Assert.Equal((Stage.X4, Stage.X4), (_incident.HighestStage, _incident.LowestStage));
        Assert.False(_incident.HighestStage!.Value.IsConviction());
    }

    [Fact]
    public void Never_contradict_the_entries_that_stand() => Prop.ForAll(Histories, steps =>
    {
        var incident = Lived(steps);
        var standing = incident.Proceedings.Where(p => !p.IsAgainstDefender).Select(Standing).ToList();
        return standing.Count == 0
            ? incident.HighestStage is null && incident.LowestStage is null
            : incident.HighestStage == standing.Max() && incident.LowestStage == standing.Min() && incident.LowestStage <= incident.HighestStage;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Corrections_never_lose_history() => Prop.ForAll(Histories, steps =>
    {
        var incident = new IncidentBuilder().Build();
        foreach (var step in steps)
        {
            var before = incident.Proceedings.Select(p => p.Stages.ToList()).ToList();
            Take(incident, step);
            var kept = before.Zip(incident.Proceedings, (old, now) => old.SequenceEqual(now.Stages.Take(old.Count)));
            var numbered = incident.Proceedings.All(p => p.Stages.Select(s => s.Sequence).SequenceEqual(Enumerable.Range(1, p.Stages.Count)));
            var counted = incident.Proceedings.All(p => p.Counted.Count() == p.Stages.Count(s => s.Corrects is null));
            if (!kept.All(k => k) || !numbered || !counted)
            {
                return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_stands_never_goes_back_in_silence_nor_in_time() => Prop.ForAll(Histories, steps => Lived(steps).Proceedings.All(p =>
    {
        var counted = p.Counted.ToList();
        return counted.Zip(counted.Skip(1)).All(pair =>
            (pair.Second.Reopens || pair.Second.Stage >= pair.First.Stage || pair.Second.Stage.IsExit() || pair.Second.Stage == Stage.J2s)
            && !pair.Second.On.IsBefore(pair.First.On));
    })).QuickCheckThrowOnFailure();

    /// <summary>Independently of the product's own reading: follow each entry to its last correction, and take the last place.</summary>
    private static Stage Standing(Proceeding path)
    {
        var last = path.Stages.Last(s => s.Corrects is null);
        while (path.Stages.SingleOrDefault(s => s.Corrects == last.Sequence) is { } correction)
        {
            last = correction;
        }

        return last.Stage;
    }

    private static Arbitrary<List<Step>> Histories => (
        from steps in (
            from path in Gen.Choose(0, 3)
            from stage in Gen.Elements(StageRules.InOrder.ToArray())
            from month in Gen.Choose(3, 12)
            from corrects in Gen.Choose(0, 12)
            from reopens in Gen.Elements(true, false)
            select new Step(path, stage, month, corrects > 6 ? null : corrects, reopens)).ListOf()
        select steps.ToList()).ToArbitrary();

    private static Incident Lived(List<Step> steps)
    {
        var incident = new IncidentBuilder().Build();
        steps.ForEach(step => Take(incident, step));
        return incident;
    }

    /// <summary>Refused steps are part of a random life: they must leave no trace.</summary>
    private static void Take(Incident incident, Step step)
    {
        var entry = step.Stage.At(2016, step.Month) with { Reopens = step.Reopens };
        if (step.Path >= incident.Proceedings.Count)
        {
            incident.Open(entry, step.Path == 3 ? "CT-PRC-CRMZ" : "CT-PRC-CRIM");
        }
        else
        {
            incident.Record(incident.Proceedings[step.Path].Id, entry with { Corrects = step.Corrects });
        }
    }

    private sealed record Step(int Path, Stage Stage, int Month, int? Corrects, bool Reopens);
}
