using CaseTracker.Application.Jobs;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Mail;
using CaseTracker.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseTracker.Application.Mail;

/// <summary>How long this node leaves a mail server alone that did not answer. Lives as long as the process.</summary>
public sealed class MailPause
{
    private int _failures;

    public DateTimeOffset Until { get; private set; } = DateTimeOffset.MinValue;

    public void Lengthen(DateTimeOffset now) => Until = now + BackOff.After(++_failures);

    public void End()
    {
        _failures = 0;
        Until = DateTimeOffset.MinValue;
    }
}

/// <summary>
/// Sends what is due. A mail is claimed by a conditional update that also counts the attempt; only the holder of that number
/// may go on, so a node that slept through its lease neither sends nor writes. Where the conversation broke off after it had
/// begun, SMTP cannot tell whether the letter was taken: it becomes uncertain and waits for a person.
/// </summary>
public sealed partial class MailQueue(ICaseTrackerDb db, IMailTransport transport, ReminderLetters letters, MailPause pause, Calendar calendar, ILogger<MailQueue> logger)
    : IRecurringWork
{
    /// <summary>Longer than any conversation with a server may take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const int Batch = 50;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = calendar.Now;
        if (now < pause.Until)
        {
            return 0;
        }

        var due = await db.OutgoingMail
            .Where(m => m.Status == MailStatus.Pending && m.NextAttemptAt <= now)
            .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id)
            .Take(Batch)
            .Select(m => new Waiting(m.Id, m.Attempts))
            .ToListAsync(cancellationToken);
        if (due.Count == 0 || !await IsServerReadyAsync(now, cancellationToken))
        {
            return 0;
        }

        var sent = 0;
        foreach (var mail in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = await SendAsync(mail, cancellationToken);
            sent += outcome == MailOutcome.Accepted ? 1 : 0;
            if (outcome is { Failure: not (MailFailure.None or MailFailure.Refused or MailFailure.PutOff or MailFailure.RecipientNotConcerned) })
            {
                // What is wrong is not this letter: the rest have not been begun and wait until the server has been asked again.
                pause.Lengthen(calendar.Now);
                break;
            }
        }

        return sent;
    }

    private async Task<bool> IsServerReadyAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var failure = await transport.ProbeAsync(cancellationToken);
        if (failure == MailFailure.None)
        {
            pause.End();
            return true;
        }

        pause.Lengthen(calendar.Now);
        var again = pause.Until;
        var waiting = await db.OutgoingMail
            .Where(m => m.Status == MailStatus.Pending && m.NextAttemptAt <= now)
            .ExecuteUpdateAsync(
                s => s.SetProperty(m => m.Attempts, m => m.Attempts + 1).SetProperty(m => m.LastFailure, failure).SetProperty(m => m.NextAttemptAt, again),
                cancellationToken);
        LogNotReady(logger, failure, waiting);
        return false;
    }

    /// <returns>Null if somebody else has it, or had it in the meantime.</returns>
    private async Task<MailOutcome?> SendAsync(Waiting mail, CancellationToken cancellationToken)
    {
        var attempt = mail.Attempts + 1;
        var until = calendar.Now + Lease;
        var claimed = await db.OutgoingMail
            .Where(m => m.Id == mail.Id && m.Status == MailStatus.Pending && m.Attempts == mail.Attempts)
            .ExecuteUpdateAsync(
                s => s.SetProperty(m => m.Status, MailStatus.Sending).SetProperty(m => m.Attempts, attempt).SetProperty(m => m.ClaimedUntil, until),
                cancellationToken);
        if (claimed == 0)
        {
            return null;
        }

        var letter = await letters.WriteAsync(mail.Id, cancellationToken);
        var outcome = letter is null ? new MailOutcome(MailStatus.Failed, MailFailure.RecipientNotConcerned) : await SendIfHeldAsync(mail.Id, attempt, letter);
        if (outcome is not null && await FinishAsync(mail.Id, attempt, outcome) == 0)
        {
            LogFenced(logger);
        }

        return outcome;
    }

    /// <summary>Renewing the claim at the last moment turns away a node that was paused between claiming and sending.</summary>
    private async Task<MailOutcome?> SendIfHeldAsync(OutgoingMailId id, int attempt, Letter letter)
    {
        var now = calendar.Now;
        var until = now + Lease;
        var held = await Held(id, attempt).Where(m => m.ClaimedUntil > now).ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedUntil, until));
        if (held == 0)
        {
            LogFenced(logger);
            return null;
        }

        return await transport.SendAsync(letter);
    }

    private Task<int> FinishAsync(OutgoingMailId id, int attempt, MailOutcome outcome)
    {
        var now = calendar.Now;
        var again = outcome.Status == MailStatus.Pending ? now + BackOff.After(attempt) : now;
        var sentAt = outcome.Status == MailStatus.Sent ? now : (DateTimeOffset?)null;
        return Held(id, attempt).ExecuteUpdateAsync(s => s
            .SetProperty(m => m.Status, outcome.Status)
            .SetProperty(m => m.LastFailure, outcome.Failure)
            .SetProperty(m => m.NextAttemptAt, again)
            .SetProperty(m => m.SentAt, sentAt)
            .SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null));
    }

    private IQueryable<OutgoingMail> Held(OutgoingMailId id, int attempt) =>
        db.OutgoingMail.Where(m => m.Id == id && m.Status == MailStatus.Sending && m.Attempts == attempt);

    [LoggerMessage(LogLevel.Warning, "No mail can go out ({Failure}); {Count} wait")]
    private static partial void LogNotReady(ILogger logger, MailFailure failure, int count);

    [LoggerMessage(LogLevel.Warning, "A mail was claimed anew while this node held it; what this node did with it is not recorded")]
    private static partial void LogFenced(ILogger logger);

    private sealed record Waiting(OutgoingMailId Id, int Attempts);
}

/// <summary>A node that stopped while sending leaves a mail of which nobody can say whether it went out.</summary>
public sealed class SweepMailClaims(ICaseTrackerDb db, Calendar calendar) : IRecurringWork
{
    public Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = calendar.Now;
        return db.OutgoingMail
            .Where(m => m.Status == MailStatus.Sending && m.ClaimedUntil < now)
            .ExecuteUpdateAsync(
                s => s.SetProperty(m => m.Status, MailStatus.Uncertain)
                    .SetProperty(m => m.LastFailure, MailFailure.SenderStopped)
                    .SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null),
                cancellationToken);
    }
}
