using System.Diagnostics;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Authentication;
using CaseTracker.Application.Mail;
using CaseTracker.Domain.Mail;

namespace CaseTracker.Infrastructure.Mail;

/// <summary>Hands letters to a mail server.</summary>
public sealed class SmtpTransport(MailSettings settings) : IMailTransport
{
    private static readonly TimeSpan LongestProbe = TimeSpan.FromSeconds(20);

    public Task<MailFailure> ProbeAsync(CancellationToken cancellationToken) =>
        SmtpProbe.AskAsync(settings, settings.TimeOut < LongestProbe ? settings.TimeOut : LongestProbe, cancellationToken);

    public async Task<MailOutcome> SendAsync(Letter letter)
    {
        var began = Stopwatch.GetTimestamp();
        using var message = LetterMessage.Of(letter, settings.Sender);

        // A client of its own for each letter: a reused connection would leave open which letter a failure belongs to.
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.Security == MailSecurity.StartTls,
            Timeout = (int)settings.TimeOut.TotalMilliseconds,
        };
        GreetingName(client) = settings.Sender.Host;
        if (settings.User is not null)
        {
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        }

        try
        {
            await client.SendMailAsync(message);
            return MailOutcome.Accepted;
        }
        catch (SmtpException fault) when (fault.InnerException is SocketException)
        {
            // Only connecting fails like this; reading and writing fail with an IOException.
            return new MailOutcome(MailStatus.Pending, MailFailure.ServerUnreachable);
        }
        catch (SmtpException fault) when (fault.InnerException is AuthenticationException)
        {
            // No letter is begun before the conversation is encrypted.
            return new MailOutcome(MailStatus.Pending, MailFailure.NotSecure);
        }
        catch (SmtpException fault)
        {
            return Read((int)fault.StatusCode, timedOut: Stopwatch.GetElapsedTime(began) >= settings.TimeOut);
        }
    }

    /// <summary>A reply says what became of the letter. Without one (-1) the conversation broke off, and nobody knows.</summary>
    private static MailOutcome Read(int reply, bool timedOut) => reply switch
    {
        >= 400 and < 500 => new(MailStatus.Pending, MailFailure.PutOff),
        530 or 534 or 535 or 538 => new(MailStatus.Pending, MailFailure.SignInRefused),
        >= 500 and < 600 => new(MailStatus.Failed, MailFailure.Refused),
        _ => new(MailStatus.Uncertain, timedOut ? MailFailure.ServerSilent : MailFailure.ConnectionLost),
    };

    /// <summary>
    /// The library greets with the name of this machine, which the server writes into every letter that it passes on, and
    /// offers no setting for it. A runtime without this field fails loudly at the first letter, and in the tests before.
    /// </summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_clientDomain")]
    private static extern ref string? GreetingName(SmtpClient client);
}
