using System.Text.RegularExpressions;
using CaseTracker.Testing;

namespace CaseTracker.Web.IntegrationTests.Canaries;

/// <summary>What the pages' sources let somebody type into, whether or not a walk comes across it.</summary>
internal static partial class Markup
{
    /// <returns>Route, or the name of the part where several pages share it, and field.</returns>
    public static IEnumerable<(string Page, bool IsPart, string Field)> Texts() =>
        from file in Repository.Files("src/CaseTracker.Web/Pages", "*.cshtml")
        let text = File.ReadAllText(file)
        let route = Page().Match(text) is { Success: true } page ? page.Groups[1].Value : null
        from field in Questions().Matches(text).Select(m => m.Groups["name"].Value)
            .Concat(Boxes().Matches(text).Where(m => !OtherTypes().IsMatch(m.Value)).Select(m => m.Groups["name"].Value))
            .Concat(Filters().Matches(text).Select(m => char.ToLowerInvariant(m.Groups["name"].Value[0]) + m.Groups["name"].Value[1..]))
        where !field.StartsWith('@')
        select (route ?? Repository.Relative(file), route is null, Fields.Plain(field));

    [GeneratedRegex("^@page \"([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Page();

    [GeneratedRegex("<ct-(?:field|textarea) for=\"(?<name>[^\"]+)\"(?![^>]*type=\"date\")")]
    private static partial Regex Questions();

    [GeneratedRegex("<(?:input|textarea)\\b[^>]*?\\bname=\"(?<name>[^\"]+)\"[^>]*>")]
    private static partial Regex Boxes();

    [GeneratedRegex("type=\"(?:hidden|checkbox|radio|date|submit|@[^\"]+)\"")]
    private static partial Regex OtherTypes();

    [GeneratedRegex("new FilterField\\(\"(?<name>[A-Za-z]+)\"(?![^)]*\"date\")")]
    private static partial Regex Filters();
}
