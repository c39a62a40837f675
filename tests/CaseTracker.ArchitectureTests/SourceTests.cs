using System.Text.RegularExpressions;
using CaseTracker.ArchitectureTests.Planted;
using CaseTracker.Testing;

namespace CaseTracker.ArchitectureTests;

/// <summary>What only the sources show: sizes, names, and what a page must not hold.</summary>
public sealed partial class SourceTests
{
    private const int PageModelLimit = 80;
    private const int UseCaseLimit = 150;
    private const int Limit = 300;

    private static readonly string[] SaysNothing = ["Manager", "Helper", "Common", "Utils", "Constants"];

    [Fact]
    public void No_source_is_longer_than_its_kind_allows()
    {
        var sources = Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs"));

        Expect.None(sources.Select(f => (File: Repository.Relative(f), Text: File.ReadAllText(f))).Where(s => Lines(s.Text) > LimitOf(s.File, s.Text))
            .Select(s => $"{s.File}: {Lines(s.Text)} lines, {LimitOf(s.File, s.Text)} allowed"));
    }

    [Theory]
    [InlineData("src/CaseTracker.Web/Pages/Incidents/Log.cshtml.cs", "", PageModelLimit)]
    [InlineData("src/CaseTracker.Application/Incidents/LogIncident.cs", "class X : IRequestHandler<", UseCaseLimit)]
    [InlineData("src/CaseTracker.Domain/Incidents/Incident.cs", "", Limit)]
    public void Knows_which_limit_is_whose(string file, string text, int limit) => Assert.Equal(limit, LimitOf(file, text));

    [Fact]
    public void No_name_says_nothing()
    {
        var folders = new[] { "src", "tests" }.SelectMany(f => Repository.Files(f, "*.cs")).SelectMany(f => Repository.Relative(f).Split('/').SkipLast(1)).Distinct();

        Expect.None(Empty(folders.Concat(Product.All.Select(t => t.Name))));
        Assert.Single(Empty([nameof(CaseManager), "FieldTagHelper", "Incident"]));
    }

    [Fact]
    public void Pages_hold_no_script_and_no_style_of_their_own()
    {
        Expect.None(Repository.Files("src/CaseTracker.Web", "*.cshtml").Where(f => Inline().IsMatch(File.ReadAllText(f))).Select(Repository.Relative));
        Assert.Matches(Inline(), "<p style=\"color:red\">");
        Assert.Matches(Inline(), "<a onclick=\"go()\">");
        Assert.Matches(Inline(), "<script>go()</script>");
        Assert.DoesNotMatch(Inline(), "<script src=\"~/js/site.js\" defer></script>");
    }

    [Fact]
    public void Pages_load_nothing_from_elsewhere()
    {
        Expect.None(Repository.Files("src/CaseTracker.Web", "*.cshtml").Where(f => Elsewhere().IsMatch(File.ReadAllText(f))).Select(Repository.Relative));
        Assert.Matches(Elsewhere(), "<img src=\"https://example.org/x.png\">");
    }

    /// <summary>What the product does not ask for, nobody can make it ask for.</summary>
    [Fact]
    public void Nothing_of_the_product_fetches_an_address()
    {
        Expect.None(Repository.Files("src", "*.cs").Where(f => Fetches().IsMatch(File.ReadAllText(f))).Select(Repository.Relative));
        Assert.Matches(Fetches(), "using var http = new HttpClient();");
    }

    [Fact]
    public void Nothing_is_left_to_do()
    {
        var sources = Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.cshtml"));

        Expect.None(sources.Where(f => Unfinished().IsMatch(File.ReadAllText(f))).Select(Repository.Relative));
        Assert.Matches(Unfinished(), "// TO" + "DO: later");
        Assert.Matches(Unfinished(), "catch (IOException)\n        {\n        }");
    }

    private static int Lines(string text) => text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    private static int LimitOf(string file, string text) =>
        file.EndsWith(".cshtml.cs", StringComparison.Ordinal) ? PageModelLimit
        : file.StartsWith("src/CaseTracker.Application/", StringComparison.Ordinal) && text.Contains("IRequestHandler<", StringComparison.Ordinal) ? UseCaseLimit
        : Limit;

    /// <summary>"TagHelper" is the framework's own word for what it names.</summary>
    private static IEnumerable<string> Empty(IEnumerable<string> names) =>
        names.Where(n => SaysNothing.Any(word => n.Replace("TagHelper", "", StringComparison.Ordinal).Contains(word, StringComparison.Ordinal)));

    [GeneratedRegex("""<style|<script(?![^>]*\bsrc=)|\sstyle="|\son[a-z]+="|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("""\s(?:src|srcset|action)="(?:https?:)?//""", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\b(?:I?HttpClient(?:Factory)?|WebRequest|WebClient)\b")]
    private static partial Regex Fetches();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|NotImplementedException|catch\s*(?:\([^)]*\))?\s*\{\s*\}")]
    private static partial Regex Unfinished();
}
