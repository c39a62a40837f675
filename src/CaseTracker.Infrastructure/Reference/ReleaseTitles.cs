using CaseTracker.Application.Reference;
using CaseTracker.Domain.Reference;

namespace CaseTracker.Infrastructure.Reference;

/// <summary>From the shipped file and not from the database: there are no other releases, and a line of the trail is put into words without a query.</summary>
internal sealed class ReleaseTitles : IReleaseTitles
{
    private readonly Dictionary<string, BilingualText> _titles = ShippedReleases.Read()
        .SelectMany(r => r.Requests.Concat(r.Recommendations).Select(a => (a.Key, a.Text)).Prepend((r.Key, Text: r.Title)))
        .ToDictionary(t => t.Key, t => (BilingualText)t.Text);

    public BilingualText? Find(string key) => _titles.GetValueOrDefault(key);
}
