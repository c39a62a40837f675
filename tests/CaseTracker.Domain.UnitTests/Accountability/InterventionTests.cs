using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Accountability;

/// <summary>Today is 25 January 2017. A letter of 1 November 2016 with a period of 60 days was to be answered until 31 December.</summary>
public sealed class InterventionTests
{
    private static readonly DateOnly Due = new(2016, 12, 31);
    private static readonly ReplyToRecord Substantive = new(Some.On(2017, 1, 10), false, "05", "They take note of our concern");
    private static readonly ReplyToRecord Acknowledgement = new(Some.On(2016, 11, 5), true, null, null);
    private static readonly ReplyToRecord Silence = new(Some.On(2017, 1, 20), false, "06", "Asked by telephone: nothing was sent");

    [Fact]
    public void The_reply_is_due_after_the_period_of_its_channel()
    {
        Assert.Equal(Due, Sent().DueOn);
        Assert.Equal(new DateOnly(2016, 11, 16), Sent("AL", periods: new ReplyPeriods(60, new Dictionary<string, int> { ["AL"] = 15 })).DueOn);
        Assert.Null(Sent("CT-ITV-STATEMENT").DueOn);
    }

    /// <summary>Nobody is called late who may not be.</summary>
    [Fact]
    public void A_month_gives_the_period_from_its_last_day_and_never_from_a_day_to_come()
    {
        Assert.Equal(new DateOnly(2016, 11, 30).AddDays(60), Sent(on: Some.On(2016, 11)).DueOn);
        Assert.Equal(Some.Today.AddDays(60), Sent(on: Some.On(2017)).DueOn);
    }

    [Fact]
    public void Another_due_day_needs_its_reason_and_keeps_the_former()
    {
        Refused.With(SharedErrors.Required.On("DueReason"), Record(due: new DateOnly(2016, 11, 20)));
        Refused.With(InterventionErrors.DueBeforeLetter, Record(due: new DateOnly(2016, 10, 31), reason: "The letter says so"));
        Refused.With(InterventionErrors.DueTooFarAhead, Record(due: new DateOnly(2027, 1, 26), reason: "The letter says so"));
        Refused.With(InterventionErrors.NoReplyExpected, Record("CT-ITV-STATEMENT", due: new DateOnly(2017, 3, 1), reason: "The letter says so"));

        var set = Record(due: new DateOnly(2016, 11, 20), reason: "The letter says so").Value;
        var moved = Sent();
        Assert.Empty(moved.ChangeDue(new DateOnly(2017, 2, 1), "They asked for more time", Some.Today, Some.Stamp).Codes());

        Assert.Equal((Due, new DateOnly(2016, 11, 20)), (set.DueChanges[0].From, set.DueOn));
        Assert.Equal((Due, new DateOnly(2017, 2, 1)), (moved.DueChanges[0].From, moved.DueOn));
        Refused.With(InterventionErrors.SameDue, moved.ChangeDue(moved.DueOn, "Again", Some.Today, Some.Stamp));
    }

    /// <summary>On its due day a reply is still in time, and nobody can say yet that there was none.</summary>
    [Fact]
    public void That_there_was_no_reply_can_be_said_the_day_after_it_was_due()
    {
        var due = Sent();
        Assert.Empty(due.ChangeDue(Some.Today, "They asked for more time", Some.Today, Some.Stamp).Codes());
        var late = Sent();
        Assert.Empty(late.ChangeDue(Some.Today.AddDays(-1), "They asked for more time", Some.Today, Some.Stamp).Codes());
        var silence = Silence with { ReceivedOn = PartialDate.OnDay(Some.Today) };

        Assert.Equal(["Code"], due.RecordReply(silence, TestTerms.Instance, Some.Today, Some.Stamp).Refusals.Select(r => r.Field));
        Assert.True(late.RecordReply(silence, TestTerms.Instance, Some.Today, Some.Stamp).IsSuccess);
    }

    [Theory]
    [InlineData(2016, null, null, true)]
    [InlineData(2016, 11, null, true)]
    [InlineData(2016, 11, 1, true)]
    [InlineData(2016, 10, 31, false)]
    [InlineData(2016, 10, null, false)]
    [InlineData(2015, null, null, false)]
    public void A_reply_never_comes_before_its_letter_as_far_as_the_dates_tell(int year, int? month, int? day, bool may)
    {
        var reply = Sent().RecordReply(Substantive with { ReceivedOn = Some.On(year, month, day) }, TestTerms.Instance, Some.Today, Some.Stamp);

        Assert.Equal(may ? [] : [InterventionErrors.ReplyBeforeLetter.Code], reply.Codes());
    }

    [Fact]
    public void A_reply_is_dated_and_not_in_the_future()
    {
        Refused.With(SharedErrors.Required.On("ReceivedOn"), Reply(Sent(), Substantive with { ReceivedOn = PartialDate.Unknown }));
        Refused.With(PartialDateErrors.InTheFuture.On("ReceivedOn"), Reply(Sent(), Substantive with { ReceivedOn = Some.On(2017, 1, 26) }));
    }

    [Fact]
    public void An_acknowledgement_answers_nothing()
    {
        var intervention = Sent();

        Assert.Empty(Reply(intervention, Acknowledgement).Codes());

        Assert.Equal((InterventionState.Awaiting, InterventionStatus.Overdue), (intervention.State, intervention.State.On(intervention.DueOn, Some.Today)));
        Refused.With(InterventionErrors.NotGradable, intervention.Grade(1, "C", "It says nothing", TestTerms.Instance, Some.Stamp));
        Refused.With(InterventionErrors.NotGradable, Reply(intervention, Acknowledgement with { Grade = "C", GradeReason = "It says nothing" }));
    }

    [Fact]
    public void On_its_due_day_a_reply_is_in_time_and_overdue_the_day_after()
    {
        Assert.Equal(InterventionStatus.Awaiting, Sent().State.On(Due, Due));
        Assert.Equal(InterventionStatus.Overdue, Sent().State.On(Due, Due.AddDays(1)));
    }

    [Fact]
    public void A_reply_is_graded_when_somebody_grades_it_and_every_grade_stays()
    {
        var intervention = Sent();
        Assert.Empty(Reply(intervention, Substantive).Codes());
        Assert.Equal((InterventionState.Replied, null), (intervention.State, intervention.GradeCode));

        Refused.With(SharedErrors.Required.On("Reason"), intervention.Grade(1, "B", " ", TestTerms.Instance, Some.Stamp));
        Assert.Empty(intervention.Grade(1, "B", "They promised measures", TestTerms.Instance, Some.Stamp).Codes());
        Assert.Empty(intervention.Grade(1, "C", "The measures never came", TestTerms.Instance, Some.Stamp).Codes());

        Assert.Equal("C", intervention.GradeCode);
        Assert.Equal(["B", "C"], intervention.Gradings.Select(g => g.GradeCode));
        Refused.With(InterventionErrors.SameGrade, intervention.Grade(1, "C", "Again", TestTerms.Instance, Some.Stamp));
        Refused.With(SharedErrors.UnknownTerm, intervention.Grade(1, "F", "No such grade", TestTerms.Instance, Some.Stamp));
        Refused.With(SharedErrors.NotFound, intervention.Grade(9, "A", "No such reply", TestTerms.Instance, Some.Stamp));
    }

    [Fact]
    public void Silence_is_established_after_the_due_day_and_graded_d()
    {
        var young = Sent(on: Some.On(2017, 1, 10));
        Refused.With(InterventionErrors.NoReplyTooEarly.On("Code"), Reply(young, Silence));
        Refused.With(InterventionErrors.NoReplyTooEarly.On("ReceivedOn"), Reply(Sent(), Silence with { ReceivedOn = Some.On(2016, 12, 31) }));
        Refused.With(InterventionErrors.SilenceHasOneGrade, Reply(Sent(), Silence with { Grade = "A", GradeReason = "x" }));
        Refused.With(InterventionErrors.NoReplyExpected, Reply(Sent("CT-ITV-STATEMENT"), Silence));

        var intervention = Sent();
        Assert.Empty(Reply(intervention, Silence).Codes());

        Assert.Equal((InterventionState.Unanswered, "D"), (intervention.State, intervention.GradeCode));
        Refused.With(InterventionErrors.NotGradable, intervention.Grade(1, "E", "Worse", TestTerms.Instance, Some.Stamp));
    }

    [Fact]
    public void Silence_ends_with_the_first_reply_and_cannot_be_found_after_one()
    {
        var late = Sent();
        Assert.Empty(Reply(late, Silence).Codes());
        Assert.Empty(Reply(late, Substantive).Codes());
        var replied = Sent();
        Assert.Empty(Reply(replied, Substantive).Codes());

        Assert.Equal((InterventionState.Replied, null), (late.State, late.GradeCode));
        Refused.With(InterventionErrors.AlreadyReplied, Reply(replied, Silence));
        Assert.Empty(Reply(replied, Silence with { Corrects = 1 }).Codes());
        Assert.Equal(InterventionState.Unanswered, replied.State);
    }

    [Fact]
    public void A_correction_takes_the_place_of_the_entry_and_the_entry_stays()
    {
        var intervention = Sent();
        Assert.Empty(Reply(intervention, Substantive with { Grade = "A", GradeReason = "They acted" }).Codes());
        Assert.Empty(Reply(intervention, Acknowledgement with { Corrects = 1 }).Codes());

        Assert.Equal((InterventionState.Awaiting, null, 2), (intervention.State, intervention.GradeCode, intervention.Replies.Count));
        Refused.With(InterventionErrors.NothingToCorrect, Reply(intervention, Substantive with { Corrects = 1 }));
        Refused.With(SharedErrors.NotFound, intervention.Grade(1, "B", "It was corrected", TestTerms.Instance, Some.Stamp));
    }

    [Fact]
    public void A_withdrawn_reply_stays_to_be_read_and_one_is_awaited_as_before()
    {
        var intervention = Sent();
        Assert.Empty(Reply(intervention, Acknowledgement).Codes());
        Assert.Empty(Reply(intervention, Substantive with { Grade = "A", GradeReason = "They acted" }).Codes());

        Assert.Empty(intervention.WithdrawReply(2, "It answers another letter", Some.Stamp).Codes());

        Assert.Equal((InterventionState.Awaiting, InterventionStatus.Overdue), (intervention.State, intervention.State.On(intervention.DueOn, Some.Today)));
        Assert.Equal((null, null, 3), (intervention.Answer, intervention.GradeCode, intervention.Replies.Count));
        Assert.Equal(["A"], intervention.GradingsOf(2).Select(g => g.GradeCode));
        Refused.With(SharedErrors.NotFound, intervention.Grade(2, "B", "It was withdrawn", TestTerms.Instance, Some.Stamp));
        Refused.With(InterventionErrors.NothingToCorrect, Reply(intervention, Substantive with { Corrects = 2 }));
    }

    [Fact]
    public void Without_a_withdrawn_reply_the_one_before_counts_or_the_silence_or_the_closing()
    {
        var twice = Sent();
        Assert.Empty(Reply(twice, Substantive with { ReceivedOn = Some.On(2016, 12, 1), Grade = "B", GradeReason = "Measures" }).Codes());
        Assert.Empty(Reply(twice, Substantive with { Grade = "E", GradeReason = "Denial" }).Codes());
        Assert.Empty(twice.WithdrawReply(2, "It answers another letter", Some.Stamp).Codes());
        Assert.Equal((InterventionState.Replied, "B"), (twice.State, twice.GradeCode));

        var silent = Sent();
        Assert.Empty(Reply(silent, Silence).Codes());
        Assert.Empty(Reply(silent, Substantive).Codes());
        Assert.Empty(silent.WithdrawReply(2, "It answers another letter", Some.Stamp).Codes());
        Assert.Equal((InterventionState.Unanswered, "D"), (silent.State, silent.GradeCode));
        Assert.Empty(silent.WithdrawReply(1, "Nobody had asked yet", Some.Stamp).Codes());
        Assert.Equal((InterventionState.Awaiting, null), (silent.State, silent.GradeCode));

        var closed = Sent();
        Assert.Empty(closed.Close("Put again in a joint letter", Some.Stamp).Codes());
        Assert.Empty(Reply(closed, Substantive).Codes());
        Assert.Empty(closed.WithdrawReply(1, "It answers another letter", Some.Stamp).Codes());
        Assert.Equal(InterventionState.Closed, closed.State);
    }

    [Fact]
    public void A_withdrawal_of_a_reply_says_why_and_is_final()
    {
        var intervention = Sent();
        Assert.Empty(Reply(intervention, Substantive).Codes());

        Refused.With(SharedErrors.Required.On("Reason"), intervention.WithdrawReply(1, " ", Some.Stamp));
        Refused.With(InterventionErrors.NothingToWithdraw, intervention.WithdrawReply(2, "It answers another letter", Some.Stamp));
        Assert.Empty(intervention.WithdrawReply(1, "It answers another letter", Some.Stamp).Codes());
        Refused.With(InterventionErrors.NothingToWithdraw, intervention.WithdrawReply(1, "Again", Some.Stamp));
        Refused.With(InterventionErrors.NothingToWithdraw, intervention.WithdrawReply(2, "It was right after all", Some.Stamp));
        Assert.Empty(Reply(intervention, Substantive).Codes());
        Assert.Equal(InterventionState.Replied, intervention.State);
    }

    [Fact]
    public void An_older_reply_that_is_entered_late_does_not_take_the_place_of_a_newer_one()
    {
        var intervention = Sent();
        Assert.Empty(Reply(intervention, Substantive with { Grade = "B", GradeReason = "Measures" }).Codes());
        Assert.Empty(Reply(intervention, Substantive with { ReceivedOn = Some.On(2016, 11, 20), Grade = "E", GradeReason = "Denial" }).Codes());

        Assert.Equal("B", intervention.GradeCode);
    }

    [Fact]
    public void Who_waits_no_more_says_why_and_a_late_reply_still_counts()
    {
        var intervention = Sent();
        Refused.With(SharedErrors.Required.On("Reason"), intervention.Close(" ", Some.Stamp));
        Assert.Empty(intervention.Close("Put again in a joint letter", Some.Stamp).Codes());

        Assert.Equal(InterventionState.Closed, intervention.State);
        Refused.With(InterventionErrors.NotAwaiting, intervention.Close("Again", Some.Stamp));
        Refused.With(InterventionErrors.NotAwaiting, intervention.ChangeDue(Some.Today, "Later", Some.Today, Some.Stamp));
        Assert.Empty(Reply(intervention, Substantive).Codes());
        Assert.Equal(InterventionState.Replied, intervention.State);
    }

    [Fact]
    public void What_a_release_asks_is_put_to_the_state_by_it_or_after_it()
    {
        var about = InterventionSubject.Of(AskId.New(Some.Now), Some.On(2016, 6));
        Result<Intervention> Track(PartialDate on) => Intervention.Record(InterventionId.New(Some.Now), about, new("UA", "ignored", on, null), TestTerms.Instance, ReplyPeriods.Default, Some.Today, Some.Stamp);

        Refused.With(ReferenceErrors.BeforeItWasAsked.On("SentOn"), Track(Some.On(2016, 5, 31)));
        Assert.Null(Track(Some.On(2016, 6)).Value.Addressee);
    }

    [Fact]
    public void Everything_that_is_wrong_is_named_at_once()
    {
        var answer = Intervention.Record(InterventionId.New(Some.Now), About, new("nonsense", null, PartialDate.Unknown, new string('x', 5000)), TestTerms.Instance, ReplyPeriods.Default, Some.Today, Some.Stamp);

        Assert.Equal(["Addressee", "SentOn", "Summary", "Type"], answer.Refusals.Select(r => r.Field).Order());
    }

    private static InterventionSubject About => InterventionSubject.Of(IncidentId.New(Some.Now), null, demonstration: false);

    private static Result<Intervention> Record(string type = "UA", PartialDate? on = null, DateOnly? due = null, string? reason = null, ReplyPeriods? periods = null) => Intervention.Record(
        InterventionId.New(Some.Now), About, new(type, "Secretaría de Gobernación", on ?? Some.On(2016, 11, 1), "Protect her", due, reason), TestTerms.Instance, periods ?? ReplyPeriods.Default, Some.Today, Some.Stamp);

    private static Intervention Sent(string type = "UA", PartialDate? on = null, ReplyPeriods? periods = null) => Record(type, on, periods: periods).Value;

    private static Result Reply(Intervention intervention, ReplyToRecord told) => intervention.RecordReply(told, TestTerms.Instance, Some.Today, Some.Stamp);
}
