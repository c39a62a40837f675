using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Accountability;

public class CorrectionTests
{
    private readonly Incident _incident = new IncidentBuilder().Answering().Build();

    [Fact]
    public void A_correction_keeps_what_it_corrects()
    {
        var path = _incident.Path(Stage.J1.At(2016, 4), Stage.J6.At(2016, 5).Of(1));

        Assert.True(_incident.Record(path.Id, Stage.J2.At(2016, 5).Correcting(2)).IsSuccess);

        Assert.Equal([Stage.J1, Stage.J6, Stage.J2], path.Stages.Select(s => s.Stage));
        Assert.Equal([1, 3], path.Counted.Select(s => s.Sequence));
        Assert.Equal((Stage.J2, Stage.J2), (path.Standing, _incident.HighestStage));
    }

    [Fact]
    public void Mending_an_early_date_late_leaves_the_path_where_it_stands()
    {
        var path = _incident.Path(Stage.J1.At(2016, 5), Stage.J2.At(2016, 6), Stage.J4.At(2016, 7));

        Assert.True(_incident.Record(path.Id, Stage.J1.At(2016, 4).Correcting(1)).IsSuccess);

        Assert.Equal([Stage.J1, Stage.J2, Stage.J4], path.Counted.Select(s => s.Stage));
        Assert.Equal((Stage.J4, Stage.J4), (path.Standing, _incident.HighestStage));
    }

    [Fact]
    public void A_correction_can_be_corrected_but_not_what_it_replaced()
    {
        var path = _incident.Path(Stage.J1.At(2016, 5), Stage.J2.At(2016, 6), Stage.J1.At(2016, 4).Correcting(1));

        Refused.With(ProceedingErrors.NothingToCorrect, _incident.Record(path.Id, Stage.J1.At(2016, 5).Correcting(1)));
        Refused.With(ProceedingErrors.NothingToCorrect, _incident.Record(path.Id, Stage.J1.At(2016, 5).Correcting(9)));
        Assert.True(_incident.Record(path.Id, Stage.J1.At(2016, 5).Correcting(3)).IsSuccess);
        Assert.Equal([4, 2], path.Counted.Select(s => s.Sequence));
    }

    [Fact]
    public void A_stage_that_never_happened_is_corrected_to_the_one_before()
    {
        var path = _incident.Path(Stage.J2.At(2016, 5), Stage.J4.At(2016, 6), Stage.J2.At(2016, 5).Correcting(2));

        Assert.Equal(Stage.J2, path.Standing);
    }

    [Fact]
    public void A_correction_may_not_reverse_in_silence()
    {
        var path = _incident.Path(Stage.J2.At(2016, 5), Stage.J4.At(2016, 6));

        Refused.With(ProceedingErrors.SilentlyReverses, _incident.Record(path.Id, Stage.J5.At(2016, 5).Correcting(1)));
        Refused.With(ProceedingErrors.SilentlyReverses, _incident.Record(path.Id, Stage.J1.At(2016, 6).Correcting(2)));
    }

    [Fact]
    public void A_correction_may_not_break_the_order_of_days()
    {
        var path = _incident.Path(Stage.J1.At(2016, 5), Stage.J2.At(2016, 6), Stage.J4.At(2016, 7));

        Refused.With(ProceedingErrors.BeforePreviousStage, _incident.Record(path.Id, Stage.J2.At(2016, 4).Correcting(2)));
        Refused.With(ProceedingErrors.BeforePreviousStage, _incident.Record(path.Id, Stage.J2.At(2016, 8).Correcting(2)));
    }

    [Fact]
    public void A_correction_may_not_leave_a_reversal_without_its_conviction()
    {
        var path = _incident.Path(Stage.J6.At(2016, 5).Of(1), Stage.X4.At(2016, 6).Of(1));

        Refused.With(ProceedingErrors.NothingToReverse, _incident.Record(path.Id, Stage.J5.At(2016, 5).Of(1).Correcting(1)));
        Refused.With(ProceedingErrors.NothingToReverse, _incident.Record(path.Id, Stage.J6.At(2016, 5).Of(2).Correcting(1)));
        Assert.True(_incident.Record(path.Id, Stage.J6.At(2016, 5).Of(1).Finally().Correcting(1)).IsSuccess);
    }

    [Fact]
    public void A_wrong_conviction_cannot_be_corrected_into_its_own_reversal()
    {
        var path = _incident.Path(Stage.J4.At(2016, 5), Stage.J6.At(2016, 6).Of(1));

        Refused.With(ProceedingErrors.NothingToReverse, _incident.Record(path.Id, Stage.X4.At(2016, 6).Of(1).Correcting(2)));
    }

    [Fact]
    public void The_clock_of_stalled_justice_runs_from_investigative_acts_only()
    {
        var path = _incident.Path(Stage.J2.At(2016, 4));
        Assert.Null(_incident.LastInvestigated);

        Assert.True(Investigate(path, Some.On(2016, 5, 10)).IsSuccess);
        Assert.True(_incident.Record(path.Id, Stage.J2.At(2016, 3).Correcting(1)).IsSuccess);
        Assert.True(_incident.Record(path.Id, Stage.J3.At(2016, 12)).IsSuccess);

        Assert.Equal(new DateOnly(2016, 5, 10), _incident.LastInvestigated);
    }

    [Fact]
    public void An_older_act_written_down_later_does_not_turn_the_clock_back()
    {
        var path = _incident.Path(Stage.J2.At(2016, 4));
        Investigate(path, Some.On(2016, 9, 10));
        Investigate(path, Some.On(2016, 5, 10));

        Assert.Equal(new DateOnly(2016, 9, 10), _incident.LastInvestigated);
    }

    [Fact]
    public void An_act_known_by_its_year_is_not_later_than_the_day_it_was_written_down()
    {
        Investigate(_incident.Path(Stage.J2.At(2016, 4)), Some.On(2017));

        Assert.Equal(Some.Today, _incident.LastInvestigated);
    }

    [Fact]
    public void An_act_written_down_in_the_evening_is_not_of_the_day_that_has_begun_in_UTC()
    {
        var path = _incident.Path(Stage.J2.At(2016, 4));
        var pastMidnight = Some.Stamp with { At = new(2017, 1, 26, 3, 0, 0, TimeSpan.Zero) };

        Assert.True(_incident.RecordInvestigativeAct(path.Id, new InvestigationToRecord("CT-INV-INTERVIEW", Some.On(2017, 1)), TestTerms.Instance, Some.Today, pastMidnight).IsSuccess);

        Assert.Equal(Some.Today, _incident.LastInvestigated);
    }

    [Fact]
    public void Refuses_an_investigative_act_that_nobody_can_place()
    {
        var path = _incident.Path(Stage.J2.At(2016, 4));

        Refused.With(ProceedingErrors.ActNeedsDate, Investigate(path, PartialDate.Unknown));
        Refused.With(PartialDateErrors.InTheFuture.On("On"), Investigate(path, Some.On(2017, 2)));
        Refused.With(ProceedingErrors.BeforeIncident.On("On"), Investigate(path, Some.On(2015)));
        Refused.With(SharedErrors.UnknownTerm.On("Code"), _incident.RecordInvestigativeAct(path.Id, new InvestigationToRecord("x", Some.On(2016, 5)), TestTerms.Instance, Some.Today, Some.Stamp));
        Refused.With(SharedErrors.NotFound, _incident.Investigate(ProceedingId.New(Some.Now), Some.On(2016, 5)));
        Assert.Null(_incident.LastInvestigated);
    }

    private Result Investigate(Proceeding path, PartialDate on) => _incident.Investigate(path.Id, on);
}
