using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Accountability;

public class LadderTests
{
    private readonly Incident _incident = new IncidentBuilder().Answering().Build();

    [Fact]
    public void Climbing_may_skip_rungs() => Assert.Equal(Stage.J5, _incident.Path(Stage.J1.At(2016, 4), Stage.J3.At(2016, 5), Stage.J5.At(2016, 6)).Standing);

    [Fact]
    public void Refuses_to_go_back_in_silence()
    {
        var path = _incident.Path(Stage.J4.At(2016, 5));

        Refused.With(ProceedingErrors.SilentlyReverses, _incident.Record(path.Id, Stage.J2.At(2016, 6)));
        Assert.Equal(Stage.J4, path.Standing);
    }

    [Fact]
    public void Going_back_is_said_out_loud() => Assert.Equal(Stage.J2, _incident.Path(Stage.J4.At(2016, 5), Stage.J2.At(2016, 6).Reopening()).Standing);

    /// <summary>The clock counts from a reopening: ticked along with an ordinary step, it would be set back though nothing was reopened.</summary>
    [Fact]
    public void Nothing_is_reopened_that_was_not_over_or_further_on()
    {
        Refused.With(ProceedingErrors.NothingReopened, _incident.Open(Stage.J2.At(2016, 4).Reopening()));
        var path = _incident.Path(Stage.J2.At(2016, 4, 1));

        Refused.With(ProceedingErrors.NothingReopened, _incident.Record(path.Id, Stage.J3.At(2016, 6).Reopening()));
        Refused.With(ProceedingErrors.NothingReopened, _incident.Record(path.Id, Stage.X1.At(2016, 6).Reopening()));
        Refused.With(ProceedingErrors.NothingReopened, _incident.Record(path.Id, Stage.J3.At(2016, 6).Of(1).Reopening()));
        Assert.Equal(new DateOnly(2016, 4, 1), path.ClockFrom);
    }

    [Fact]
    public void A_path_is_reopened_for_somebody_who_was_acquitted_on_it()
    {
        var path = _incident.Path(Stage.J5.At(2016, 5), Stage.X3.At(2016, 6).Of(1));

        Assert.True(_incident.Record(path.Id, Stage.J4.At(2016, 8).Reopening()).IsSuccess);
        Assert.Equal(Stage.J4, Ladder.StandingOf(path.Counted, 1)!.Stage);
    }

    [Theory]
    [InlineData(Stage.X1)]
    [InlineData(Stage.X2)]
    [InlineData(Stage.X3)]
    [InlineData(Stage.X5)]
    public void An_exit_is_left_only_by_reopening(Stage exit)
    {
        var path = _incident.Path(Stage.J2.At(2016, 4), exit.At(2016, 5));

        Refused.With(ProceedingErrors.SilentlyReverses, _incident.Record(path.Id, Stage.J4.At(2016, 6)));
        Assert.True(_incident.Record(path.Id, Stage.J4.At(2016, 6).Reopening()).IsSuccess);
    }

    [Fact]
    public void A_path_may_be_shelved_from_any_rung_and_taken_up_again() =>
        Assert.Equal(Stage.J4, _incident.Path(Stage.J3.At(2016, 4), Stage.J2s.At(2016, 5), Stage.J4.At(2016, 6)).Standing);

    [Fact]
    public void What_is_shelved_as_a_whole_is_shelved_for_whoever_was_named() =>
        Assert.Equal(Stage.J2s, _incident.Path(Stage.J3.At(2016, 4).Of(1), Stage.J2s.At(2016, 5)).Standing);

    [Fact]
    public void Refuses_the_same_stage_again()
    {
        var path = _incident.Path(Stage.J1.At(2016, 4));

        Refused.With(ProceedingErrors.SameStage, _incident.Record(path.Id, Stage.J1.At(2016, 5)));
    }

    [Fact]
    public void Refuses_a_reopening_dated_before_what_it_reopens()
    {
        var path = _incident.Path(Stage.J4.At(2016, 5));

        Refused.With(ProceedingErrors.BeforePreviousStage, _incident.Record(path.Id, Stage.J2.At(2016, 4).Reopening()));
    }

    [Fact]
    public void Refuses_a_stage_before_an_earlier_one_even_across_an_undated_one()
    {
        var path = _incident.Path(Stage.J1.At(2016, 5), Stage.J2.On(PartialDate.Unknown));

        Refused.With(ProceedingErrors.BeforePreviousStage, _incident.Record(path.Id, Stage.J4.At(2016, 4)));
        Assert.True(_incident.Record(path.Id, Stage.J4.At(2016)).IsSuccess);
    }

    [Fact]
    public void Not_reported_needs_its_reason()
    {
        Refused.With(SharedErrors.Required.On("NotReportedReason"), _incident.Open(Stage.J0.At(2016, 4) with { NotReportedReason = null }));
        Refused.With(SharedErrors.UnknownTerm.On("NotReportedReason"), _incident.Open(Stage.J0.At(2016, 4) with { NotReportedReason = "shy" }));
        Assert.True(_incident.Open(Stage.J0.At(2016, 4), office: new Office(null, null)).IsSuccess);
    }

    [Fact]
    public void What_was_reported_cannot_become_unreported()
    {
        var path = _incident.Path(Stage.J1.At(2016, 4));

        Refused.With(ProceedingErrors.AlreadyReported, _incident.Record(path.Id, Stage.J0.At(2016, 5)));
        Refused.With(ProceedingErrors.AlreadyReported, _incident.Record(path.Id, Stage.J0.At(2016, 5).Reopening()));
    }

    [Fact]
    public void What_was_not_reported_can_be_reported_later() => Assert.Equal(Stage.J1, _incident.Path(Stage.J0.At(2016, 4), Stage.J1.At(2016, 9)).Standing);

    [Fact]
    public void Reparation_needs_the_day_it_was_ordered()
    {
        var path = _incident.Path(Stage.J6.At(2016, 5).Of(1));
        var carriedOut = Stage.J8.At(2016, 9);

        Refused.With(ProceedingErrors.ReparationNeedsOrder, _incident.Record(path.Id, carriedOut with { OrderedOn = null }));
        Refused.With(ProceedingErrors.ReparationNeedsOrder, _incident.Record(path.Id, carriedOut with { OrderedOn = PartialDate.Unknown }));
        Refused.With(PartialDateErrors.Reversed.On("OrderedOn"), _incident.Record(path.Id, carriedOut with { OrderedOn = Some.On(2016, 10) }));
        Refused.With(PartialDateErrors.InTheFuture.On("OrderedOn"), _incident.Record(path.Id, carriedOut with { On = PartialDate.Unknown, OrderedOn = Some.On(2018) }));
        Refused.With(ProceedingErrors.BeforeIncident.On("OrderedOn"), _incident.Record(path.Id, carriedOut with { OrderedOn = Some.On(2016, 2) }));
        Assert.True(_incident.Record(path.Id, carriedOut with { OrderedOn = Some.On(2016, 8) }).IsSuccess);
    }

    [Fact]
    public void Only_a_conviction_can_be_reversed()
    {
        Refused.With(ProceedingErrors.NothingToReverse, _incident.Open(Stage.X4.At(2016, 9)));
        var acquitted = _incident.Path(Stage.J4.At(2016, 5), Stage.X3.At(2016, 8));
        Refused.With(ProceedingErrors.NothingToReverse, _incident.Record(acquitted.Id, Stage.X4.At(2016, 9)));

        Assert.Equal(Stage.X4, _incident.Path(Stage.J6.At(2016, 8).Of(1), Stage.X4.At(2016, 9).Of(1)).Standing);
    }

    [Fact]
    public void Refuses_a_stage_that_does_not_exist()
    {
        Refused.With(SharedErrors.UnknownTerm.On("Stage"), _incident.Open(new StageToRecord((Stage)7, Some.On(2016, 4), "x")));
        Assert.Empty(_incident.Proceedings);
    }

    [Fact]
    public void Refuses_a_stage_in_the_future_or_before_the_incident()
    {
        Refused.With(PartialDateErrors.InTheFuture.On("On"), _incident.Open(Stage.J1.At(2017, 1, 26)));
        Refused.With(ProceedingErrors.BeforeIncident.On("On"), _incident.Open(Stage.J1.At(2016, 3, 3)));
        Assert.True(_incident.Open(Stage.J1.At(2016, 3)).IsSuccess);
    }

    [Fact]
    public void Refuses_a_stage_without_a_reason_an_authority_or_a_path()
    {
        Refused.With(SharedErrors.Required.On("Reason"), _incident.Open(Stage.J1.At(2016, 4) with { Reason = null }));
        Refused.With(ProceedingErrors.AuthorityMissing, _incident.Open(Stage.J1.At(2016, 4), office: new Office(null, "Agency 4")));
        Refused.With(SharedErrors.UnknownTerm.On("Kind"), _incident.Open(Stage.J1.At(2016, 4), kind: "x"));
        Refused.With(SharedErrors.NotFound, _incident.Record(ProceedingId.New(Some.Now), Stage.J1.At(2016, 4)));
    }

    [Fact]
    public void Tells_where_a_path_came_from_and_went()
    {
        _incident.ClearEvents();
        _incident.Path(Stage.J1.At(2016, 4), Stage.J4.At(2016, 5));

        var recorded = Assert.IsType<StageRecorded>(Assert.Single(_incident.Events));
        Assert.Equal((Stage.J1, Stage.J4), (recorded.From, recorded.To));
    }

    [Theory]
    [InlineData("J2s", true)]
    [InlineData("j2s", false)]
    [InlineData("20", false)]
    [InlineData("J9", false)]
    [InlineData(null, false)]
    public void Only_its_own_code_names_a_stage(string? code, bool known) => Assert.Equal(known, StageRules.TryParse(code, out _));
}
