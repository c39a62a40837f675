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

    public static async Task<MailFailure> AskAsync(string host, int port, string greeting, TimeSpan timeOut, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeOut);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, limit.Token);
            await using var stream = client.GetStream();
            if (await ReadCodeAsync(stream, limit.Token) is not 220)
            {
                return MailFailure.ServerUnreachable;
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes($"EHLO {greeting}\r\n"), limit.Token);
            if (await ReadCodeAsync(stream, limit.Token) is not 250)
            {
                return MailFailure.ServerUnreachable;
            }

            await stream.WriteAsync("QUIT\r\n"u8.ToArray(), limit.Token);
            return MailFailure.None;
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

    /// <returns>The reply's code, or null if what came is no reply.</returns>
    private static async Task<int?> ReadCodeAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        while (true)
        {
            var line = await ReadLineAsync(stream, cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var code))
            {
                return null;
            }

            if (line.Length == 3 || line[3] != '-')
            {
                return code;
            }
        }
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
