using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace CaseTracker.Domain.UnitTests.Accountability;

/// <summary>Where a path was reported and where its file lies, over random lives in which reports are corrected, withdrawn and made anew under moves.</summary>
public class WhereaboutsPropertyTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(30);

    private static readonly Authority[] Authorities = [.. Enumerable.Range(1, 3).Select(i => Some.AnAuthority($"CT-AUT-{i}", AuthorityKind.Prosecutor))];

    private static Arbitrary<List<Step>> Any => (
        from steps in (
            from what in Gen.Elements(Enum.GetValues<What>())
            from stage in Gen.Elements(Stage.J0, Stage.J1, Stage.J1, Stage.J2, Stage.J3)
            from month in Gen.Choose(3, 12)
            from entry in Gen.Choose(1, 6)
            from authority in Gen.Elements<Authority?>([.. Authorities, null])
            select new Step(what, stage, month, entry, authority)).ListOf()
        select steps.ToList()).ToArbitrary();

    [Fact]
    public void A_file_goes_from_the_report_by_one_chain_of_moves_to_where_it_lies() => Always(path =>
        path.Whereabouts.Moves.Zip(path.Whereabouts.Moves.Skip(1)).All(m => m.First.To == m.Second.From)
        && path.Whereabouts.Moves.All(m => m.From != m.To)
        && (path.Whereabouts.Moves is not [.., var last] || last.To == path.AuthorityCode));

    [Fact]
    public void A_path_that_was_reported_and_never_moved_is_before_whoever_took_the_report() => Always(path =>
        path.ReportedToCode is null || path.Whereabouts.Moves.Count > 0 || path.Stages.Any(s => s.Stage > Stage.J1) || path.ReportedToCode == path.AuthorityCode);

    [Fact]
    public void What_is_before_no_authority_was_reported_to_none_and_moved_nowhere() => Always(path =>
        path.IsBeforeAuthority || (path.ReportedToCode is null && path.Whereabouts.Moves.Count == 0 && path.CountedActs.Count == 0 && path.Moves.All(path.Whereabouts.IsVoid) && (path.Counted.Count == 0 || path.AuthorityCode is null)));

    [Fact]
    public void No_file_moved_before_its_path_began() => Always(path =>
        path.Whereabouts.Moves.All(m => !m.Since.IsBefore(path.Opening!.On)));

    [Fact]
    public void What_a_report_named_is_never_lost_by_its_correction_or_withdrawal() => Always(path =>
        path.Stages.All(s => s.ReportedToCode is null || s.IsReport)
        && path.Stages.Where(s => s.IsReport).All(s => path.Stages.FirstOrDefault(w => w.Sequence == s.Corrects) is not { ReportedToCode: not null } || s.ReportedToCode is not null));

    /// <summary>Or the properties above say nothing.</summary>
    [Fact]
    public void Random_lives_empty_paths_under_moves_and_correct_reports_under_them()
    {
        var paths = Any.Generator.Sample(1000, 60).Select(Lived).OfType<Proceeding>().ToList();

        Assert.Contains(paths, p => p.IsBeforeAuthority && p.Moves.Any(p.Whereabouts.IsVoid));
        Assert.Contains(paths, p => !p.IsBeforeAuthority && p.Moves.Count > 0);
        Assert.Contains(paths, p => p.Whereabouts.Moves.Count > 0 && p.Moves.Any(m => !p.Whereabouts.IsVoid(m) && p.Whereabouts.OriginOf(m) != m.FromCode));
        Assert.Contains(paths, p => p.Whereabouts.Moves.Count > 1);
    }

    private static void Always(Func<Proceeding, bool> holds) => Prop.ForAll(Any, steps => Lived(steps) is not { } path || holds(path)).Check(Thorough);

    private static Proceeding? Lived(List<Step> steps)
    {
        var incident = new IncidentBuilder().Answering().Build();
        steps.ForEach(step => Take(incident, step));
        return incident.Proceedings.FirstOrDefault();
    }

    private static void Take(Incident incident, Step step)
    {
        var on = Some.On(2016, step.Month);
        var entry = step.Stage.On(on) with { Office = step.Authority is null ? null : new Office(step.Authority, null) };
        if (incident.Proceedings.FirstOrDefault() is not { } path)
        {
            incident.Open(entry, office: new Office(step.Authority, null));
            return;
        }

        switch (step.What)
        {
            case What.Record:
                incident.Record(path.Id, entry with { IsMissingReport = path.LacksReport && step.Stage == Stage.J1 });
                break;
            case What.Correct:
                incident.Record(path.Id, entry with { Corrects = step.Entry });
                break;
            case What.Withdraw:
                incident.WithdrawStage(path.Id, step.Entry, "Of another file", Some.Stamp);
                break;
            case What.WithdrawLast:
                incident.WithdrawStage(path.Id, path.Counted.LastOrDefault()?.Sequence ?? 0, "Of another file", Some.Stamp);
                break;
            case What.Investigate:
                incident.Investigate(path.Id, on);
                break;
            case What.Move or What.Mend when path.IsBeforeAuthority:
                var move = new MoveToRecord(step.What == What.Move ? AuthorityChange.Moved : AuthorityChange.Mistyped, step.Entry == 6 ? PartialDate.Unknown : on);
                incident.DescribeProceeding(path.Id, new(new Office(step.Authority, null), null, null, null, move), Some.Today, Some.Stamp);
                break;
        }
    }

    private enum What
    {
        Record,
        Correct,
        Withdraw,
        WithdrawLast,
        Investigate,
        Move,
        Mend,
    }

    private sealed record Step(What What, Stage Stage, int Month, int Entry, Authority? Authority);
}
