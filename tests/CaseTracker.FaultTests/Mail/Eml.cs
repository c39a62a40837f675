using System.Text;

namespace CaseTracker.FaultTests.Mail;

/// <summary>A received message, taken apart just as far as the tests look.</summary>
internal sealed record Eml(string Head, string Body)
{
    public static Eml Of(byte[] raw)
    {
        var text = Encoding.ASCII.GetString(raw);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return new(text[..end], Encoding.UTF8.GetString(Convert.FromBase64String(text[end..])));
    }

    public string Header(string name) =>
        Assert.Single(Head.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n"), line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();

    /// <summary>The message as it would be about any incident: without the number, and without the id and the moment that each message must have.</summary>
    public string Without(string number) =>
        string.Join("\r\n", Head.Split("\r\n").Where(line => !line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("Date:", StringComparison.OrdinalIgnoreCase))) + "\r\n\r\n" + Body.Replace(number, "#", StringComparison.Ordinal);
}
