using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Accountability;

public class HighestAndLowestTests
{
    private readonly Incident _incident = new IncidentBuilder().Answering().Build();

    [Fact]
    public void Are_taken_over_all_paths_against_aggressors()
    {
        _incident.Open(Stage.J1.At(2016, 4), "CT-PRC-HRC");
        _incident.Path(Stage.J4.At(2016, 5), Stage.J6.At(2016, 9).Of(1));
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
        _incident.Investigate(against, Some.On(2016, 9));

        Assert.Equal((Stage.J1, Stage.J1), (_incident.HighestStage, _incident.LowestStage));
        Assert.Null(_incident.LastInvestigated);
    }

    [Fact]
    public void Criminalizing_the_defender_may_have_begun_before_the_incident()
    {
        var against = _incident.Open(Stage.J1.At(2014, 4), "CT-PRC-CRMZ").Value;

        Assert.True(_incident.Record(against, Stage.J4.At(2015, 8)).IsSuccess);
        Assert.True(_incident.Investigate(against, Some.On(2014, 9)).IsSuccess);
        Assert.True(_incident.Change(Some.Facts with { StartedOn = Some.On(2016, 6) }, TestTerms.Instance, Some.Today, Some.Stamp).IsSuccess);
        Refused.With(ProceedingErrors.BeforeIncident.On("On"), _incident.Open(Stage.J1.At(2014, 4)));
    }

    [Theory]
    [InlineData(Stage.J0)]
    [InlineData(Stage.J7)]
    [InlineData(Stage.J8)]
    public void Refuses_to_call_it_justice_when_the_defender_is_convicted(Stage stage) =>
        Refused.With(ProceedingErrors.NotAgainstDefender, _incident.Open(stage.At(2016, 9), "CT-PRC-CRMZ"));

    [Fact]
    public void A_convicted_defender_is_on_record_and_no_justice_follows_from_it()
    {
        var against = _incident.Open(Stage.J5.At(2016, 5), "CT-PRC-CRMZ").Value;
        var path = _incident.Proceedings.Single(p => p.Id == against);
        Refused.With(ProceedingErrors.NothingToReverse, _incident.Record(against, Stage.X4.At(2016, 6)));

        Assert.Empty(_incident.Record(against, Stage.J6.At(2016, 6)).Codes());
        Assert.Empty(_incident.Record(against, Stage.J6.At(2016, 7).Finally()).Codes());
        Assert.Equal((Stage.J6, true), (path.Standing, path.Stages[^1].IsFinal));
        Refused.With(ProceedingErrors.ConvictionIsFinal, _incident.Record(against, Stage.X3.At(2016, 8)));
        Assert.Empty(_incident.Record(against, Stage.X4.At(2016, 9)).Codes());

        Assert.Equal((null, null, null, null), (_incident.HighestStage, _incident.LowestStage, _incident.FurthestRung, path.ClockFrom));
        Assert.Equal(Stage.X4, path.Standing);
    }

    [Fact]
    public void A_reversed_conviction_is_impunity_again()
    {
        _incident.Path(Stage.J6.At(2016, 5).Of(1, 2), Stage.X4.At(2016, 9).Of(1, 2));

        Assert.Equal((Stage.X4, Stage.X4), (_incident.HighestStage, _incident.LowestStage));
        Assert.False(_incident.HighestStage!.Value.IsConviction());
    }
}
