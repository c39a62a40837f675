using System.Net;
using System.Net.Mail;
using CaseTracker.Application.Mail;
using CaseTracker.Domain.Mail;

namespace CaseTracker.Infrastructure.Mail;

/// <summary>Hands letters to a mail server.</summary>
internal sealed class SmtpTransport(MailSettings settings) : IMailTransport
{
    private static readonly TimeSpan LongestProbe = TimeSpan.FromSeconds(20);

    public Task<MailFailure> ProbeAsync(CancellationToken cancellationToken) => SmtpProbe.AskAsync(
        settings.Host!, settings.Port, settings.Sender.Host, settings.TimeOut < LongestProbe ? settings.TimeOut : LongestProbe, cancellationToken);

    public async Task<MailOutcome> SendAsync(Letter letter)
    {
        using var limit = new CancellationTokenSource(settings.TimeOut);
        using var message = LetterMessage.Of(letter, settings.Sender);

        // A client of its own for each letter: a reused connection would leave open which letter a failure belongs to.
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Security == MailSecurity.StartTls };
        if (settings.User is not null)
        {
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        }

        try
        {
            await client.SendMailAsync(message, limit.Token);
            return MailOutcome.Accepted;
        }
        catch (OperationCanceledException)
        {
            return new MailOutcome(MailStatus.Uncertain, MailFailure.ServerSilent);
        }
        catch (SmtpException fault)
        {
            return Read((int)fault.StatusCode);
        }
    }

    /// <summary>A reply says what became of the letter. Without one (-1) the conversation broke off, and nobody knows.</summary>
    private static MailOutcome Read(int reply) => reply switch
    {
        >= 400 and < 500 => new(MailStatus.Pending, MailFailure.PutOff),
        530 or 534 or 535 or 538 => new(MailStatus.Pending, MailFailure.SignInRefused),
        >= 500 and < 600 => new(MailStatus.Failed, MailFailure.Refused),
        _ => new(MailStatus.Uncertain, MailFailure.ConnectionLost),
    };
}
