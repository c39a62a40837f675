using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using CaseTracker.Application.Mail;

namespace CaseTracker.Infrastructure.Mail;

/// <summary>A letter as a message, the same for a server and for the folder.</summary>
internal static class LetterMessage
{
    public static MailMessage Of(Letter letter, MailAddress sender)
    {
        var message = new MailMessage(sender, new MailAddress(letter.To))
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Body,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };

        // Named after the sender's domain: the default would be the name of this machine.
        message.Headers["Message-ID"] = $"<{letter.Id.Value:N}@{sender.Host}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.Headers["Content-Language"] = letter.Language;
        return message;
    }
}
