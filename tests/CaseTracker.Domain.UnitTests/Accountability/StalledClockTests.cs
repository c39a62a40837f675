using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Accountability;

public class StalledClockTests
{
    private readonly Incident _incident = new IncidentBuilder().Answering().Build();

    [Fact]
    public void Counts_from_the_report_until_a_file_is_opened_and_from_there_until_somebody_investigates()
    {
        var path = _incident.Path(Stage.J1.At(2016, 4, 1));
        Assert.Equal(new DateOnly(2016, 4, 1), path.ClockFrom);

        _incident.Record(path.Id, Stage.J2.At(2016, 5, 1));
        _incident.Record(path.Id, Stage.J3.At(2016, 6, 1));
        Assert.Equal(new DateOnly(2016, 5, 1), path.ClockFrom);

        _incident.Investigate(path.Id, Some.On(2016, 7, 1));
        Assert.Equal(new DateOnly(2016, 7, 1), path.ClockFrom);
        Assert.Equal(new DateOnly(2016, 7, 1).AddDays(181), path.StalledFrom);
    }

    [Fact]
    public void Counts_from_the_latest_act_whichever_was_written_down_last()
    {
        var path = _incident.Path(Stage.J2.At(2016, 5, 1));
        _incident.Investigate(path.Id, Some.On(2016, 7, 1));
        _incident.Investigate(path.Id, Some.On(2016, 8, 1));
        Assert.Equal(new DateOnly(2016, 8, 1), path.ClockFrom);

        _incident.Investigate(path.Id, Some.On(2016, 7, 15));
        Assert.Equal((new DateOnly(2016, 8, 1), new DateOnly(2016, 8, 1)), (path.ClockFrom, path.LastInvestigated));
    }

    [Fact]
    public void Stops_where_a_path_ends_and_counts_on_where_it_is_reopened()
    {
        var path = _incident.Path(Stage.J2.At(2016, 4, 1), Stage.X1.At(2016, 5, 1));
        Assert.Equal((null, null), (path.ClockFrom, path.StalledFrom));

        _incident.Record(path.Id, Stage.J2.At(2016, 6, 1).Reopening());
        Assert.Equal(new DateOnly(2016, 6, 1), path.ClockFrom);
    }

    [Fact]
    public void One_conviction_stops_it_for_nobody_else()
    {
        var path = _incident.Path(Stage.J2.At(2016, 4, 1), Stage.J6.At(2016, 9, 1).Of(1).Finally());
        Assert.Equal(new DateOnly(2016, 4, 1), path.ClockFrom);

        _incident.Record(path.Id, Stage.X1.At(2016, 10, 1).Of(2));
        Assert.Null(path.ClockFrom);
    }

    [Fact]
    public void Runs_until_a_conviction_is_final()
    {
        var path = _incident.Path(Stage.J2.At(2016, 4, 1), Stage.J6.At(2016, 9, 1).Of(1, 2));
        Assert.Equal(new DateOnly(2016, 4, 1), path.ClockFrom);

        _incident.Record(path.Id, Stage.J6.At(2016, 10, 1).Of(1, 2).Finally());
        Assert.Equal((Stage.J7, null), (path.Standing, path.ClockFrom));
    }

    [Fact]
    public void Runs_on_while_a_file_is_shelved() => Assert.Equal(new DateOnly(2016, 4, 1), _incident.Path(Stage.J2.At(2016, 4, 1), Stage.J2s.At(2016, 9, 1)).ClockFrom);

    [Fact]
    public void Does_not_run_for_what_was_not_reported_nor_against_the_defender()
    {
        _incident.Path(Stage.J0.At(2016, 4));
        _incident.Open(Stage.J2.At(2016, 4), "CT-PRC-CRMZ");

        Assert.All(_incident.Proceedings, p => Assert.Equal((null, null), (p.ClockFrom, p.StalledFrom)));
    }

    [Fact]
    public void A_date_known_by_its_year_is_taken_in_the_States_favour() => Assert.Equal(new DateOnly(2016, 12, 31), _incident.Path(Stage.J2.At(2016)).ClockFrom);

    [Fact]
    public void A_date_that_nobody_knows_is_the_day_it_was_written_down() => Assert.Equal(Some.Today, _incident.Path(Stage.J2.On(PartialDate.Unknown)).ClockFrom);

    [Fact]
    public void A_corrected_act_moves_it_to_the_truth_and_stays_in_the_history()
    {
        var path = _incident.Path(Stage.J2.At(2016, 4, 1));
        _incident.Investigate(path.Id, Some.On(2016, 11, 1));

        Assert.True(_incident.Investigate(path.Id, Some.On(2016, 5, 1), corrects: 1).IsSuccess);

        Assert.Equal((new DateOnly(2016, 5, 1), 2, 1), (path.ClockFrom, path.InvestigativeActs.Count, path.CountedActs.Count));
        Refused.With(ProceedingErrors.NothingToCorrect, _incident.Investigate(path.Id, Some.On(2016, 5, 1), corrects: 1));
    }

    /// <summary>A year later somebody mends the wording of a reason, or a note: nothing happened in the case.</summary>
    [Fact]
    public void Mending_a_typo_resets_nothing()
    {
        var undated = _incident.Path(Stage.J2.On(PartialDate.Unknown));
        var thisYear = _incident.Path(Stage.J2.At(2016, 4, 1));
        _incident.Investigate(thisYear.Id, Some.On(2017));

        Assert.True(_incident.Record(undated.Id, Stage.J2.On(PartialDate.Unknown).Correcting(1), later: 365).IsSuccess);
        Assert.True(_incident.Record(undated.Id, Stage.J2.On(PartialDate.Unknown).Correcting(2), later: 400).IsSuccess);
        Assert.True(_incident.Investigate(thisYear.Id, Some.On(2017), corrects: 1, later: 300).IsSuccess);
        Assert.True(_incident.Investigate(thisYear.Id, Some.On(2017), corrects: 2, later: 320).IsSuccess);

        Assert.Equal((Some.Today, Some.Today), (undated.ClockFrom, thisYear.ClockFrom));
    }

    [Fact]
    public void A_date_corrected_later_means_what_it_would_have_meant_when_it_was_first_written_down()
    {
        var path = _incident.Path(Stage.J2.At(2016, 4, 1));
        _incident.Investigate(path.Id, Some.On(2016, 11, 1));

        Assert.True(_incident.Investigate(path.Id, Some.On(2017), corrects: 1, later: 300).IsSuccess);
        Assert.Equal(Some.Today, path.ClockFrom);

        Assert.True(_incident.Investigate(path.Id, Some.On(2017, 3, 2), corrects: 2, later: 300).IsSuccess);
        Assert.Equal(new DateOnly(2017, 3, 2), path.ClockFrom);

        Assert.True(_incident.Investigate(path.Id, Some.On(2017), corrects: 3, later: 330).IsSuccess);
        Assert.Equal(Some.Today, path.ClockFrom);
    }

    [Theory]
    [InlineData(180, false)]
    [InlineData(181, true)]
    public void A_path_is_stalled_once_more_days_have_passed_than_its_authority_has(int days, bool stalled)
    {
        var from = new DateOnly(2016, 1, 1);

        Assert.Equal(stalled, StalledClock.StalledFrom(from, 180) <= from.AddDays(days));
    }

    /// <summary>Reckoned by hand: the first quartile of six lies at 2.25, a quarter of the way from the second value to the third.</summary>
    [Fact]
    public void Quartiles_are_those_of_definition_seven()
    {
        Assert.Equal(new SimilarPaths(5, 20, 30, 40), SimilarPaths.Of([50, 10, 40, 20, 30]));
        Assert.Equal(new SimilarPaths(6, 3.5, 5.5, 21), SimilarPaths.Of([100, 1, 5, 6, 3, 26]));
    }

    [Fact]
    public void Fewer_than_five_are_not_compared_with() => Assert.Null(SimilarPaths.Of([1, 2, 3, 4]));
}
