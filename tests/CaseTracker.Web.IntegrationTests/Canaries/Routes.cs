using System.Text.RegularExpressions;
using CaseTracker.Testing;

namespace CaseTracker.Web.IntegrationTests.Canaries;

/// <summary>Which route an address is an example of, after the table of routes that another test keeps complete.</summary>
internal static partial class Routes
{
    private static readonly (string Pattern, Regex Matches)[] All =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "CaseTracker.Web.IntegrationTests", "Access", "routes.txt"))
            .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ')).Where(l => l[1] != "/{*path}")
            .OrderBy(l => l[1].Count(c => c == '{'))
            .Select(l => (l[1], new Regex($"^{Parameter().Replace(l[1], "[^/]+")}$"))),
    ];

    public static IReadOnlyList<string> Pages { get; } =
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "CaseTracker.Web.IntegrationTests", "Access", "routes.txt")).Where(l => l.StartsWith("page ", StringComparison.Ordinal)).Select(l => l.Split(' ')[1])];

    public static string Of(string address)
    {
        var path = address.Split('?', '#')[0];
        return All.FirstOrDefault(r => r.Matches.IsMatch(path)).Pattern ?? path;
    }

    /// <summary>The same with the name of the handler, where the address has one.</summary>
    public static string WithHandler(string address) => Of(address) + (Handler().Match(address) is { Success: true } handler ? $"?{handler.Value}" : "");

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("handler=[A-Za-z]+", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();
}
