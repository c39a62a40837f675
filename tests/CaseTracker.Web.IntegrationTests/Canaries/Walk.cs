using AngleSharp.Dom;

namespace CaseTracker.Web.IntegrationTests.Canaries;

/// <summary>Follows every link that a reader finds, to a few examples of each page.</summary>
internal sealed class Walk(Reader reader, Typing? typing = null)
{
    private const int Examples = 3;

    /// <summary>What ends something is done when nothing else is left to do.</summary>
    private static readonly string[] Last = ["/close", "/reply", "/grade", "/withdraw", "/verify", "/move", "/assign", "/hand-over", "/erase", "/discard"];

    private readonly PriorityQueue<string, (int, int)> _ahead = new();
    private readonly HashSet<string> _met = [];
    private readonly Dictionary<string, int> _examples = [];

    public async Task GoAsync(params string[] from)
    {
        Meet(["/", .. from]);
        while (_ahead.TryDequeue(out var address, out _))
        {
            var route = Routes.Of(address);
            if (_examples.GetValueOrDefault(route) == Examples)
            {
                continue;
            }

            var (answer, page) = await reader.OpenAsync(address);
            using (answer)
            {
                _examples[route] = _examples.GetValueOrDefault(route) + 1;
                Assert.True((int)answer.StatusCode < 400 || from.Contains(address), $"A link of {reader.Name} leads to {address}, which answers {(int)answer.StatusCode}.");
                Meet([answer.Headers.Location?.OriginalString, .. page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href"))]);
            }

            if (typing is not null)
            {
                Meet(await typing.TypeAsync(reader, address, page));
            }
        }
    }

    private void Meet(IEnumerable<string?> addresses)
    {
        foreach (var address in addresses.OfType<string>().Select(a => a.Split('#')[0]).Where(a => !Path.HasExtension(a.Split('?')[0]) && _met.Add(a)))
        {
            _ahead.Enqueue(address, (Array.FindIndex(Last, l => address.Split('?')[0].EndsWith(l, StringComparison.Ordinal)), _met.Count));
        }
    }
}
