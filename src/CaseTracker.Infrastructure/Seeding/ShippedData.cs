using System.Reflection;
using System.Text;

namespace CaseTracker.Infrastructure.Seeding;

/// <summary>Reads the data files that ship inside this assembly (RFC 4180: quoted fields, doubled quotes).</summary>
internal static class ShippedData
{
    private static readonly Assembly Here = typeof(ShippedData).Assembly;

    /// <param name="folder">Feature folder, e.g. <c>Vocabularies</c>.</param>
    public static IEnumerable<string> Names(string folder)
    {
        var prefix = $"{Here.GetName().Name}.{folder}.Data.";
        return Here.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Select(n => n[prefix.Length..]).Order(StringComparer.Ordinal);
    }

    public static string Text(string folder, string name)
    {
        using var stream = Here.GetManifestResourceStream($"{Here.GetName().Name}.{folder}.Data.{name}")
            ?? throw new InvalidOperationException($"{folder}/{name} is not shipped.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Rows by column name; an empty cell is null.</summary>
    public static IEnumerable<Dictionary<string, string?>> Rows(string folder, string name)
    {
        using var lines = Records(Text(folder, name)).GetEnumerator();
        if (!lines.MoveNext())
        {
            yield break;
        }

        var header = lines.Current;
        while (lines.MoveNext())
        {
            var row = lines.Current;
            yield return header.Select((column, i) => (column, value: i < row.Count && row[i].Length > 0 ? row[i] : null)).ToDictionary(c => c.column, c => c.value);
        }
    }

    private static IEnumerable<List<string>> Records(string text)
    {
        var record = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c == ',' || c == '\n')
            {
                record.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    yield return record;
                    record = [];
                }
            }
            else if (c != '\r')
            {
                field.Append(c);
            }
        }

        if (field.Length > 0 || record.Count > 0)
        {
            record.Add(field.ToString());
            yield return record;
        }
    }
}
