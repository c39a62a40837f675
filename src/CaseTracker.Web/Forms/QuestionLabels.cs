using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CaseTracker.Web.Forms;

/// <summary>What the questions of a page are called, in the order in which they stand on it: for the summary of errors, which stands above them.</summary>
public static partial class QuestionLabels
{
    private static readonly object Key = new();

    public static void Add(HttpContext http, string name, string? label)
    {
        var labels = Of(http);
        labels.TryAdd(name, (label, labels.Count));
    }

    /// <summary>Errors in the order of their questions. A name without a question, such as a whole list of rows, stands where its rows begin; one without any, last.</summary>
    public static IEnumerable<(string Name, string? Label, string Message)> Wrong(HttpContext http, ModelStateDictionary state)
    {
        var labels = Of(http);
        return state
            .Where(s => s.Value!.Errors.Count > 0)
            .Select(s => (s.Key, Found: Find(labels, s.Key), Messages: s.Value!.Errors.Select(e => e.ErrorMessage).Distinct()))
            .OrderBy(s => s.Key.Length == 0 ? -1 : s.Found.Order)
            .SelectMany(s => s.Messages.Select(message => (s.Key, s.Found.Label is null ? null : Numbered(s.Found.Label, s.Key), message)));
    }

    private static (string? Label, int Order) Find(Dictionary<string, (string? Label, int Order)> labels, string name)
    {
        for (var asked = name; ; asked = asked[..asked.LastIndexOf('.')])
        {
            if (labels.TryGetValue(asked, out var own))
            {
                return own;
            }

            if (!asked.Contains('.', StringComparison.Ordinal))
            {
                break;
            }
        }

        var rows = labels.Where(l => l.Key.StartsWith($"{name}[", StringComparison.Ordinal)).Select(l => l.Value.Order).DefaultIfEmpty(int.MaxValue).Min();
        return (null, rows);
    }

    /// <summary>Rows below the first say which one they are: every row asks the same.</summary>
    private static string Numbered(string label, string name) =>
        RowNumber().Match(name) is { Success: true } row && int.Parse(row.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is > 0 and var index ? $"{label} ({index + 1})" : label;

    private static Dictionary<string, (string? Label, int Order)> Of(HttpContext http)
    {
        if (http.Items[Key] is Dictionary<string, (string? Label, int Order)> known)
        {
            return known;
        }

        var labels = new Dictionary<string, (string? Label, int Order)>(StringComparer.Ordinal);
        http.Items[Key] = labels;
        return labels;
    }

    [GeneratedRegex(@"\[(\d{1,6})\]")]
    private static partial Regex RowNumber();
}
