using System.Text.RegularExpressions;
using CaseTracker.Web.BrowserTests.Running;

namespace CaseTracker.Web.BrowserTests.EveryPage;

/// <summary>Follows every link that somebody finds from where they land, to one example of each page.</summary>
public sealed partial class Walk(Window window, Func<string, Task> look)
{
    /// <summary>More kinds of page than the product has: a walk that passes it goes round in circles.</summary>
    private const int Most = 150;

    private readonly HashSet<string> _kinds = [];
    private readonly Queue<string> _ahead = new();

    /// <summary>Kinds of page that were seen, such as <c>/incidents/N/people</c>.</summary>
    public IReadOnlySet<string> Kinds => _kinds;

    public async Task GoAsync()
    {
        await GatherAsync();
        await VisitAsync(window.Path);
        while (_ahead.TryDequeue(out var path))
        {
            await VisitAsync(path);
            Assert.True(_kinds.Count < Most, $"Still finding pages: {string.Join(' ', _kinds)}");
        }
    }

    /// <summary>The page that an address is an example of; what is in the query is another view of the same page.</summary>
    public static string KindOf(string address) => Guids().Replace(Numbers().Replace(address.Split('?')[0], "/N"), "/ID") is var kind && kind.StartsWith("/reference/", StringComparison.Ordinal)
        ? Asks().Replace(ReleaseKeys().Replace(kind, "/reference/R"), "/asks/A")
        : kind;

    private async Task VisitAsync(string path)
    {
        if (!_kinds.Add(KindOf(path)))
        {
            return;
        }

        var answer = await window.GoAsync(path);
        Assert.True(answer.Ok, $"A link leads to {path}, which answers {answer.Status}.");
        if (answer.Headers.TryGetValue("content-type", out var type) && type.StartsWith("text/html", StringComparison.Ordinal))
        {
            await look(KindOf(path));
            await GatherAsync();
        }
    }

    private async Task GatherAsync()
    {
        foreach (var link in await window.Page.QuerySelectorAllAsync("a[href^='/']:not([download])"))
        {
            var address = (await link.GetAttributeAsync("href"))!.Split('#')[0];
            var path = address.Split('?')[0];
            if (!Path.HasExtension(path) && !path.Contains("/export", StringComparison.Ordinal))
            {
                _ahead.Enqueue(address);
            }
        }
    }

    [GeneratedRegex("/C[TP]-[0-9]+-[0-9]+")]
    private static partial Regex Numbers();

    [GeneratedRegex("/([0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f-]{27})")]
    private static partial Regex Guids();

    [GeneratedRegex("/reference/[^/]+")]
    private static partial Regex ReleaseKeys();

    [GeneratedRegex("/asks/[^/]+")]
    private static partial Regex Asks();
}
