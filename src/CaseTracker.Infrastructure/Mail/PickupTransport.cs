using System.Net.Mail;
using CaseTracker.Application.Mail;
using CaseTracker.Domain.Mail;

namespace CaseTracker.Infrastructure.Mail;

/// <summary>
/// Puts letters as .eml files into a folder, from which a mail server or a person takes them. A file appears whole or not at
/// all, and a letter that is sent again replaces itself.
/// </summary>
public sealed class PickupTransport(MailSettings settings) : IMailTransport
{
    public Task<MailFailure> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Workshop);
            return Task.FromResult(MailFailure.None);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(MailFailure.FolderUnwritable);
        }
    }

    public async Task<MailOutcome> SendAsync(Letter letter)
    {
        var own = Path.Combine(Workshop, letter.Id.Value.ToString("N"));
        try
        {
            Directory.CreateDirectory(own);
            foreach (var left in Directory.EnumerateFiles(own))
            {
                File.Delete(left);
            }

            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = own })
            using (var message = LetterMessage.Of(letter, settings.Sender))
            {
                await client.SendMailAsync(message);
            }

            var written = Directory.EnumerateFiles(own).Single();
            await using (var file = new FileStream(written, FileMode.Open, FileAccess.ReadWrite))
            {
                file.Flush(flushToDisk: true);
            }

            File.Move(written, Path.Combine(settings.PickupDirectory, $"{letter.Id.Value:N}.eml"), overwrite: true);
            Directory.Delete(own);
            return MailOutcome.Accepted;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SmtpException)
        {
            // What is not in the folder under its own name has not been sent: trying again is safe.
            return new MailOutcome(MailStatus.Pending, MailFailure.FolderUnwritable);
        }
    }

    /// <summary>In the same file system as the folder, so that the last step is a rename.</summary>
    private string Workshop => Path.Combine(settings.PickupDirectory, ".writing");
}
