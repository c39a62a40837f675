using System.Text;
using System.Text.RegularExpressions;

namespace CaseTracker.Web.IntegrationTests.Localization;

/// <summary>Reads from a source which texts it asks a localizer for.</summary>
internal static partial class Uses
{
    /// <returns>The literal keys between the brackets, before any argument; <c>*</c> stands for a part that is only known when it runs.</returns>
    public static IEnumerable<string> KeysOf(string source, string localizer)
    {
        for (var at = source.IndexOf(localizer + "[", StringComparison.Ordinal); at >= 0; at = source.IndexOf(localizer + "[", at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && (char.IsLetterOrDigit(source[at - 1]) || source[at - 1] is '_' or '.'))
            {
                continue;
            }

            foreach (var key in Literals(source, at + localizer.Length + 1))
            {
                yield return key;
            }
        }
    }

    /// <returns>Every literal that could be a key, wherever it stands; <c>*</c> as above.</returns>
    public static IEnumerable<string> LiteralsOf(string source) =>
        AnyLiteral().Matches(source).Select(m => m.Groups["added"].Success ? "*" + m.Groups["text"].Value : m.Groups["filled"].Success ? Hole().Replace(m.Groups["text"].Value, "*") : m.Groups["text"].Value);

    public static Regex Pattern(string key) => new("^" + Regex.Escape(key).Replace("\\*", ".+", StringComparison.Ordinal) + "$");

    /// <summary>What is only known when it runs fits anything, so that a pattern has to say at least one whole part of the key.</summary>
    public static bool Fits(string pattern, string key) => pattern == key || (pattern.Split('.').Any(part => part.Length > 0 && !part.Contains('*', StringComparison.Ordinal)) && Pattern(pattern).IsMatch(key));

    private static IEnumerable<string> Literals(string source, int from)
    {
        var depth = 1;
        for (var i = from; i < source.Length && depth > 0; i++)
        {
            switch (source[i])
            {
                case '[' or '(' or '{':
                    depth++;
                    break;
                case ']' or ')' or '}':
                    depth--;
                    break;
                case ',' when depth == 1:
                    yield break;
                case '"':
                    var interpolated = source[i - 1] == '$';
                    var (literal, end) = Literal(source, i + 1, interpolated);

                    // A literal inside a nested call is an argument of that call, not a key.
                    if (depth == 1)
                    {
                        var continues = source[..i].TrimEnd('$').TrimEnd().EndsWith('+');
                        var continued = source[(end + 1)..].TrimStart().StartsWith('+');
                        yield return (continues ? "*" : "") + literal + (continued ? "*" : "");
                    }

                    i = end;
                    break;
            }
        }
    }

    private static (string Text, int End) Literal(string source, int from, bool interpolated)
    {
        var text = new StringBuilder();
        var depth = 0;
        for (var i = from; ; i++)
        {
            var c = source[i];
            if (interpolated && c is '{')
            {
                depth++;
                text.Append(depth == 1 ? "*" : "");
            }
            else if (interpolated && c is '}')
            {
                depth--;
            }
            else if (c == '"' && depth == 0)
            {
                return (text.ToString(), i);
            }
            else if (depth == 0)
            {
                text.Append(c);
            }
        }
    }

    [GeneratedRegex(@"(?:(?<added>\+ )(?="")|(?<filled>\$))?""(?<text>[A-Za-z.{][\w.{}()\[\]? :]*)""")]
    private static partial Regex AnyLiteral();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();
}
