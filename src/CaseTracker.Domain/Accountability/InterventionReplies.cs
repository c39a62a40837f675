using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.Accountability;

/// <summary>The replies to an intervention, and how good they are.</summary>
public sealed partial class Intervention
{
    public Result RecordReply(ReplyToRecord told, ITerms terms, DateOnly today, Stamp stamp)
    {
        var standing = StageHistory.Standing(_replies);
        var refusals = new List<Refusal>();
        if (told.Corrects is { } wrong && standing.All(r => r.Sequence != wrong))
        {
            refusals.Add(InterventionErrors.NothingToCorrect);
        }

        var isNone = !told.IsAcknowledgement && told.Code == Reply.None;
        refusals.AddRange(CheckReceived(told.ReceivedOn, today));
        var substance = CleanText.Lines(told.Substance, Reply.SubstanceLimit, nameof(Reply.Substance), required: !told.IsAcknowledgement);
        refusals.AddRange(substance.Refusals);
        var grade = string.IsNullOrWhiteSpace(told.Grade) ? null : told.Grade;
        var why = CleanText.Lines(told.GradeReason, ReasonLimit, "GradeReason", required: grade is not null && !isNone);
        refusals.AddRange(why.Refusals);
        refusals.RequireTerm(terms, Lists.ReplyGrades, grade, "Grade", required: false);
        if (told.IsAcknowledgement)
        {
            refusals.AddRange(grade is null ? [] : [InterventionErrors.NotGradable.On("Grade")]);
        }
        else
        {
            refusals.RequireTerm(terms, Lists.ReplyCodes, told.Code, nameof(Reply.Code));
            refusals.AddRange(isNone ? CheckNone(told, grade, standing, today) : []);
        }

        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        var reply = new Reply(_replies.Count + 1, told, Sealing.Of(substance.Value), stamp);
        _replies.Add(reply);
        if (isNone)
        {
            // Silence has one grade, and the reason is what was just written.
            AddGrading(reply.Sequence, Reply.GradeOfNone, substance.Value!, stamp);
        }
        else if (grade is not null)
        {
            AddGrading(reply.Sequence, grade, why.Value!, stamp);
        }

        Rederive(stamp);
        return Result.Success;
    }

    /// <summary>Takes back a reply that was entered by mistake: what the State is said to have answered is as if nobody had recorded it.</summary>
    public Result WithdrawReply(int reply, string? reason, Stamp stamp)
    {
        var why = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        var refusals = why.Refusals.ToList();
        var wrong = StageHistory.Standing(_replies).FirstOrDefault(r => r.Sequence == reply);
        if (wrong is null)
        {
            refusals.Add(InterventionErrors.NothingToWithdraw);
        }

        if (refusals.Count == 0)
        {
            _replies.Add(new Reply(_replies.Count + 1, wrong!, Sealed<string>.Of(why.Value!), stamp));
            Rederive(stamp);
        }

        return Result.Of(refusals);
    }

    /// <summary>Grades a reply, or grades it anew: the former grade stays on record.</summary>
    public Result Grade(int reply, string? grade, string? reason, ITerms terms, Stamp stamp)
    {
        if (StageHistory.Standing(_replies).FirstOrDefault(r => r.Sequence == reply) is not { } graded)
        {
            return SharedErrors.NotFound;
        }

        var refusals = new List<Refusal>();
        refusals.RequireTerm(terms, Lists.ReplyGrades, grade, "Grade");
        var why = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        refusals.AddRange(why.Refusals);
        if (graded.IsAcknowledgement || graded.IsNone)
        {
            refusals.Add(InterventionErrors.NotGradable.On("Grade"));
        }
        else if (refusals.Count == 0 && GradingOf(reply)?.GradeCode == grade)
        {
            refusals.Add(InterventionErrors.SameGrade);
        }

        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        AddGrading(reply, grade!, why.Value!, stamp);
        Rederive(stamp);
        return Result.Success;
    }

    /// <summary>The grading that counts: the last of this reply.</summary>
    public Grading? GradingOf(int reply) => GradingsOf(reply).LastOrDefault();

    /// <summary>
    /// Gradings of a reply, oldest first, with those of the entry that it corrects: while its code is the same, a corrected date or
    /// wording is no other reply, and its grade stays.
    /// </summary>
    public IEnumerable<Grading> GradingsOf(int reply)
    {
        var recorded = _replies.Find(r => r.Sequence == reply);
        var same = StageHistory.Corrected(_replies, recorded?.Corrects).TakeWhile(wrong => wrong.Code == recorded!.Code).Select(wrong => wrong.Sequence).Append(reply).ToList();
        return _gradings.Where(g => same.Contains(g.ReplySequence)).OrderBy(g => g.Sequence);
    }

    private void AddGrading(int reply, string grade, string reason, Stamp stamp) =>
        _gradings.Add(new Grading(_gradings.Count + 1, reply, grade, Sealed<string>.Of(reason), stamp));

    private IEnumerable<Refusal> CheckReceived(PartialDate received, DateOnly today) =>
        !received.IsKnown ? [SharedErrors.Required.On(nameof(Reply.ReceivedOn))]
        : received.IsAfter(today) ? [PartialDateErrors.InTheFuture.On(nameof(Reply.ReceivedOn))]
        : received.IsBefore(SentOn) ? [InterventionErrors.ReplyBeforeLetter]
        : [];

    /// <summary>That there was no reply can be said once its time has passed, and only where there was none.</summary>
    private IEnumerable<Refusal> CheckNone(ReplyToRecord told, string? grade, IEnumerable<Reply> standing, DateOnly today)
    {
        if (DueOn is not { } due)
        {
            yield return InterventionErrors.NoReplyExpected.On(nameof(Reply.Code));
            yield break;
        }

        if (today <= due)
        {
            yield return InterventionErrors.NoReplyTooEarly.On(nameof(Reply.Code)).With(due);
        }
        else if (told.ReceivedOn.Latest <= due)
        {
            yield return InterventionErrors.NoReplyTooEarly.On(nameof(Reply.ReceivedOn)).With(due);
        }

        if (standing.Any(r => r is { IsAcknowledgement: false, IsNone: false } && r.Sequence != told.Corrects))
        {
            yield return InterventionErrors.AlreadyReplied;
        }

        if (grade is not null && grade != Reply.GradeOfNone)
        {
            yield return InterventionErrors.SilenceHasOneGrade;
        }
    }
}
