using Xunit;

namespace CaseTracker.Testing.Web;

/// <summary>What must get a clear answer on every form, and never a fault: the lists of the security design.</summary>
public static class BadInputs
{
    /// <summary>Name and text. The name stands in test reports, because some texts cannot.</summary>
    private static readonly (string Name, string Text)[] TextList =
    [
        ("empty", ""),
        ("spaces", "   "),
        ("NUL", "a\0b"),
        ("lone surrogate, percent-encoded as the replacement", "a\uFFFDb"),
        ("a million characters", new string('x', 1_000_000)),
        ("right-to-left override", "abc\u202Edef"),
        ("zero-width joiner", "क\u200Dष"),
        ("homoglyph", "Jоse"),
        ("combining flood", "a" + new string('\u0301', 200)),
        ("Turkish dotted and dotless i", "İstanbul ısı"),
        ("composed", "N\u00FA\u00F1ez"),
        ("decomposed", "Nu\u0301n\u0303ez"),
        ("script", "<script>alert(1)</script>"),
        ("svg onload", "<svg onload=alert(1)>"),
        ("template", "{{7*7}}"),
        ("SQL", "'; DROP TABLE Incidents;--"),
        ("LIKE wildcards", "%_["),
        ("line break in a line", "one\r\ntwo"),
        ("line separator", "one\u2028two"),
        ("formula", "=HYPERLINK(\"x\")"),
    ];

    private static readonly (string Name, string Day, string Month, string Year)[] DateList =
    [
        ("29 February of a common year", "29", "2", "2023"),
        ("31 April", "31", "4", "2024"),
        ("year 1", "1", "1", "0001"),
        ("year 9999", "1", "1", "9999"),
        ("future", "1", "1", "2199"),
        ("letters", "x", "2", "y"),
        ("negative", "-1", "2", "2024"),
        ("minus zero", "-0", "2", "2024"),
        ("NaN", "NaN", "2", "2024"),
        ("1e309", "1", "2", "1e309"),
        ("beyond int64", "9223372036854775808", "2", "2024"),
        ("month 13", "1", "13", "2024"),
        ("day without month", "5", "", "2024"),
        ("month without year", "", "5", ""),
    ];

    public static IReadOnlyList<string> TextNames { get; } = [.. TextList.Select(t => t.Name)];

    public static TheoryData<string> Texts => [.. TextNames];

    public static IReadOnlyList<string> DateNames { get; } = [.. DateList.Select(d => d.Name)];

    public static TheoryData<string> Dates => [.. DateNames];

    public static string Text(string name) => TextList.Single(t => t.Name == name).Text;

    public static (string Name, string Day, string Month, string Year) Date(string name) => DateList.Single(d => d.Name == name);
}
