using System.Net.Sockets;
using System.Text;
using CaseTracker.Domain.Mail;

namespace CaseTracker.Infrastructure.Mail;

/// <summary>
/// Greets the server and leaves: what fails here has certainly not sent anything, which cannot be said once a letter's own
/// conversation has begun.
/// </summary>
internal static class SmtpProbe
{
    private const int LongestLine = 2000;
    private const int MostLines = 100;

    public static async Task<MailFailure> AskAsync(MailSettings settings, TimeSpan timeOut, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeOut);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(settings.Host!, settings.Port, limit.Token);
            await using var stream = client.GetStream();
            if ((await ReadReplyAsync(stream, limit.Token)).Code is not 220)
            {
                return MailFailure.ServerUnreachable;
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes($"EHLO {settings.Sender.Host}\r\n"), limit.Token);
            var (code, offers) = await ReadReplyAsync(stream, limit.Token);
            if (code is not 250)
            {
                return MailFailure.ServerUnreachable;
            }

            await stream.WriteAsync("QUIT\r\n"u8.ToArray(), limit.Token);
            return settings.Security == MailSecurity.StartTls && !offers.Contains("STARTTLS", StringComparer.OrdinalIgnoreCase) ? MailFailure.NotSecure : MailFailure.None;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return MailFailure.ServerSilent;
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            return MailFailure.ServerUnreachable;
        }
    }

    /// <returns>The reply's code, null if what came is no reply, and the texts of its lines.</returns>
    private static async Task<(int? Code, IReadOnlyList<string> Lines)> ReadReplyAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(stream, cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var code))
            {
                return (null, lines);
            }

            lines.Add(line.Length > 4 ? line[4..].Trim() : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return (code, lines);
            }
        }

        return (null, lines);
    }

    private static async Task<string> ReadLineAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (line.Length < LongestLine && await stream.ReadAsync(one, cancellationToken) == 1 && one[0] != '\n')
        {
            line.Append((char)one[0]);
        }

        return line.ToString().TrimEnd('\r');
    }
}
