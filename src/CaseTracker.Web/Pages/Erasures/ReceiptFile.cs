using System.Globalization;
using System.Text;
using CaseTracker.Application.Erasures;
using CaseTracker.Domain.Audit;
using CaseTracker.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Pages.Erasures;

/// <summary>
/// The receipt as a text that may leave the house: sentences for people, and below them, in every language alike, the line of
/// the trail as docs/trail.md hashes it. Members stand in it by their id, as they do in the line.
/// </summary>
public sealed class ReceiptFile(IStringLocalizer<ErasureText> text, ErasureWords words, DateText dates, Application.Time.Calendar calendar)
{
    public const string Head = "casetracker.erasure.receipt/v1";

    public string NameOf(ErasureReceipt receipt) => $"{text["Receipt.File"]}-{receipt.Pseudonym ?? receipt.Number}.txt";

    public byte[] Write(ErasureReceipt receipt)
    {
        var file = new StringBuilder();
        foreach (var sentence in Sentences(receipt))
        {
            file.Append(sentence).Append('\n');
        }

        foreach (var (name, value) in Fields(receipt))
        {
            file.Append(name).Append(value is null ? "" : " ").Append(value).Append('\n');
        }

        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private IEnumerable<string> Sentences(ErasureReceipt receipt)
    {
        yield return text["Receipt"];
        yield return "";
        yield return words.Of(receipt.What, receipt.Number, receipt.Pseudonym);
        yield return $"{text["Ground"]}: {text[$"GroundLong.{receipt.Ground}"]}";
        yield return $"{text["OrderedBy"]}: {text[$"Role.{receipt.OrderedAs}"]}";
        yield return $"{text["OrderedAt"]}: {dates.Of(receipt.OrderedAt, calendar.Zone)}";
        yield return $"{text["FinishedAt"]}: {(receipt.FinishedAt is { } finished ? dates.Of(finished, calendar.Zone) : text["NotYet"].Value)}";
        yield return $"{text["Keys"]}: {receipt.KeyCount}";
        yield return "";
        yield return words.Meaning(receipt.What);
        yield return "";
        yield return text["Receipt.BackupsText", dates.Of(receipt.FinishedAt ?? receipt.OrderedAt, calendar.Zone)];
        yield return text["Receipt.Memory"];
        yield return "";
        yield return text["Proof.Text"];
        yield return "";
    }

    private static IEnumerable<(string Name, string? Value)> Fields(ErasureReceipt receipt)
    {
        yield return (Head, null);
        yield return ("erasure", receipt.Id.Value.ToString("D"));
        if (receipt.Order is { } line)
        {
            yield return ("line", line.Sequence.ToString(CultureInfo.InvariantCulture));
            yield return ("place", line.Place?.ToString(CultureInfo.InvariantCulture) ?? "-");
            yield return ("leaf", line.LeafHash ?? "-");
            yield return ("id", line.Id.ToString("D"));
            yield return ("time", line.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
            yield return ("who", receipt.OrderedById.Value.ToString("D"));
            yield return ("operation", line.Action);
            yield return ("outcome", ((int)AuditOutcome.Done).ToString(CultureInfo.InvariantCulture));
            yield return ("record", line.Subject);
            yield return ("detail", line.Detail);
            yield return ("writes", line.Writes ?? "-");
        }
    }
}
