using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;

namespace CaseTracker.Web.IntegrationTests.Localization;

/// <summary>Every sentence exists in English and in Spanish, and says the same thing with the same numbers in it.</summary>
public sealed partial class ResourceTests
{
    private static readonly Dictionary<string, Dictionary<string, string>> Texts = Repository.Files("src/CaseTracker.Web/Resources", "*.resx")
        .ToDictionary(f => Path.GetRelativePath(Path.Combine(Repository.Root, "src/CaseTracker.Web/Resources"), f).Replace('\\', '/'), Read);

    public static TheoryData<string> English => [.. Texts.Keys.Where(k => !k.EndsWith(".es.resx", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(English))]
    public void Has_the_same_keys_and_placeholders_in_both_languages(string file)
    {
        var english = Texts[file];
        Assert.True(Texts.TryGetValue(file.Replace(".resx", ".es.resx", StringComparison.Ordinal), out var spanish), $"{file} has no Spanish.");
        Assert.Equal(english.Keys.Order(), spanish.Keys.Order());
        Assert.All(english, text => Assert.Equal((text.Key, Placeholders(text.Value)), (text.Key, Placeholders(spanish[text.Key]))));
        Assert.All(english.Concat(spanish), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), $"{file}: {text.Key} is empty."));
    }

    [Fact]
    public void Every_spanish_file_has_its_english() =>
        Expect.None(Texts.Keys.Where(k => k.EndsWith(".es.resx", StringComparison.Ordinal)).Select(k => k.Replace(".es.resx", ".resx", StringComparison.Ordinal)).Except(Texts.Keys));

    [Fact]
    public void Every_refusal_has_a_sentence_in_both_languages()
    {
        var codes = Declared(typeof(Refusal).Assembly).Concat(Declared(typeof(Trail).Assembly)).Select(r => r.Code).ToList();

        Assert.NotEmpty(codes);
        Expect.None(codes.Except(Texts["Refusals.resx"].Keys));
        Expect.None(codes.Except(Texts["Refusals.es.resx"].Keys));
    }

    [Fact]
    public void No_two_refusals_share_a_code()
    {
        var declared = Declared(typeof(Refusal).Assembly).Concat(Declared(typeof(Trail).Assembly));

        Expect.None(declared.GroupBy(r => r.Code).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Every_text_that_a_page_asks_for_exists()
    {
        var asked = Asked().ToList();

        Assert.True(asked.Count > 20, "The search for texts in use finds next to nothing: it no longer reads the pages.");
        Expect.None(asked.Where(a => !Known(a.Type, a.Key)).Select(a => $"{a.File}: {a.Type}[\"{a.Key}\"]"));
    }

    /// <summary>
    /// A key is in use if a localizer of its own type is asked for it, or if it stands somewhere as a literal that is handed on: a notice
    /// after a redirect, a link of the navigation, the name of a figure. A single word is too common for that, unless another layer says it,
    /// or a localizer of no type, which whoever calls hands in, is asked for it.
    /// Of a key that is put together when it runs, the part that is known has to fit.
    /// </summary>
    [Fact]
    public void Every_text_is_asked_for()
    {
        var asked = Asked().ToLookup(a => a.Type, a => a.Key);
        var literals = Sources().SelectMany(f => Uses.LiteralsOf(File.ReadAllText(f))).Where(l => l.Contains('.', StringComparison.Ordinal))
            .Concat(Repository.Files("src", "*.cs").Except(Sources()).SelectMany(f => Uses.LiteralsOf(File.ReadAllText(f))))
            .Concat(Sources().Select(File.ReadAllText).SelectMany(source => UntypedLocalizer().Matches(source).SelectMany(m => Uses.KeysOf(source, m.Groups[1].Value))))
            .ToHashSet();
        var patterns = literals.Where(l => l.Contains('*', StringComparison.Ordinal)).ToList();

        Expect.None(
            from text in Texts
            where !text.Key.EndsWith(".es.resx", StringComparison.Ordinal) && text.Key != "Refusals.resx"
            let type = Path.GetFileNameWithoutExtension(text.Key)
            from key in text.Value.Keys
            where !literals.Contains(key) && !asked[type].Concat(patterns).Any(pattern => Uses.Fits(pattern, key))
            select $"{type}[\"{key}\"]");
    }

    [Fact]
    public void Every_sentence_of_a_refusal_has_its_refusal() =>
        Expect.None(Texts["Refusals.resx"].Keys
            .Except(Declared(typeof(Refusal).Assembly).Concat(Declared(typeof(Trail).Assembly)).Select(r => r.Code))
            .Except(Sources().SelectMany(f => Uses.LiteralsOf(File.ReadAllText(f)))));

    [Theory]
    [InlineData("Role.*", "Role.Auditor", true)]
    [InlineData("Role.*", "Roles", false)]
    [InlineData("*.Note", "Log.Note", true)]
    [InlineData("*.*", "Log.Note", false)]
    [InlineData("*e", "Log.Note", false)]
    [InlineData("*", "Log.Note", false)]
    [InlineData("Log.Note", "Log.Note", true)]
    public void A_pattern_fits_by_what_is_known_of_it(string pattern, string key, bool fits) => Assert.Equal(fits, Uses.Fits(pattern, key));

    [Fact]
    public void Every_notice_after_a_redirect_and_every_link_of_the_navigation_exists()
    {
        var keys = Repository.Files("src/CaseTracker.Web", "*.cs").SelectMany(f => FlashKey().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).ToList();

        Assert.Contains("Nav.Today", keys);
        Assert.Contains("Flash.IncidentLogged", keys);
        Expect.None(keys.Except(Texts["Localization/SharedText.resx"].Keys));
    }

    [Theory]
    [InlineData("@Text[\"Title\"]", new[] { "Title" })]
    [InlineData("Text[kept is null ? \"Title\" : \"Continue.Title\"]", new[] { "Title", "Continue.Title" })]
    [InlineData("@Text[$\"Role.{signIn.Role}\"]", new[] { "Role.*" })]
    [InlineData("@Text[\"Count\", Model.Items[\"x\"]]", new[] { "Count" })]
    [InlineData("@Text[step.Key + \".Note\"]", new[] { "*.Note" })]
    [InlineData("@Text[Model.Key]", new string[0])]
    public void Finds_the_keys_that_a_source_uses(string source, string[] keys) => Assert.Equal(keys, Uses.KeysOf(source, "Text"));

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static string Placeholders(string text) => string.Join(' ', Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<Refusal> Declared(Assembly assembly) => assembly.GetTypes()
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(f => f.FieldType == typeof(Refusal))
        .Select(f => (Refusal)f.GetValue(null)!);

    /// <summary>What the imports of the page's own folder and of those above it bring, the nearest first.</summary>
    private static IEnumerable<(string Name, string Type)> Imported(string page)
    {
        for (var folder = Path.GetDirectoryName(page); folder is not null && folder.StartsWith(Repository.Root, StringComparison.Ordinal); folder = Path.GetDirectoryName(folder))
        {
            if (Path.Combine(folder, "_ViewImports.cshtml") is var imports && File.Exists(imports))
            {
                foreach (var localizer in Localizers(File.ReadAllText(imports)))
                {
                    yield return localizer;
                }
            }
        }
    }

    private static IEnumerable<(string Name, string Type)> Localizers(string source) => Localizer().Matches(source).Select(m => (m.Groups[2].Value, m.Groups[1].Value));

    private static bool Known(string type, string key)
    {
        var texts = Texts.Where(t => t.Key.EndsWith($"/{type}.resx", StringComparison.Ordinal)).Select(t => t.Value).ToList();
        return texts.Count > 0 && texts.TrueForAll(t => t.Keys.Any(k => Uses.Pattern(key).IsMatch(k)));
    }

    private static IEnumerable<string> Sources() => Repository.Files("src/CaseTracker.Web", "*.cs*")
        .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal));

    private static IEnumerable<(string File, string Type, string Key)> Asked() =>
        from file in Sources()
        let source = File.ReadAllText(file)
        from localizer in Localizers(source).Concat(file.EndsWith(".cshtml", StringComparison.Ordinal) ? Imported(file) : []).DistinctBy(l => l.Name)
        from key in Uses.KeysOf(source, localizer.Name)
        select (Repository.Relative(file), localizer.Type, key);

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"IStringLocalizer<(\w+)>\s+(\w+)")]
    private static partial Regex Localizer();

    [GeneratedRegex(@"IStringLocalizer\s+(\w+)")]
    private static partial Regex UntypedLocalizer();

    [GeneratedRegex(""""(?:RedirectWithFlash\(\$?"[^"]*", |\["Flash"\] = |new\((?="Nav\.))"([^"]+)"""")]
    private static partial Regex FlashKey();
}
