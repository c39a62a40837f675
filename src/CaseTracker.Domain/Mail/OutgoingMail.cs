using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Mail;

public readonly record struct OutgoingMailId(Guid Value) : IStronglyTypedId<OutgoingMailId>
{
    public static OutgoingMailId From(Guid value) => new(value);

    public static OutgoingMailId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public enum MailStatus
{
    Pending = 0,

    /// <summary>One node has it until <see cref="OutgoingMail.ClaimedUntil"/>.</summary>
    Sending = 1,
    Sent = 2,

    /// <summary>The server may or may not have taken it. Only a person decides whether it goes out again.</summary>
    Uncertain = 3,
    Failed = 4,

    /// <summary>A person has looked at it and leaves it as it is.</summary>
    Settled = 5,
}

/// <summary>Why the last attempt did not end with the server's acceptance. Our own words; what a server said is never kept.</summary>
public enum MailFailure
{
    None = 0,
    ServerUnreachable = 1,
    ServerSilent = 2,

    /// <summary>The server said "later" (a reply of the 400s).</summary>
    PutOff = 3,

    /// <summary>The server said "never" (a reply of the 500s).</summary>
    Refused = 4,

    /// <summary>The conversation broke off after it had begun.</summary>
    ConnectionLost = 5,

    /// <summary>The node that was sending it stopped before it could say how it ended.</summary>
    SenderStopped = 6,

    /// <summary>The member has left, or no longer works on the incident.</summary>
    RecipientNotConcerned = 7,

    /// <summary>The mail folder could not be written to.</summary>
    FolderUnwritable = 8,
    SignInRefused = 9,

    /// <summary>No encrypted conversation: the server offers none, or its certificate is not to be trusted.</summary>
    NotSecure = 10,
}

/// <summary>
/// An e-mail that says that a notice exists. Its text is made when it is sent and holds a number and a link; nothing of it
/// is kept here. <see cref="Attempts"/> grows with every claim, so that a node which slept through its lease is fenced off.
/// </summary>
public sealed class OutgoingMail
{
    private OutgoingMail()
    {
    }

    public OutgoingMailId Id { get; private init; }

    public Guid NoticeId { get; private init; }

    public MemberId MemberId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public MailStatus Status { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Not before this moment.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    public DateTimeOffset? ClaimedUntil { get; private set; }

    public MailFailure LastFailure { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public static OutgoingMail About(Notice notice) =>
        new() { Id = OutgoingMailId.New(notice.At), NoticeId = notice.Id, MemberId = notice.MemberId, At = notice.At, NextAttemptAt = notice.At };

    /// <summary>A person accepts that it may arrive twice.</summary>
    public Result SendAgain(DateTimeOffset at)
    {
        if (!AwaitsSomebody)
        {
            return MailErrors.NothingToDecide;
        }

        Status = MailStatus.Pending;
        NextAttemptAt = at;
        return Result.Success;
    }

    public Result Settle()
    {
        if (!AwaitsSomebody)
        {
            return MailErrors.NothingToDecide;
        }

        Status = MailStatus.Settled;
        return Result.Success;
    }

    private bool AwaitsSomebody => Status is MailStatus.Uncertain or MailStatus.Failed;
}

public static class MailErrors
{
    public static readonly Refusal NothingToDecide = new("mail.nothing_to_decide", RefusalKind.Conflict);
}
