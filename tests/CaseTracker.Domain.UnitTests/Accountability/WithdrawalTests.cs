using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Accountability;

/// <summary>What was entered by mistake is taken back by an entry of its own. Today is 25 January 2017.</summary>
public class WithdrawalTests
{
    private readonly Incident _incident = new IncidentBuilder().Answering().Build();

    [Fact]
    public void A_withdrawn_stage_stays_to_be_read_and_nothing_follows_from_it()
    {
        var path = _incident.Path(Stage.J1.At(2016, 4), Stage.J2.At(2016, 5), Stage.J4.At(2016, 6));
        Assert.Equal((Stage.J4, 4), (_incident.HighestStage!.Value, _incident.FurthestRung!.Value));

        Assert.Empty(Withdraw(path, 3).Codes());

        Assert.Equal([1, 2, 3, 4], path.Stages.Select(s => s.Sequence));
        Assert.Equal((Stage.J4, 3, true), (path.Stages[3].Stage, path.Stages[3].Corrects!.Value, path.Stages[3].IsWithdrawal));
        Assert.Equal([1, 2], path.Counted.Select(s => s.Sequence));
        Assert.Equal((Stage.J2, Stage.J2, 2), (path.Standing!.Value, _incident.HighestStage!.Value, _incident.FurthestRung!.Value));
    }

    [Fact]
    public void A_withdrawn_conviction_takes_justice_with_it()
    {
        _incident.FindOrders(true, "Told by two witnesses", Some.Stamp);
        var path = _incident.Path(Stage.J4.At(2016, 4), Stage.J6.At(2016, 5).Of(1, 2).Finally());
        Assert.Equal(Stage.J7, _incident.HighestStage);

        Assert.Empty(Withdraw(path, 3).Codes());

        Assert.Equal((Stage.J6, Stage.J4), (_incident.HighestStage!.Value, _incident.LowestStage!.Value));
    }

    [Fact]
    public void Without_a_withdrawn_act_the_clock_counts_from_where_it_counted_before()
    {
        var path = _incident.Path(Stage.J2.At(2016, 4));
        _incident.Investigate(path.Id, Some.On(2016, 5, 10));
        _incident.Investigate(path.Id, Some.On(2016, 9, 10));

        Assert.Empty(WithdrawAct(path, 2).Codes());
        Assert.Equal((new DateOnly(2016, 5, 10), new DateOnly(2016, 5, 10)), (path.ClockFrom!.Value, _incident.LastInvestigated!.Value));

        Assert.Empty(WithdrawAct(path, 1).Codes());
        Assert.Equal((new DateOnly(2016, 4, 30), null), (path.ClockFrom!.Value, _incident.LastInvestigated));
        Assert.Equal(path.ClockFrom!.Value.AddDays(path.StalledAfterDays + 1), path.StalledFrom);
        Assert.Equal(4, path.InvestigativeActs.Count);
    }

    [Fact]
    public void Without_a_withdrawn_reopening_the_clock_does_not_run()
    {
        var path = _incident.Path(Stage.J2.At(2016, 4), Stage.X1.At(2016, 5), Stage.J2.At(2016, 9) with { Reopens = true });
        Assert.NotNull(path.ClockFrom);

        Assert.Empty(Withdraw(path, 3).Codes());

        Assert.Equal((Stage.X1, null), (path.Standing!.Value, path.ClockFrom));
    }

    [Fact]
    public void Without_its_only_entry_a_path_stands_nowhere_until_something_is_recorded_anew()
    {
        var path = _incident.Path(Stage.J1.At(2016, 4));

        Assert.Empty(Withdraw(path, 1).Codes());
        Assert.Null(path.Standing);
        Assert.Null(path.ClockFrom);
        Assert.Null(_incident.HighestStage);
        Assert.Null(_incident.FurthestRung);
        Refused.With(ProceedingErrors.NothingStands, _incident.Investigate(path.Id, Some.On(2016, 5)));
        Refused.With(ProceedingErrors.NothingToCorrect, _incident.Record(path.Id, Stage.J1.At(2016, 4).Correcting(1)));

        Assert.True(_incident.Record(path.Id, Stage.J2.At(2016, 4)).IsSuccess);
        Assert.Equal((Stage.J2, Stage.J2), (path.Standing!.Value, _incident.HighestStage!.Value));
    }

    [Fact]
    public void A_report_after_a_withdrawn_one_names_its_authority_anew()
    {
        var other = Some.AnAuthority("CT-AUT-CNDH", AuthorityKind.RightsCommission);
        var path = _incident.Path(Stage.J0.On(PartialDate.Unknown), Stage.J1.At(2016, 4) with { Office = Some.Office });
        Assert.Equal(Some.Prosecutor.Code, path.AuthorityCode);
        Assert.Empty(Withdraw(path, 2).Codes());
        Assert.False(path.IsBeforeAuthority);

        Assert.True(_incident.Record(path.Id, Stage.J1.At(2016, 5) with { Office = new Office(other, null) }).IsSuccess);

        Assert.Equal(other.Code, path.AuthorityCode);
    }

    [Fact]
    public void Withdrawing_a_correction_does_not_bring_back_what_it_corrected()
    {
        var path = _incident.Path(Stage.J1.At(2016, 4), Stage.J2.At(2016, 5), Stage.J3.At(2016, 5).Correcting(2));

        Refused.With(ProceedingErrors.NothingToWithdraw, Withdraw(path, 2));
        Assert.Empty(Withdraw(path, 3).Codes());

        Assert.Equal([1], path.Counted.Select(s => s.Sequence));
        Assert.True(StageHistory.IsWithdrawn(path.Stages, path.Stages[1]));
        Assert.False(StageHistory.IsWithdrawn(path.Stages, path.Stages[0]));
    }

    [Fact]
    public void What_was_withdrawn_is_neither_withdrawn_again_nor_corrected_and_a_withdrawal_stays()
    {
        var path = _incident.Path(Stage.J1.At(2016, 4), Stage.J2.At(2016, 5));
        _incident.Investigate(path.Id, Some.On(2016, 6));
        Assert.Empty(Withdraw(path, 2).Codes());
        Assert.Empty(WithdrawAct(path, 1).Codes());

        Refused.With(ProceedingErrors.NothingToWithdraw, Withdraw(path, 2));
        Refused.With(ProceedingErrors.NothingToWithdraw, Withdraw(path, 3));
        Refused.With(ProceedingErrors.NothingToWithdraw, Withdraw(path, 9));
        Refused.With(ProceedingErrors.NothingToWithdraw, WithdrawAct(path, 1));
        Refused.With(ProceedingErrors.NothingToWithdraw, WithdrawAct(path, 2));
        Refused.With(ProceedingErrors.NothingToCorrect, _incident.Record(path.Id, Stage.J2.At(2016, 6).Correcting(2)));
        Refused.With(ProceedingErrors.NothingToCorrect, _incident.Investigate(path.Id, Some.On(2016, 7), corrects: 1));
        Assert.Equal((3, 2), (path.Stages.Count, path.InvestigativeActs.Count));
    }

    [Fact]
    public void A_conviction_is_not_withdrawn_while_its_reversal_stands()
    {
        var path = _incident.Path(Stage.J6.At(2016, 5).Of(1), Stage.X4.At(2016, 6).Of(1));

        Refused.With(ProceedingErrors.RestsOnIt.With(2), Withdraw(path, 1));
        Assert.Empty(Withdraw(path, 2).Codes());
        Assert.Empty(Withdraw(path, 1).Codes());
    }

    [Fact]
    public void A_conviction_is_not_withdrawn_while_reparation_stands()
    {
        var path = _incident.Path(Stage.J6.At(2016, 5).Of(1), Stage.J8.At(2016, 7) with { OrderedOn = Some.On(2016, 6) });

        Refused.With(ProceedingErrors.RestsOnIt.With(2), Withdraw(path, 1));
    }

    [Fact]
    public void What_a_reopening_opens_again_is_not_withdrawn_before_it()
    {
        var closed = _incident.Path(Stage.J2.At(2016, 4), Stage.X1.At(2016, 5), Stage.J2.At(2016, 6) with { Reopens = true });
        var wentBack = _incident.Path(Stage.J2.At(2016, 4), Stage.J4.At(2016, 5), Stage.J2.At(2016, 6) with { Reopens = true });

        Refused.With(ProceedingErrors.RestsOnIt.With(3), Withdraw(closed, 2));
        Refused.With(ProceedingErrors.RestsOnIt.With(3), Withdraw(wentBack, 2));
        Assert.Empty(Withdraw(closed, 1).Codes());
    }

    [Fact]
    public void A_reopening_is_not_withdrawn_before_what_came_after_it()
    {
        var wentBack = _incident.Path(Stage.J2.At(2016, 4), Stage.J4.At(2016, 5), Stage.J2.At(2016, 6) with { Reopens = true }, Stage.J3.At(2016, 7));
        var convicted = _incident.Path(Stage.J6.At(2016, 4).Of(1).Finally(), Stage.J4.At(2016, 5).Of(1) with { Reopens = true }, Stage.X5.At(2016, 6).Of(1));

        Refused.With(ProceedingErrors.RestsOnIt.With(4), Withdraw(wentBack, 3));
        Refused.With(ProceedingErrors.RestsOnIt.With(3), Withdraw(convicted, 2));
    }

    /// <summary>Taken up again after it was shelved: without the shelving, the same would be said twice.</summary>
    [Fact]
    public void A_stage_between_two_that_are_the_same_is_not_withdrawn_before_the_second()
    {
        var path = _incident.Path(Stage.J2.At(2016, 4), Stage.J2s.At(2016, 5), Stage.J2.At(2016, 6));

        Refused.With(ProceedingErrors.RestsOnIt.With(3), Withdraw(path, 2));
        Assert.Empty(Withdraw(path, 3).Codes());
        Assert.Empty(Withdraw(path, 2).Codes());
    }

    [Fact]
    public void The_last_stage_of_a_path_is_not_withdrawn_while_acts_stand_on_it()
    {
        var path = _incident.Path(Stage.J2.At(2016, 4));
        _incident.Investigate(path.Id, Some.On(2016, 6));

        Refused.With(ProceedingErrors.ActsRestOnIt, Withdraw(path, 1));
        Assert.Empty(WithdrawAct(path, 1).Codes());
        Assert.Empty(Withdraw(path, 1).Codes());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" \n ")]
    public void A_withdrawal_says_why(string? reason)
    {
        var path = _incident.Path(Stage.J2.At(2016, 4));
        _incident.Investigate(path.Id, Some.On(2016, 6));

        Refused.With(SharedErrors.Required.On("Reason"), _incident.WithdrawInvestigativeAct(path.Id, 1, reason, Some.Stamp));
        Assert.Equal([SharedErrors.Required.Code, ProceedingErrors.ActsRestOnIt.Code], _incident.WithdrawStage(path.Id, 1, reason, Some.Stamp).Codes());
        Refused.With(SharedErrors.TooLong.On("Reason").With(Proceeding.ReasonLimit), _incident.WithdrawInvestigativeAct(path.Id, 1, new string('x', Proceeding.ReasonLimit + 1), Some.Stamp));
        Refused.With(SharedErrors.NotFound, _incident.WithdrawStage(ProceedingId.New(Some.Now), 1, "Of another file", Some.Stamp));
        Refused.With(SharedErrors.NotFound, _incident.WithdrawInvestigativeAct(ProceedingId.New(Some.Now), 1, "Of another file", Some.Stamp));
        Assert.Single(path.InvestigativeActs);
    }

    [Fact]
    public void A_withdrawal_is_a_change_and_a_refused_one_is_none()
    {
        var path = _incident.Path(Stage.J1.At(2016, 4), Stage.J2.At(2016, 5));
        var version = _incident.Version;

        Withdraw(path, 9);
        Assert.Equal(version, _incident.Version);
        Withdraw(path, 2);
        Assert.Equal((version + 1, Some.Colleague), (_incident.Version, path.Stages[^1].RecordedBy));
    }

    private Result Withdraw(Proceeding path, int entry) => _incident.WithdrawStage(path.Id, entry, "It belongs to another file", new Stamp(Some.Colleague, Some.Now));

    private Result WithdrawAct(Proceeding path, int entry) => _incident.WithdrawInvestigativeAct(path.Id, entry, "It belongs to another file", new Stamp(Some.Colleague, Some.Now));
}
