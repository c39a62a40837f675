using System.Text.RegularExpressions;
using CaseTracker.Testing;

namespace CaseTracker.ArchitectureTests.Documents;

/// <summary>Each promise of docs/security.md names what holds it, and what it names is there.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md"));

    private static readonly IReadOnlyList<string> Tests = [.. Repository.Files("tests", "*.cs").Select(File.ReadAllText)];

    [Fact]
    public void Every_test_that_it_names_is_in_the_source()
    {
        Expect.None(Missing(Page));
        Assert.Equal(
            ["GoneTests", "VaultTests.Nothing_of_the_kind", "Nobody_wrote_this_one"],
            Missing("`VaultTests`, `GoneTests`, `VaultTests.Nothing_of_the_kind`, `Nobody_wrote_this_one`, `audit verify`"));
    }

    [Fact]
    public void Every_promise_names_one()
    {
        Expect.None(Unheld(Page));
        Assert.Equal(["| It is safe | believe us |"], Unheld("| promise | tested by |\n|---|---|\n| It is safe | believe us |\n| It opens | `VaultTests` |\n"));
    }

    [Fact]
    public void Every_promise_of_confidentiality_has_its_number() =>
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14, 15, 18], Numbered().Matches(Page).Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));

    private static IEnumerable<string> Missing(string page) => Named().Matches(page).Select(m => m.Groups[1].Value).Distinct().Where(name => !IsThere(name));

    private static bool IsThere(string name)
    {
        var parts = name.Split('.');
        var sources = name.Contains("Tests", StringComparison.Ordinal) ? Tests.Where(t => Regex.IsMatch(t, $@"class {parts[0]}\b")) : Tests;
        return sources.Any(t => (parts.Length == 1 && name.EndsWith("Tests", StringComparison.Ordinal)) || Regex.IsMatch(t, $@"(void|Task) {parts[^1]}\("));
    }

    /// <summary>Rows of the tables whose last column says what tests them.</summary>
    private static IEnumerable<string> Unheld(string page)
    {
        var isTested = false;
        foreach (var line in page.Split('\n').Select(l => l.TrimEnd('\r')))
        {
            var cells = line.Trim('|').Split('|');
            isTested = line.StartsWith('|') && (isTested || cells[^1].Trim() == "tested by");
            if (isTested && cells[^1].Trim() is not ("tested by" or "---") && !Named().IsMatch(cells[^1]))
            {
                yield return line;
            }
        }
    }

    /// <summary>A class of tests, one of its tests, or a test alone.</summary>
    [GeneratedRegex(@"`([A-Z]\w*Tests(?:\.\w+)?|[A-Z][a-z]+(?:_\w+){2,})`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\| (\d+)\. ", RegexOptions.Multiline)]
    private static partial Regex Numbered();
}
