using CaseTracker.Domain.Mail;

namespace CaseTracker.Application.Mail;

/// <summary>What is sent: a constant text around a number and a link.</summary>
/// <param name="Id">The same on every attempt, so that a mailbox which gets it twice can tell.</param>
/// <param name="Language"><c>en</c> or <c>es</c>.</param>
public sealed record Letter(OutgoingMailId Id, string To, string Language, string Subject, string Body);

/// <summary>How one attempt ended.</summary>
/// <param name="Status"><see cref="MailStatus.Sent"/>, <see cref="MailStatus.Pending"/> (again later), <see cref="MailStatus.Uncertain"/> or <see cref="MailStatus.Failed"/>.</param>
public sealed record MailOutcome(MailStatus Status, MailFailure Failure)
{
    public static readonly MailOutcome Accepted = new(MailStatus.Sent, MailFailure.None);
}

/// <summary>A way out for letters. Every call ends within its own time-out, well before a claim on a mail lapses.</summary>
public interface IMailTransport
{
    /// <summary>Asks whether letters can go out at all, without sending any.</summary>
    /// <returns><see cref="MailFailure.None"/> if they can.</returns>
    Task<MailFailure> ProbeAsync(CancellationToken cancellationToken);

    /// <summary>Not cancellable on purpose: half a conversation would leave it unknown whether the letter was taken.</summary>
    Task<MailOutcome> SendAsync(Letter letter);
}
