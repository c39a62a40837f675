using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Protection;

public class ProtectionMeasureTests
{
    private static readonly ProtectionDeadlines Deadlines = new();

    private readonly Incident _incident = new IncidentBuilder().Build();

    [Fact]
    public void Steps_may_skip() => Assert.Equal(MeasureStage.Implemented, Walk(On(MeasureStage.Requested, 2), On(MeasureStage.Implemented, 5)).Standing);

    [Fact]
    public void May_begin_with_what_was_granted_unasked() => Assert.Equal(MeasureStage.Granted, Walk(On(MeasureStage.Granted, 2)).Standing);

    [Theory]
    [InlineData(MeasureStage.Withdrawn)]
    [InlineData(MeasureStage.Expired)]
    public void Nothing_ends_that_never_was(MeasureStage end) => Refused.With(MeasureErrors.NothingToEnd, Record(On(end, 2)));

    [Fact]
    public void Refuses_to_go_back_in_silence()
    {
        var measure = Walk(On(MeasureStage.Requested, 2), On(MeasureStage.Implemented, 5));

        Refused.With(MeasureErrors.SilentlyReverses, Step(measure, On(MeasureStage.Granted, 6)));
        Assert.Empty(Step(measure, On(MeasureStage.Granted, 6) with { Reopens = true }).Refusals);
        Assert.Equal(MeasureStage.Granted, measure.Standing);
    }

    [Theory]
    [InlineData(MeasureStage.Refused)]
    [InlineData(MeasureStage.Withdrawn)]
    [InlineData(MeasureStage.Expired)]
    public void What_ended_goes_on_only_when_it_is_said(MeasureStage end)
    {
        var measure = Walk(On(MeasureStage.Requested, 2), On(end, 5));

        Refused.With(MeasureErrors.SilentlyReverses, Step(measure, On(MeasureStage.Granted, 6)));
        Assert.Empty(Step(measure, On(MeasureStage.Granted, 6) with { Reopens = true }).Refusals);
        Assert.True(measure.IsAwaited);
    }

    [Fact]
    public void What_was_granted_is_withdrawn_and_not_refused()
    {
        var measure = Walk(On(MeasureStage.Requested, 2), On(MeasureStage.Granted, 4));

        Refused.With(MeasureErrors.GrantedAlready, Step(measure, On(MeasureStage.Refused, 6)));
    }

    [Fact]
    public void Refuses_the_same_step_again() => Refused.With(MeasureErrors.SameStep, Step(Walk(On(MeasureStage.Requested, 2)), On(MeasureStage.Requested, 3)));

    [Fact]
    public void Refuses_a_step_before_the_one_it_follows() => Refused.With(MeasureErrors.BeforePreviousStep, Step(Walk(On(MeasureStage.Requested, 9)), On(MeasureStage.Granted, 3)));

    [Fact]
    public void Refuses_a_day_that_has_not_come() => Refused.With(PartialDateErrors.InTheFuture, Record(new StepToRecord(MeasureStage.Requested, PartialDate.OnDay(Some.Today.AddDays(1)), "Letter")));

    [Fact]
    public void A_correction_takes_the_place_of_what_it_corrects_and_both_stay()
    {
        var measure = Walk(On(MeasureStage.Requested, 9), On(MeasureStage.Granted, 20));

        Assert.Empty(Step(measure, On(MeasureStage.Requested, 3) with { Corrects = 1 }).Refusals);

        Assert.Equal((MeasureStage.Granted, 3), (measure.Standing, measure.Steps.Count));
        Assert.Equal(Deadlines.For(MeasureClass.Urgent, new DateOnly(2017, 1, 3)), measure.DueOn);
        Refused.With(MeasureErrors.NothingToCorrect, Step(measure, On(MeasureStage.Requested, 4) with { Corrects = 1 }));
    }

    [Fact]
    public void Mending_a_typo_moves_no_deadline()
    {
        var measure = Walk(new StepToRecord(MeasureStage.Requested, Some.On(2017), "Leter"));
        var due = measure.DueOn;

        Assert.Empty(measure.RecordStep(new StepToRecord(MeasureStage.Requested, Some.On(2017), "Letter", Corrects: 1), Deadlines, Some.Today.AddDays(90), Some.StampAfter(90)).Refusals);
        Assert.Equal(due, measure.DueOn);

        Assert.Empty(measure.RecordStep(new StepToRecord(MeasureStage.Requested, Some.On(2017, 1), "Letter", Corrects: 2), Deadlines, Some.Today.AddDays(90), Some.StampAfter(90)).Refusals);
        Assert.Equal(due, measure.DueOn);
    }

    [Fact]
    public void What_is_asked_for_again_after_it_ended_has_the_whole_of_its_days()
    {
        var measure = Walk(On(MeasureStage.Requested, 2), On(MeasureStage.Granted, 4), On(MeasureStage.Expired, 9));

        Assert.Empty(Step(measure, On(MeasureStage.Requested, 20) with { Reopens = true }).Refusals);
        Assert.Equal(Deadlines.For(MeasureClass.Urgent, new DateOnly(2017, 1, 20)), measure.DueOn);

        Assert.Empty(Step(measure, On(MeasureStage.Granted, 21)).Refusals);
        Assert.Equal(Deadlines.For(MeasureClass.Urgent, new DateOnly(2017, 1, 20)), measure.DueOn);
    }

    [Fact]
    public void A_correction_may_not_do_what_a_new_entry_may_not()
    {
        var measure = Walk(On(MeasureStage.Requested, 2), On(MeasureStage.Granted, 4));

        Refused.With(MeasureErrors.GrantedAlready, Step(Walk(On(MeasureStage.Granted, 2), On(MeasureStage.Withdrawn, 4)), On(MeasureStage.Refused, 4) with { Corrects = 2 }));
        Refused.With(MeasureErrors.SilentlyReverses, Step(measure, On(MeasureStage.Implemented, 2) with { Corrects = 1 }));
    }

    [Fact]
    public void A_request_known_to_the_month_is_never_called_late_by_a_guess()
    {
        var measure = Record(new StepToRecord(MeasureStage.Requested, Some.On(2017, 1), "Letter")).Value;

        Assert.Equal(Deadlines.For(MeasureClass.Urgent, Some.Today), measure.DueOn);
    }

    [Fact]
    public void Is_judged_by_who_says_so_once_something_was_granted()
    {
        var measure = Walk(On(MeasureStage.Requested, 2));
        var judgement = new AdequacyToRecord("CT-ADQ-PARTIAL", "CT-ADS-PERSON", PartialDate.OnDay(Some.Today), "The patrol comes once a week");

        Refused.With(MeasureErrors.NothingToJudge, measure.Judge(judgement, TestTerms.Instance, Some.Today, Some.Stamp));
        Assert.Empty(Step(measure, On(MeasureStage.Granted, 4)).Refusals);
        Assert.Empty(measure.Judge(judgement, TestTerms.Instance, Some.Today, Some.Stamp).Refusals);

        Assert.Equal("CT-ADS-PERSON", measure.Judgements.Single().SaidByCode);
        Assert.Equal(
            ["Adequacy", "On", "Reason", "SaidBy"],
            measure.Judge(new AdequacyToRecord(null, null, PartialDate.Unknown, null), TestTerms.Instance, Some.Today, Some.Stamp).Refusals.Select(r => r.Field).Order());
    }

    [Fact]
    public void Says_everything_that_is_wrong_at_once() => Assert.Equal(
        ["Measure", "Mechanism", "Note", "Stage"],
        ProtectionMeasure.Record(default, _incident, new MeasureToRecord(null, null, "x", new StepToRecord(null, PartialDate.Unknown, null)), Deadlines, TestTerms.Instance, Some.Today, Some.Stamp).Refusals.Select(r => r.Field).Order());

    /// <summary>Whatever is recorded or refused: nothing is lost, where it stands is the last of what stands, and only what was said goes back.</summary>
    [Fact]
    public void Random_histories_keep_their_promises()
    {
        var random = new Random(20170125);
        for (var turn = 0; turn < 2000; turn++)
        {
            var recorded = Record(Any(random, 0));
            if (!recorded.TryGet(out var measure))
            {
                continue;
            }

            for (var step = 0; step < 6; step++)
            {
                var before = measure.Steps.Count;
                var accepted = Step(measure, Any(random, before)).IsSuccess;
                Assert.Equal(before + (accepted ? 1 : 0), measure.Steps.Count);
            }

            var counted = measure.Counted;
            Assert.Equal(measure.Standing, counted[^1].Stage);
            Assert.Equal(measure.Steps.Count(s => s.Corrects is null), counted.Count);
            Assert.All(counted.Zip(counted.Skip(1)), pair => Assert.True(
                pair.Second.Stage != pair.First.Stage && !pair.Second.On.IsBefore(pair.First.On) && (pair.Second.Reopens || (!pair.First.Stage.IsEnd() && pair.Second.Stage > pair.First.Stage))));
        }
    }

    private static StepToRecord Any(Random random, int steps) => new(
        MeasureStages.InOrder[random.Next(MeasureStages.InOrder.Count)],
        random.Next(4) == 0 ? PartialDate.Unknown : Some.On(2017, 1, 1 + random.Next(24)),
        "Letter",
        steps > 0 && random.Next(3) == 0 ? 1 + random.Next(steps) : null,
        random.Next(3) == 0);

    private static StepToRecord On(MeasureStage stage, int day) => new(stage, Some.On(2017, 1, day), "Letter of the mechanism");

    private static Result Step(ProtectionMeasure measure, StepToRecord step) => measure.RecordStep(step, Deadlines, Some.Today, Some.Stamp);

    private ProtectionMeasure Walk(params StepToRecord[] steps)
    {
        var measure = Record(steps[0]).Value;
        foreach (var step in steps.Skip(1))
        {
            Assert.Empty(Step(measure, step).Refusals);
        }

        return measure;
    }

    private Result<ProtectionMeasure> Record(StepToRecord first) => ProtectionMeasure.Record(
        new ProtectionMeasureId(Guid.CreateVersion7(Some.Now)), _incident, new MeasureToRecord(Some.Defender, "CT-PMC-FED", "CT-PRM-URG-3", first), Deadlines, TestTerms.Instance, Some.Today, Some.Stamp);
}
