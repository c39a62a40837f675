using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CaseTracker.Web.BrowserTests.Running;

/// <summary>A mail server on loopback that takes every letter and keeps it, as raw text.</summary>
public sealed class MailServer : IDisposable
{
    /// <summary>Seconds: the site's own job sends within ten.</summary>
    private const int Patience = 30;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _accepting;

    public MailServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentQueue<string> Letters { get; } = [];

    /// <summary>The first letter with this in its head or body, as a reader sees it.</summary>
    public async Task<string> WaitForAsync(string text)
    {
        for (var waited = 0; waited < Patience; waited++)
        {
            if (Letters.Select(Readable).FirstOrDefault(letter => letter.Contains(text, StringComparison.Ordinal)) is { } found)
            {
                return found;
            }

            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        throw new InvalidOperationException($"None of {Letters.Count} letters says {text}.");
    }

    public void Dispose()
    {
        _closing.Cancel();
        _listener.Dispose();
        _accepting.Wait();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                conversations.Add(ConverseAsync(await _listener.AcceptTcpClientAsync(_closing.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using var connection = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            await writer.WriteLineAsync("220 localhost");
            while (await reader.ReadLineAsync(_closing.Token) is { } command)
            {
                switch (command.Split(' ', ':')[0].ToUpperInvariant())
                {
                    case "DATA":
                        await writer.WriteLineAsync("354 Go on");
                        Letters.Enqueue(await ReadLetterAsync(reader));
                        await writer.WriteLineAsync("250 Taken");
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 Bye");
                        return;
                    default:
                        await writer.WriteLineAsync("250 OK");
                        break;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The other side hung up, or the test is over.
            return;
        }
    }

    private static string Readable(string letter)
    {
        var end = letter.IndexOf("\n\n", StringComparison.Ordinal);
        var (head, body) = (letter[..end], letter[(end + 2)..]);
        return head.Contains("Content-Transfer-Encoding: base64", StringComparison.OrdinalIgnoreCase) ? head + "\n\n" + Encoding.UTF8.GetString(Convert.FromBase64String(body))
            : head.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase) ? head + "\n\n" + body.Replace("=\n", "", StringComparison.Ordinal)
            : letter;
    }

    private async Task<string> ReadLetterAsync(StreamReader reader)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(_closing.Token) is { } line && line != ".")
        {
            letter.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append('\n');
        }

        return letter.ToString();
    }
}
