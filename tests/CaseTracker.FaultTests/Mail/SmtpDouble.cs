using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CaseTracker.FaultTests.Mail;

/// <summary>What a mail server does wrong.</summary>
public enum Mood
{
    Obliging,
    SilentBeforeBanner,
    PutsRecipientsOff,
    RefusesRecipients,
    PutsLettersOff,
    DropsAfterFinalDot,
    SilentAfterFinalDot,
}

/// <summary>A mail server on loopback that holds the real conversation, and keeps every letter that was ended with a dot.</summary>
public sealed class SmtpDouble : IAsyncDisposable
{
    private readonly List<Task> _conversations = [];
    private readonly List<byte[]> _letters = [];
    private readonly List<string> _envelopes = [];
    private readonly List<string> _greetings = [];
    private CancellationTokenSource _open = new();
    private TcpListener? _listener;
    private int _connections;

    public SmtpDouble() => Open();

    public int Port { get; private set; }

    public Mood Mood { get; set; }

    /// <summary>Accepted connections, probes included.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Letters that came whole, whether or not they were acknowledged.</summary>
    public IReadOnlyList<byte[]> Letters
    {
        get
        {
            lock (_letters)
            {
                return [.. _letters];
            }
        }
    }

    /// <summary>What the other side called itself.</summary>
    public IReadOnlyList<string> Greetings
    {
        get
        {
            lock (_letters)
            {
                return [.. _greetings];
            }
        }
    }

    /// <summary>The RCPT lines.</summary>
    public IReadOnlyList<string> Envelopes
    {
        get
        {
            lock (_letters)
            {
                return [.. _envelopes];
            }
        }
    }

    /// <summary>Answers again on the same port.</summary>
    public void Open()
    {
        _open = new CancellationTokenSource();
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _conversations.Add(AcceptAsync(_listener, _open.Token));
    }

    /// <summary>From now on connections are refused.</summary>
    public async Task CloseAsync()
    {
        await _open.CancelAsync();
        _listener?.Stop();
        await Task.WhenAll(_conversations.ToArray());
        _conversations.Clear();
        _open.Dispose();
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task AcceptAsync(TcpListener listener, CancellationToken closed)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(closed);
                Interlocked.Increment(ref _connections);
                lock (_conversations)
                {
                    _conversations.Add(ServeAsync(client, closed));
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // Closed by the test.
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken closed)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                if (Mood == Mood.SilentBeforeBanner)
                {
                    await Task.Delay(Timeout.Infinite, closed);
                }

                await TalkAsync(stream, closed);
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException)
            {
                // The other side left, or the test is over.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream, CancellationToken closed)
    {
        await SayAsync(stream, "220 double.example ESMTP", closed);
        while (await ReadLineAsync(stream, closed) is { } line)
        {
            var verb = Encoding.ASCII.GetString(line).ToUpperInvariant();
            switch (verb.Split(' ', ':')[0])
            {
                case "EHLO":
                    lock (_letters)
                    {
                        _greetings.Add(Encoding.ASCII.GetString(line)[5..]);
                    }

                    await SayAsync(stream, "250-double.example\r\n250 8BITMIME", closed);
                    break;
                case "RCPT":
                    lock (_letters)
                    {
                        _envelopes.Add(Encoding.ASCII.GetString(line));
                    }

                    await SayAsync(stream, Mood switch { Mood.PutsRecipientsOff => "451 4.3.0 later, says host mx7.internal", Mood.RefusesRecipients => "550 5.1.1 no such user here", _ => "250 ok" }, closed);
                    break;
                case "DATA":
                    await SayAsync(stream, "354 go on", closed);
                    if (!await TakeLetterAsync(stream, closed))
                    {
                        return;
                    }

                    break;
                case "QUIT":
                    await SayAsync(stream, "221 bye", closed);
                    return;
                default:
                    await SayAsync(stream, "250 ok", closed);
                    break;
            }
        }
    }

    /// <returns>False if the conversation is over.</returns>
    private async Task<bool> TakeLetterAsync(NetworkStream stream, CancellationToken closed)
    {
        using var letter = new MemoryStream();
        while (await ReadLineAsync(stream, closed) is { } line)
        {
            if (line is [(byte)'.'])
            {
                if (Mood == Mood.PutsLettersOff)
                {
                    await SayAsync(stream, "451 4.7.1 greylisted", closed);
                    return true;
                }

                lock (_letters)
                {
                    _letters.Add(letter.ToArray());
                }

                if (Mood == Mood.SilentAfterFinalDot)
                {
                    await Task.Delay(Timeout.Infinite, closed);
                }

                if (Mood == Mood.DropsAfterFinalDot)
                {
                    return false;
                }

                await SayAsync(stream, "250 2.0.0 taken", closed);
                return true;
            }

            letter.Write(line);
            letter.Write("\r\n"u8);
        }

        return false;
    }

    private static async Task SayAsync(NetworkStream stream, string line, CancellationToken closed) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), closed);

    /// <returns>Without its line end; null at the end of the stream.</returns>
    private static async Task<byte[]?> ReadLineAsync(NetworkStream stream, CancellationToken closed)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, closed) == 1)
        {
            if (one[0] == '\n')
            {
                return [.. line.Where(b => b != '\r')];
            }

            line.Add(one[0]);
        }

        return null;
    }
}
