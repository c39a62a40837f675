using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Statistics;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Accountability;

/// <summary>Convictions are recorded of somebody; partial and full justice follow. 1 carried it out, 2 gave the orders.</summary>
public class ConvictionTests
{
    private readonly Incident _incident = new IncidentBuilder().Answering().Build();

    [Fact]
    public void A_conviction_without_an_accused_is_refused()
    {
        Refused.With(ProceedingErrors.ConvictionNeedsAccused, _incident.Open(Stage.J6.At(2016, 9)));
        Refused.With(SharedErrors.UnknownTerm.On("Accused"), _incident.Open(Stage.J6.At(2016, 9).Of(3)));
    }

    [Fact]
    public void Full_justice_is_never_recorded() => Refused.With(ProceedingErrors.FullJusticeFollows, _incident.Open(Stage.J7.At(2016, 9).Of(1, 2)));

    [Fact]
    public void Convicting_everybody_finally_is_full_justice()
    {
        var path = _incident.Path(Stage.J5.At(2016, 4), Stage.J6.At(2016, 5).Of(1, 2).Finally());

        Assert.Equal((Stage.J7, Stage.J7, 7), (path.Standing, _incident.HighestStage, _incident.FurthestRung));
        Assert.Equal([null, 1, 2], path.Stages.Select(s => s.Accused));
    }

    [Fact]
    public void Convicting_everybody_but_whoever_ordered_it_is_partial()
    {
        var path = _incident.Path(Stage.J6.At(2016, 5).Of(1).Finally());

        Assert.Equal((Stage.J6, 6), (path.Standing, _incident.FurthestRung));
        Assert.Equal(new Dictionary<Lacking, int> { [Lacking.Convicted] = 1 }, Ladder.WhatIsLacking([path.Counted], [path.Counted], _incident.Roster));
    }

    [Fact]
    public void A_conviction_that_can_be_appealed_is_partial_until_it_is_final()
    {
        var path = _incident.Path(Stage.J6.At(2016, 5).Of(1, 2));
        Assert.Equal((Stage.J6, 2), (path.Standing, Ladder.WhatIsLacking([path.Counted], [path.Counted], _incident.Roster)[Lacking.Final]));

        Assert.True(_incident.Record(path.Id, Stage.J6.At(2016, 9).Of(1, 2).Finally()).IsSuccess);

        Assert.Equal(Stage.J7, path.Standing);
        Refused.With(ProceedingErrors.SameStage, _incident.Record(path.Id, Stage.J6.At(2016, 9).Of(1).Finally()));
    }

    [Fact]
    public void Convictions_on_several_paths_are_full_together()
    {
        _incident.Path(Stage.J6.At(2016, 5).Of(1).Finally());
        Assert.Equal(Stage.J6, _incident.HighestStage);

        _incident.Path(Stage.J6.At(2016, 6).Of(2).Finally());

        Assert.All(_incident.Proceedings, p => Assert.Equal(Stage.J7, p.Standing));
    }

    [Fact]
    public void A_perpetrator_who_becomes_known_later_makes_full_justice_partial_again()
    {
        var path = _incident.Path(Stage.J6.At(2016, 5).Of(1, 2).Finally());

        Assert.True(_incident.AddInvolvement(new InvolvementToRecord("010104", "0101", null, null), TestTerms.Instance, Some.Stamp).IsSuccess);

        Assert.Equal((Stage.J6, Stage.J6, 6), (path.Standing, _incident.HighestStage, _incident.FurthestRung));
    }

    [Fact]
    public void Nobody_convicts_the_unknown()
    {
        var incident = new IncidentBuilder().Involvements(new("99", "0101", null, null), new("010104", "0102", null, null)).Build();
        var path = incident.Path(Stage.J6.At(2016, 5).Of(1, 2).Finally());

        Assert.Equal((Stage.J6, 1), (path.Standing, Ladder.WhatIsLacking([path.Counted], [path.Counted], incident.Roster)[Lacking.Known]));
    }

    [Fact]
    public void Without_anybody_who_ordered_it_justice_is_full_only_once_it_is_established_that_nobody_did()
    {
        var incident = new IncidentBuilder().Involvements(new("010104", "0101", null, null), new("010104", "06", null, null)).Build();
        var path = incident.Path(Stage.J6.At(2016, 5).Of(1, 2).Finally());
        Assert.Equal((Stage.J6, 1), (path.Standing, Ladder.WhatIsLacking([path.Counted], [path.Counted], incident.Roster)[Lacking.WhoeverOrdered]));

        Refused.With(SharedErrors.Required.On("Reason"), incident.FindOrders(true, " ", Some.Stamp));
        Assert.True(incident.FindOrders(true, "The court found that he acted alone", Some.Stamp).IsSuccess);
        Refused.With(ProceedingErrors.OrdersAlreadySo, incident.FindOrders(true, "Again", Some.Stamp));
        Assert.Equal(Stage.J7, path.Standing);

        Assert.True(incident.FindOrders(false, "A witness came forward", Some.Stamp).IsSuccess);
        Assert.Equal((Stage.J6, 2), (path.Standing, incident.OrderFindings.Count));
    }

    [Fact]
    public void Whoever_planned_it_stands_for_the_orders()
    {
        var incident = new IncidentBuilder().Involvements(new InvolvementToRecord("010104", "0105", null, null)).Build();

        Assert.Equal(Stage.J7, incident.Path(Stage.J6.At(2016, 5).Of(1).Finally()).Standing);
    }

    [Fact]
    public void Reparation_counts_as_such_only_on_top_of_full_justice()
    {
        Refused.With(ProceedingErrors.ReparationNeedsConviction, _incident.Open(Stage.J8.At(2016, 9)));
        var path = _incident.Path(Stage.J6.At(2016, 5).Of(1).Finally(), Stage.J8.At(2016, 9));
        Assert.Equal((Stage.J6, 6), (path.Standing, _incident.FurthestRung));

        _incident.Record(path.Id, Stage.J6.At(2016, 10).Of(2).Finally());

        Assert.Equal((Stage.J8, 8), (path.Standing, _incident.FurthestRung));
    }

    [Fact]
    public void A_reversal_takes_full_justice_back_and_keeps_that_it_was_reached()
    {
        var path = _incident.Path(Stage.J6.At(2016, 5).Of(1, 2).Finally(), Stage.X4.At(2016, 9).Of(2));

        Assert.Equal((Stage.J6, Stage.J6, Stage.X4, 7), (path.Standing, _incident.HighestStage, _incident.LowestStage, _incident.FurthestRung));
        Refused.With(ProceedingErrors.ReversalNeedsAccused, _incident.Record(path.Id, Stage.X4.At(2016, 10)));
    }

    [Fact]
    public void An_acquittal_of_one_leaves_the_conviction_of_the_other()
    {
        var path = _incident.Path(Stage.J5.At(2016, 4), Stage.J6.At(2016, 5).Of(1), Stage.X3.At(2016, 5).Of(2));

        Assert.Equal((Stage.J6, Stage.J6, Stage.X3), (path.Standing, _incident.HighestStage, _incident.LowestStage));
    }

    [Fact]
    public void A_path_runs_while_it_runs_against_anybody_and_ends_with_the_last()
    {
        var path = _incident.Path(Stage.J5.At(2016, 4), Stage.X3.At(2016, 5).Of(1), Stage.J4.At(2016, 5).Of(2));
        Assert.Equal((Stage.J4, Stage.X3), (path.Standing, _incident.LowestStage));

        _incident.Record(path.Id, Stage.X5.At(2016, 9).Of(2));

        Assert.Equal(Stage.X5, path.Standing);
    }

    [Fact]
    public void Closing_the_whole_path_closes_it_for_everybody_who_was_not_judged()
    {
        var path = _incident.Path(Stage.J3.At(2016, 4).Of(2), Stage.J6.At(2016, 5).Of(1), Stage.X1.At(2016, 9));

        Assert.Equal((Stage.J6, Stage.X1), (path.Standing, _incident.LowestStage));
        Assert.Equal(Stage.X1, Ladder.StandingOf(path.Counted, 2)!.Stage);
    }

    [Fact]
    public void A_second_suspect_may_be_found_while_the_first_is_on_trial() =>
        Assert.Equal(Stage.J5, _incident.Path(Stage.J5.At(2016, 6).Of(1), Stage.J3.At(2016, 5).Of(2)).Standing);

    [Fact]
    public void Going_on_against_somebody_on_a_path_that_was_closed_is_a_reopening()
    {
        var path = _incident.Path(Stage.X1.At(2016, 4));

        Refused.With(ProceedingErrors.SilentlyReverses, _incident.Record(path.Id, Stage.J3.At(2016, 5).Of(1)));
        Assert.True(_incident.Record(path.Id, Stage.J3.At(2016, 5).Of(1).Reopening()).IsSuccess);
    }

    [Fact]
    public void After_a_final_conviction_comes_only_its_reversal_or_a_reopening()
    {
        var path = _incident.Path(Stage.J6.At(2016, 5).Of(1).Finally());

        Refused.With(ProceedingErrors.ConvictionIsFinal, _incident.Record(path.Id, Stage.X5.At(2016, 9).Of(1)));
        Assert.True(_incident.Record(path.Id, Stage.J5.At(2016, 9).Of(1).Reopening()).IsSuccess);
        Assert.Equal(Stage.J5, path.Standing);
    }

    [Fact]
    public void One_correction_mends_one_entry()
    {
        var path = _incident.Path(Stage.J6.At(2016, 5).Of(1));

        Refused.With(ProceedingErrors.CorrectsOneAccused, _incident.Record(path.Id, Stage.J6.At(2016, 5).Of(1, 2).Correcting(1)));
        Assert.True(_incident.Record(path.Id, Stage.J6.At(2016, 5).Of(2).Correcting(1)).IsSuccess);
        Assert.Null(Ladder.StandingOf(path.Counted, 1));
    }

    /// <summary>1 was convicted; 2, who gave the orders, was never charged, and the file about the case is still being put together.</summary>
    [Fact]
    public void Whoever_no_path_names_stands_where_the_path_stands_as_a_whole()
    {
        _incident.Path(Stage.J2.At(2016, 4), Stage.J6.At(2016, 5).Of(1).Finally());

        Assert.Equal((Stage.J6, Stage.J2), (_incident.HighestStage, _incident.LowestStage));
    }

    [Fact]
    public void Of_whoever_no_entry_speaks_it_is_known_only_that_it_was_reported()
    {
        _incident.Path(Stage.J6.At(2016, 5).Of(1).Finally());

        Assert.Equal((Stage.J6, Stage.J1), (_incident.HighestStage, _incident.LowestStage));
    }

    [Fact]
    public void Whoever_is_named_on_another_path_stands_there()
    {
        _incident.Path(Stage.J2.At(2016, 4), Stage.J6.At(2016, 5).Of(1).Finally());
        _incident.Path(Stage.J4.At(2016, 6).Of(2));

        Assert.Equal((Stage.J6, Stage.J4), (_incident.HighestStage, _incident.LowestStage));
    }

    [Theory]
    [InlineData("CT-PRC-DISC")]
    [InlineData("CT-PRC-HRC")]
    [InlineData("CT-PRC-AMP")]
    [InlineData("CT-PRC-INT")]
    public void A_sanction_a_recommendation_or_a_ruling_is_no_conviction(string kind)
    {
        Refused.With(ProceedingErrors.OnlyCriminalConvicts, _incident.Open(Stage.J6.At(2016, 5).Of(1, 2).Finally(), kind));
        var path = _incident.Open(Stage.J5.At(2016, 4), kind).Value;

        Refused.With(ProceedingErrors.OnlyCriminalConvicts, _incident.Record(path, Stage.J6.At(2016, 5).Of(1, 2).Finally()));
        Assert.Equal(Stage.J5, _incident.HighestStage);
    }

    [Fact]
    public void Full_justice_is_read_from_criminal_paths()
    {
        var path = _incident.Path(Stage.J6.At(2016, 5).Of(1, 2).Finally());

        Assert.True(Ladder.IsFull([path.Counted], _incident.Roster));
        Assert.False(Ladder.IsFull<StageEntry>([], _incident.Roster));
        Assert.Equal(6, Ladder.FurthestRung([path.Counted], [], _incident.Roster));
    }

    /// <summary>As stored before convictions were of somebody.</summary>
    [Fact]
    public void A_conviction_of_nobody_named_is_partial_because_nobody_is_named()
    {
        IReadOnlyList<StageRow> earlier = [Earlier(1, Stage.J5), Earlier(2, Stage.J6)];

        Assert.Equal(Stage.J6, Ladder.PathStanding(earlier, Ladder.IsFull([earlier], _incident.Roster)));
        Assert.Equal(new Dictionary<Lacking, int> { [Lacking.Named] = 1 }, Ladder.WhatIsLacking([earlier], [earlier], _incident.Roster));
        Assert.Empty(Ladder.WhatIsLacking<StageRow>([[Earlier(1, Stage.J7)]], [], _incident.Roster));

        static StageRow Earlier(int sequence, Stage stage) => new(default, Proceeding.Criminal, sequence, stage, new DateOnly(2016, 5, 1), new DateOnly(2016, 5, 1), null);
    }

    [Fact]
    public void What_concerns_everybody_names_nobody()
    {
        Refused.With(ProceedingErrors.WholePathOnly, _incident.Open(Stage.J0.At(2016, 4).Of(1)));
        Refused.With(ProceedingErrors.AccusedIsTheDefender, _incident.Open(Stage.J4.At(2016, 4).Of(1), "CT-PRC-CRMZ"));
    }
}
