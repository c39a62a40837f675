using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Accountability;

public static class InterventionErrors
{
    public static readonly Refusal ReplyBeforeLetter = new("intervention.reply_before_letter", Field: nameof(Reply.ReceivedOn));
    public static readonly Refusal NothingToCorrect = new("intervention.nothing_to_correct", Field: nameof(Reply.Corrects));
    public static readonly Refusal NothingToWithdraw = new("intervention.nothing_to_withdraw", Field: "Entry");
    public static readonly Refusal NoReplyExpected = new("intervention.no_reply_expected");
    public static readonly Refusal NoReplyTooEarly = new("intervention.no_reply_too_early");
    public static readonly Refusal AlreadyReplied = new("intervention.already_replied", Field: nameof(Reply.Code));
    public static readonly Refusal SilenceHasOneGrade = new("intervention.silence_has_one_grade", Field: "Grade");
    public static readonly Refusal NotGradable = new("intervention.not_gradable");
    public static readonly Refusal SameGrade = new("intervention.same_grade", Field: "Grade");
    public static readonly Refusal NotAwaiting = new("intervention.not_awaiting");
    public static readonly Refusal SameDue = new("intervention.same_due", Field: nameof(Intervention.DueOn));
    public static readonly Refusal DueBeforeLetter = new("intervention.due_before_letter", Field: nameof(Intervention.DueOn));
    public static readonly Refusal DueTooFarAhead = new("intervention.due_too_far_ahead", Field: nameof(Intervention.DueOn));
    public static readonly Refusal StillReminded = new("intervention.still_reminded");
    public static readonly Refusal OtherProceeding = new("intervention.other_proceeding", Field: "Proceeding");
}
