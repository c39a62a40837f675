using System.Net.Mail;
using CaseTracker.Infrastructure.Hosting;
using Microsoft.Extensions.Configuration;

namespace CaseTracker.Infrastructure.Mail;

public enum MailSecurity
{
    None,
    StartTls,
}

/// <summary>How mail leaves, from configuration (see README). Without a host, letters are put into a folder.</summary>
public sealed record MailSettings
{
    public string? Host { get; init; }

    public int Port { get; init; } = 25;

    public MailSecurity Security { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    public MailAddress Sender { get; init; } = new("casetracker@localhost");

    public string PickupDirectory { get; init; } = "";

    /// <summary>For one whole conversation with the server; well below the lease of a claim.</summary>
    public TimeSpan TimeOut { get; init; } = TimeSpan.FromSeconds(60);

    /// <exception cref="InvalidOperationException">A value is unusable; the message names its key.</exception>
    public static MailSettings Read(IConfiguration configuration, DatabaseOptions database)
    {
        var mail = configuration.GetSection("Mail");
        var host = Text(mail["Host"]);
        var security = host is null || Text(mail["Security"]) is not { } chosen ? (MailSecurity?)null
            : Enum.TryParse<MailSecurity>(chosen, ignoreCase: true, out var known) ? known
            : throw new InvalidOperationException("Mail:Security must be None or StartTls.");
        var from = Text(mail["From"]) ?? "casetracker@localhost";
        return new MailSettings
        {
            Host = host,

            // Encryption unless somebody says otherwise, and a mail server on this machine is somebody who does.
            Security = security ?? (host is "localhost" or "127.0.0.1" or "::1" ? MailSecurity.None : MailSecurity.StartTls),
            Port = Text(mail["Port"]) is not { } port ? 25
                : int.TryParse(port, out var number) && number is > 0 and < 65536 ? number
                : throw new InvalidOperationException("Mail:Port must be a port number."),
            User = Text(mail["User"]),
            Password = mail["Password"],
            Sender = MailAddress.TryCreate(from, out var sender) ? sender : throw new InvalidOperationException("Mail:From must be a mail address."),
            PickupDirectory = Path.GetFullPath(Text(mail["PickupDirectory"]) ?? Path.Combine(database.DataDirectory, "mail")),
        };
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
