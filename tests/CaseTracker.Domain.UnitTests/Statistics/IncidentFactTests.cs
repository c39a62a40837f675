using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Statistics;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Statistics;

public class IncidentFactTests
{
    private static readonly DateOnly Today = Some.Today;

    [Fact]
    public void Without_a_path_nothing_is_known()
    {
        var fact = new FactBuilder(1).At(Today);

        Assert.Null(fact.HighestStage);
        Assert.Null(fact.FurthestRung);
        Assert.Null(fact.Investigated);
        Assert.Empty(fact.Paths);
    }

    [Fact]
    public void Reads_a_path_as_its_incident_does()
    {
        var incident = new IncidentBuilder().Answering().Build();
        incident.Path(Stage.J1.At(2016, 5), Stage.J2.At(2016, 6), Stage.J4.At(2016, 7), Stage.J1.At(2016, 4).Correcting(1), Stage.X1.At(2016, 9));
        incident.Path(Stage.J6.At(2016, 5).Of(1, 2).Finally(), Stage.X4.At(2016, 9).Of(1));
        incident.Open(Stage.J5.At(2016, 9), "CT-PRC-CRMZ");

        var fact = Of(incident, Today);

        Assert.Equal((incident.HighestStage, incident.LowestStage), (fact.HighestStage, fact.LowestStage));
        Assert.Equal((7, incident.FurthestRung), (fact.FurthestRung, fact.FurthestRung));
        Assert.Equal(2, fact.Paths.Count);
    }

    [Fact]
    public void What_is_dated_after_the_day_has_not_happened_yet()
    {
        var built = new FactBuilder(1).Path(ImpunityDefinitions.CriminalPath, (Stage.J1, new(2011, 1, 1)), (Stage.J4, new(2012, 1, 1)), (Stage.J7, new(2013, 1, 1)));

        Assert.Equal(Stage.J7, built.At(new(2013, 1, 1)).HighestStage);
        Assert.Equal(Stage.J4, built.At(new(2012, 12, 31)).HighestStage);
        Assert.Equal((4, null), (built.At(new(2012, 12, 31)).FurthestRung, built.At(new(2012, 12, 31)).Convicted));
        Assert.Null(built.At(new(2010, 12, 31)).HighestStage);
    }

    [Fact]
    public void An_undated_stage_has_happened() => Assert.Equal(Stage.J4, new FactBuilder(1).Path(Stage.J4).At(new(2010, 2, 1)).HighestStage);

    [Fact]
    public void A_later_stage_dates_the_earlier_ones()
    {
        var fact = new FactBuilder(1).Path(ImpunityDefinitions.CriminalPath, (Stage.J1, new(2011, 1, 1)), (Stage.J5, new(2012, 3, 4)), (Stage.X3, new(2013, 1, 1))).At(Today);

        var trial = new DaySpan(new(2012, 3, 4), new(2012, 3, 4));
        Assert.Equal((trial, trial, null), (fact.Investigated, fact.Charged, fact.Convicted));
    }

    [Fact]
    public void The_first_of_several_paths_dates_a_stage()
    {
        var fact = new FactBuilder(1)
            .Path(ImpunityDefinitions.CriminalPath, (Stage.J2, new(2012, 1, 1)))
            .Path("CT-PRC-HRC", (Stage.J2, new(2011, 1, 1)))
            .At(Today);

        Assert.Equal(new DateOnly(2011, 1, 1), fact.Investigated!.Value.Earliest);
    }

    [Fact]
    public void A_corrected_entry_counts_nowhere()
    {
        var fact = new FactBuilder(1).Path(ImpunityDefinitions.CriminalPath, (Stage.J2, new(2011, 1, 1)), (Stage.J7, new(2012, 1, 1))).Correct(2, Stage.J3, new(2012, 1, 1)).At(Today);

        Assert.Equal((Stage.J3, 3, null), (fact.HighestStage, fact.FurthestRung, fact.Convicted));
    }

    [Theory]
    [InlineData(Stage.J2s, 2)]
    [InlineData(Stage.X1, 1)]
    [InlineData(Stage.X2, 1)]
    [InlineData(Stage.X3, 5)]
    [InlineData(Stage.X4, 6)]
    [InlineData(Stage.X5, 3)]
    public void An_exit_proves_what_must_have_come_before(Stage exit, int rung) => Assert.Equal(rung, Ladder.ReachedRung(exit));

    [Fact]
    public void An_exit_keeps_what_was_reached_before_it() => Assert.Equal(4, new FactBuilder(1).Path(Stage.J4, Stage.X1).At(Today).FurthestRung);

    [Fact]
    public void Is_old_enough_only_if_every_reading_of_its_date_is()
    {
        Assert.True(new FactBuilder(1).On(new(2012, 1, 25)).At(Today).IsOlderThan(60, Today));
        Assert.False(new FactBuilder(1).On(new(2012, 1, 26)).At(Today).IsOlderThan(60, Today));
        Assert.False(new FactBuilder(1).On(new(2012, 1, 1), new(2012, 12, 31)).At(Today).IsOlderThan(60, Today));
        Assert.False(new FactBuilder(1).On(DateOnly.MinValue).At(Today).IsOlderThan(60, Today));
    }

    [Fact]
    public void A_stage_in_the_year_of_the_incident_is_not_before_it()
    {
        Assert.False(new FactBuilder(1).On(new(2010, 1, 1), new(2010, 12, 31)).Path(ImpunityDefinitions.CriminalPath, (Stage.J1, new(2010, 1, 1))).At(Today).HasStageBeforeIncident);
        Assert.True(new FactBuilder(1).Path(ImpunityDefinitions.CriminalPath, (Stage.J1, new(2009, 12, 31))).At(Today).HasStageBeforeIncident);
    }

    private static IncidentFact Of(Domain.Incidents.Incident incident, DateOnly asOf) => IncidentFact.Of(
        new IncidentRow(incident.Id, incident.FirstDay, incident.LastDay, incident.Verification, SdgActs.Other, false) { Roster = incident.Roster },
        [.. incident.Proceedings.Where(p => !p.IsAgainstDefender).SelectMany(p => p.Stages.Select(s => new StageRow(p.Id, p.KindCode, s.Sequence, s.Stage, s.On.Earliest, s.On.Latest, s.Corrects, s.Accused, s.IsFinal, s.Reopens, s.IsWithdrawal)))],
        asOf);
}
