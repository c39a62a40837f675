using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Accountability;

/// <summary>Where a path was reported is not where its file lies now, and a slip of the keyboard is no step of justice.</summary>
public class AuthorityMovesTests
{
    private static readonly Authority State = Some.AnAuthority("CT-AUT-FIS-GRO", AuthorityKind.Prosecutor);
    private static readonly Authority Special = Some.AnAuthority("CT-AUT-FEADLE", AuthorityKind.Prosecutor);

    private readonly Incident _incident = new IncidentBuilder().Answering().Build();

    [Fact]
    public void A_file_that_moves_leaves_the_authority_of_the_report_on_record()
    {
        var path = Reported();

        Assert.Empty(Describe(path, Special, AuthorityChange.Moved, Some.On(2016, 9)).Codes());
        Assert.Empty(Describe(path, State, AuthorityChange.Moved, Some.On(2016, 11)).Codes());

        Assert.Equal(("CT-AUT-FGR", "CT-AUT-FIS-GRO"), (path.ReportedToCode, path.AuthorityCode));
        Assert.Equal(
            [new StandingMove("CT-AUT-FGR", "CT-AUT-FEADLE", Some.On(2016, 9)), new StandingMove("CT-AUT-FEADLE", "CT-AUT-FIS-GRO", Some.On(2016, 11))],
            path.Whereabouts.Moves);
        Assert.Equal(Some.Stamp, new Stamp(path.Moves[0].RecordedBy, path.Moves[0].RecordedAt));
    }

    [Fact]
    public void An_authority_that_was_typed_wrongly_never_had_the_file()
    {
        var path = Reported();

        Assert.Empty(Describe(path, State, AuthorityChange.Mistyped).Codes());

        Assert.Equal(("CT-AUT-FIS-GRO", "CT-AUT-FIS-GRO"), (path.ReportedToCode, path.AuthorityCode));
        Assert.Empty(path.Whereabouts.Moves);
        Assert.Equal(("CT-AUT-FGR", AuthorityChange.Mistyped), (path.Moves[0].FromCode, path.Moves[0].Change));
    }

    [Fact]
    public void A_move_to_the_wrong_authority_is_mended_and_one_that_never_was_is_taken_back()
    {
        var path = Reported();
        Describe(path, Special, AuthorityChange.Moved, Some.On(2016, 9));

        Assert.Empty(Describe(path, State, AuthorityChange.Mistyped).Codes());
        Assert.Equal([new StandingMove("CT-AUT-FGR", "CT-AUT-FIS-GRO", Some.On(2016, 9))], path.Whereabouts.Moves);

        Assert.Empty(Describe(path, State, AuthorityChange.Mistyped, Some.On(2016, 10)).Codes());
        Assert.Equal([new StandingMove("CT-AUT-FGR", "CT-AUT-FIS-GRO", Some.On(2016, 10))], path.Whereabouts.Moves);

        Assert.Empty(Describe(path, Some.Prosecutor, AuthorityChange.Mistyped).Codes());
        Assert.Empty(path.Whereabouts.Moves);
        Assert.Equal(("CT-AUT-FGR", 4), (path.ReportedToCode, path.Moves.Count));
    }

    [Fact]
    public void Another_authority_without_a_word_is_refused_and_so_is_a_word_without_another_authority()
    {
        var path = Reported();

        Refused.With(ProceedingErrors.AuthorityChangeUnexplained, Describe(path, State, null));
        Refused.With(ProceedingErrors.AuthorityUnchanged, Describe(path, Some.Prosecutor, AuthorityChange.Moved, Some.On(2016, 9)));
        Refused.With(ProceedingErrors.AuthorityUnchanged, Describe(path, Some.Prosecutor, AuthorityChange.Mistyped, Some.On(2016, 9)));
        Assert.Empty(path.Moves);
    }

    [Fact]
    public void Nothing_moves_before_it_was_opened_before_the_last_move_or_in_the_future()
    {
        var path = Reported();
        Refused.With(ProceedingErrors.MovedTooEarly, Describe(path, Special, AuthorityChange.Moved, Some.On(2016, 2)));
        Refused.With(PartialDateErrors.InTheFuture.On("Since"), Describe(path, Special, AuthorityChange.Moved, PartialDate.OnDay(Some.Today.AddDays(1))));
        Describe(path, Special, AuthorityChange.Moved, Some.On(2016, 9));

        Refused.With(ProceedingErrors.MovedTooEarly, Describe(path, State, AuthorityChange.Moved, Some.On(2016, 8)));
        Assert.Empty(Describe(path, State, AuthorityChange.Moved).Codes());
    }

    [Fact]
    public void What_is_written_before_anything_was_reported_is_no_move()
    {
        var path = _incident.Open(Stage.J0.At(2016, 5), office: new Office(null, null)).Value;
        var unreported = _incident.Proceedings.Single(p => p.Id == path);
        Assert.Empty(Describe(unreported, State, null).Codes());
        Assert.Empty(Describe(unreported, Special, null).Codes());

        Assert.Empty(_incident.Record(path, Stage.J1.At(2016, 9) with { Office = new Office(Special, null) }).Codes());

        Assert.Equal(("CT-AUT-FEADLE", 0), (unreported.ReportedToCode, unreported.Moves.Count));
    }

    [Fact]
    public void The_authority_of_a_report_is_corrected_with_the_report()
    {
        var path = Reported();
        Describe(path, Special, AuthorityChange.Moved, Some.On(2016, 9));

        Assert.Empty(_incident.Record(path.Id, Stage.J1.At(2016, 5) with { Corrects = 1, Office = new Office(State, null) }).Codes());

        Assert.Equal(("CT-AUT-FIS-GRO", "CT-AUT-FEADLE"), (path.ReportedToCode, path.AuthorityCode));
    }

    /// <summary>What is told of a file that moved is that of the proceeding that stands, and of no earlier one.</summary>
    [Fact]
    public void A_path_that_is_reported_anew_begins_without_the_moves_of_what_was_withdrawn()
    {
        var path = Reported();
        Describe(path, Special, AuthorityChange.Moved, Some.On(2016, 9));
        Assert.Empty(Withdraw(path, 1).Codes());

        Assert.Empty(_incident.Record(path.Id, Stage.J1.At(2016, 10) with { Office = new Office(Special, null) }).Codes());

        Assert.Equal(("CT-AUT-FEADLE", "CT-AUT-FEADLE"), (path.ReportedToCode, path.AuthorityCode));
        Assert.Empty(path.Whereabouts.Moves);
        Assert.True(path.Whereabouts.IsVoid(path.Moves.Single()));
    }

    [Fact]
    public void A_slip_in_a_report_made_anew_is_mended_in_it_and_moves_are_dated_from_it()
    {
        var path = Reported();
        Describe(path, Special, AuthorityChange.Moved, Some.On(2016, 12));
        Withdraw(path, 1);
        _incident.Record(path.Id, Stage.J1.At(2016, 9));

        Assert.Empty(Describe(path, State, AuthorityChange.Mistyped).Codes());
        Assert.Equal(("CT-AUT-FIS-GRO", "CT-AUT-FIS-GRO"), (path.ReportedToCode, path.AuthorityCode));
        Assert.Empty(path.Whereabouts.Moves);

        Assert.Empty(Describe(path, Special, AuthorityChange.Moved, Some.On(2016, 10)).Codes());
        Assert.Equal([new StandingMove("CT-AUT-FIS-GRO", "CT-AUT-FEADLE", Some.On(2016, 10))], path.Whereabouts.Moves);
    }

    [Fact]
    public void A_path_that_was_never_reported_is_before_nobody()
    {
        var path = Reported();
        Describe(path, Special, AuthorityChange.Moved, Some.On(2016, 9));
        Withdraw(path, 1);

        Assert.Empty(_incident.Record(path.Id, Stage.J0.At(2016, 5)).Codes());
        Assert.Equal((null, null, 0), (path.AuthorityCode, path.ReportedToCode, path.Whereabouts.Moves.Count));

        var other = _incident.Path(Stage.J0.At(2016, 5), Stage.J1.At(2016, 6));
        Assert.Equal("CT-AUT-FGR", other.AuthorityCode);
        Assert.Empty(Withdraw(other, 2).Codes());
        Assert.Null(other.AuthorityCode);
    }

    [Fact]
    public void Nothing_is_investigated_on_a_path_that_is_before_nobody_and_none_is_left_so_with_acts()
    {
        var path = _incident.Path(Stage.J0.At(2016, 5));
        Refused.With(ProceedingErrors.ActBeforeAuthority, _incident.Investigate(path.Id, Some.On(2016, 6)));
        Assert.Empty(_incident.Record(path.Id, Stage.J1.At(2016, 6)).Codes());
        Assert.Empty(_incident.Investigate(path.Id, Some.On(2016, 7)).Codes());

        Refused.With(ProceedingErrors.ActsRestOnIt.On("Entry"), Withdraw(path, 2));
        var reported = Reported();
        _incident.Investigate(reported.Id, Some.On(2016, 7));
        Refused.With(ProceedingErrors.ActsRestOnIt.On("On"), _incident.Record(reported.Id, Stage.J0.At(2016, 5).Correcting(1)));
    }

    [Fact]
    public void Each_report_keeps_the_authority_that_it_named()
    {
        var path = Reported();
        Assert.Empty(_incident.Record(path.Id, Stage.J1.At(2016, 5) with { Corrects = 1, Office = new Office(State, null) }).Codes());
        Assert.Equal("CT-AUT-FIS-GRO", path.AuthorityCode);
        Assert.Empty(_incident.Record(path.Id, Stage.J1.At(2016, 6) with { Corrects = 2, Office = null }).Codes());
        Assert.Empty(Withdraw(path, 3).Codes());

        Assert.Equal(["CT-AUT-FGR", "CT-AUT-FIS-GRO", "CT-AUT-FIS-GRO", "CT-AUT-FIS-GRO"], path.Stages.Select(s => s.ReportedToCode));
        Assert.Null(path.ReportedToCode);
    }

    [Fact]
    public void A_file_moved_from_where_it_was_reported_by_what_is_known_today()
    {
        var path = Reported();
        Describe(path, Special, AuthorityChange.Moved, Some.On(2016, 9));
        _incident.Record(path.Id, Stage.J1.At(2016, 5) with { Corrects = 1, Office = new Office(State, null) });

        Assert.Equal([new StandingMove("CT-AUT-FIS-GRO", "CT-AUT-FEADLE", Some.On(2016, 9))], path.Whereabouts.Moves);
        Assert.Equal(("CT-AUT-FGR", "CT-AUT-FIS-GRO"), (path.Moves[0].FromCode, path.Whereabouts.OriginOf(path.Moves[0])));
    }

    [Fact]
    public void No_correction_and_no_withdrawal_leaves_a_file_that_moved_before_it_was_opened()
    {
        var path = Reported();
        Describe(path, Special, AuthorityChange.Moved, Some.On(2016, 9, 26));

        Refused.With(ProceedingErrors.OpenedAfterMove, _incident.Record(path.Id, Stage.J1.At(2016, 9, 28) with { Corrects = 1 }));

        var late = _incident.Path(Stage.J2.At(2016, 9, 28));
        Assert.Empty(_incident.Record(late.Id, Stage.J1.At(2016, 9, 26) with { IsMissingReport = true }).Codes());
        Assert.Empty(Describe(late, Special, AuthorityChange.Moved, Some.On(2016, 9, 27)).Codes());
        Refused.With(ProceedingErrors.OpenedAfterMove.On("Entry"), Withdraw(late, 2));
    }

    [Fact]
    public void An_incident_is_not_moved_past_the_day_on_which_a_file_moved()
    {
        var path = _incident.Path(Stage.J1.At(2016));
        Describe(path, Special, AuthorityChange.Moved, Some.On(2016, 9, 26));

        Refused.With(ProceedingErrors.BeforeIncident.On(nameof(Incident.StartedOn)), _incident.Change(Some.Facts with { StartedOn = Some.On(2016, 10, 1) }, TestTerms.Instance, Some.Today, Some.Stamp));
    }

    [Fact]
    public void A_path_against_the_defender_says_against_whom_of_the_victims()
    {
        var incident = new IncidentBuilder().Victims(Some.Defender, null).Acts(new ActToRecord(0, "CT-STG-1"), new ActToRecord(1, "CT-STG-1")).Build();
        var id = incident.Open(Stage.J2.At(2016, 5), kind: "CT-PRC-CRMZ").Value;
        var path = incident.Proceedings[0];
        var details = new ProceedingDetails(Some.Office, null, null, null);

        Refused.With(ProceedingErrors.AgainstWhom, incident.DescribeProceeding(id, details with { Against = [3] }, Some.Today, Some.Stamp));
        Assert.Empty(incident.DescribeProceeding(id, details with { Against = [2, 1, 1] }, Some.Today, Some.Stamp).Codes());
        Assert.Equal([1, 2], path.Against.Select(a => a.Sequence));
        Assert.Empty(incident.DescribeProceeding(id, details, Some.Today, Some.Stamp).Codes());
        Assert.Equal(2, path.Against.Count);
        Assert.Empty(incident.DescribeProceeding(id, details with { Against = [2] }, Some.Today, Some.Stamp).Codes());
        Assert.Equal([2], path.Against.Select(a => a.Sequence));
    }

    private Proceeding Reported() => _incident.Path(Stage.J1.At(2016, 5));

    private Result Withdraw(Proceeding path, int entry) => _incident.WithdrawStage(path.Id, entry, "Of another file", Some.Stamp);

    private Result Describe(Proceeding path, Authority authority, AuthorityChange? change, PartialDate? since = null) => _incident.DescribeProceeding(
        path.Id,
        new ProceedingDetails(new Office(authority, null), null, null, null, change is { } what ? new(what, since ?? PartialDate.Unknown) : null),
        Some.Today,
        Some.Stamp);
}
