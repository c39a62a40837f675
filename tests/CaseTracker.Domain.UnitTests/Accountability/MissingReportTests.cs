using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Statistics;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Accountability;

/// <summary>An authority may act without being asked; a report that came first after all is put where it belongs.</summary>
public class MissingReportTests
{
    private readonly Incident _incident = new IncidentBuilder().Answering().Build();

    [Fact]
    public void A_path_that_began_with_an_act_of_the_authority_lacks_a_report()
    {
        Assert.True(_incident.Path(Stage.J2.At(2016, 6)).LacksReport);
        Assert.True(_incident.Path(Stage.X1.At(2016, 6)).LacksReport);
        Assert.True(_incident.Path(Stage.J0.At(2016, 5), Stage.J2.At(2016, 6)).LacksReport);
        Assert.False(_incident.Path(Stage.J1.At(2016, 6)).LacksReport);
        Assert.False(_incident.Path(Stage.J0.At(2016, 6)).LacksReport);
    }

    [Fact]
    public void A_report_found_out_late_stands_first_and_changes_neither_standing_nor_clock()
    {
        var path = _incident.Path(Stage.J2.At(2016, 6, 10), Stage.J3.At(2016, 8));
        var (standing, clock) = (path.Standing, path.ClockFrom);

        Assert.Empty(Report(path, Some.On(2016, 6, 1)).Codes());

        Assert.Equal([Stage.J1, Stage.J2, Stage.J3], path.Counted.Select(s => s.Stage));
        Assert.Equal((standing, clock, "CT-AUT-FEADLE", "CT-AUT-FGR"), (path.Standing, path.ClockFrom, path.ReportedToCode, path.AuthorityCode));
        Assert.Equal((3, false), (path.Stages.Single(s => s.Stage == Stage.J1).Sequence, path.LacksReport));
    }

    [Fact]
    public void It_stands_after_that_nothing_had_been_reported_and_keeps_its_place_when_it_is_corrected()
    {
        var path = _incident.Path(Stage.J0.At(2016, 5), Stage.J2.At(2016, 6, 10));
        Assert.Empty(Report(path, Some.On(2016, 6, 1)).Codes());

        Assert.Empty(_incident.Record(path.Id, Stage.J1.At(2016, 6, 2) with { Corrects = 3 }).Codes());

        Assert.Equal([1, 4, 2], path.Counted.Select(s => s.Sequence));
        Assert.Empty(_incident.Record(path.Id, Stage.J2.At(2016, 6, 11) with { Corrects = 2 }).Codes());
        Assert.Equal([1, 4, 5], path.Counted.Select(s => s.Sequence));
    }

    [Fact]
    public void It_is_refused_where_it_cannot_have_come_first()
    {
        var path = _incident.Path(Stage.J2.At(2016, 6, 10));

        Refused.With(ProceedingErrors.ReportAfterOpening, Report(path, Some.On(2016, 6, 11)));
        Refused.With(ProceedingErrors.ReportNeedsDate, Report(path, PartialDate.Unknown));
        Refused.With(ProceedingErrors.BeforeIncident, Report(path, Some.On(2015)));
        Refused.With(PartialDateErrors.InTheFuture, Report(_incident.Path(Stage.J2.On(PartialDate.Unknown)), PartialDate.OnDay(Some.Today.AddDays(1))));
        Refused.With(ProceedingErrors.AuthorityMissing, _incident.Record(path.Id, Stage.J1.At(2016, 6, 1) with { IsMissingReport = true, Office = null }));
        Refused.With(ProceedingErrors.BeforePreviousStage, Report(_incident.Path(Stage.J0.At(2016, 5, 2), Stage.J2.At(2016, 6, 10)), Some.On(2016, 5, 1)));
        Assert.Empty(Report(path, Some.On(2016, 6)).Codes());
        Refused.With(ProceedingErrors.ReportKnown, Report(path, Some.On(2016, 6, 1)));
    }

    [Fact]
    public void No_perpetrator_has_a_stage_before_the_report_of_the_path()
    {
        var path = _incident.Path(Stage.J1.At(2016, 6, 28));

        Refused.With(ProceedingErrors.AccusedBeforeReport, _incident.Record(path.Id, Stage.J3.At(2016, 6, 25).Of(1)));
        Assert.Empty(_incident.Record(path.Id, Stage.J3.At(2016, 6, 29).Of(1)).Codes());
        Refused.With(ProceedingErrors.AccusedBeforeReport, _incident.Record(path.Id, Stage.J1.At(2016, 6, 30).Correcting(1)));
        Assert.Empty(_incident.Record(path.Id, Stage.J1.At(2016, 6, 29).Correcting(1)).Codes());
    }

    [Fact]
    public void Entries_are_told_in_their_place_even_where_a_row_was_tampered_with()
    {
        var path = _incident.Path(Stage.J2.At(2016, 6, 10), Stage.J3.At(2016, 8));
        Report(path, Some.On(2016, 6, 1));
        _incident.Record(path.Id, Stage.J1.At(2016, 6, 2) with { Corrects = 3 });
        Assert.Equal([3, 4, 1, 2], StageHistory.InPlace(path.Stages).Select(s => s.Sequence));

        Row[] circle = [new(1, 2, null), new(2, 1, null), new(3, null, 4), new(4, null, 3)];
        Assert.Equal([1, 2, 3, 4], StageHistory.InPlace(circle).Select(s => s.Sequence).Order());
    }

    [Fact]
    public void Figures_read_it_in_the_same_place()
    {
        var path = ProceedingId.From(new Guid(1, 0, 0, new byte[8]));
        StageRow[] rows =
        [
            new(path, Proceeding.Criminal, 1, Stage.J2, new(2016, 6, 10), new(2016, 6, 10), null),
            new(path, Proceeding.Criminal, 2, Stage.J1, new(2016, 6, 1), new(2016, 6, 1), null, Precedes: 1),
        ];

        Assert.Equal([2, 1], StageHistory.Standing(rows).Select(s => s.Sequence));
    }

    private Result Report(Proceeding path, PartialDate on) =>
        _incident.Record(path.Id, Stage.J1.On(on) with { IsMissingReport = true, Office = new Office(Some.AnAuthority("CT-AUT-FEADLE", AuthorityKind.Prosecutor), null) });

    private sealed record Row(int Sequence, int? Corrects, int? Precedes) : IAppended
    {
        public bool IsWithdrawal => false;
    }
}
