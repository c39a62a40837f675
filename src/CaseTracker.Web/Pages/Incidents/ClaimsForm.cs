using System.Globalization;
using CaseTracker.Domain.Incidents;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>What is newly said of each source, in the order of the sources. An empty answer leaves what stands.</summary>
public sealed class ClaimsForm
{
    public List<SourceClaims> Sources { get; set; } = [];

    public string? Note { get; set; }

    public IReadOnlyList<SourceToWeigh> ToSources() => [.. Sources.Select((source, i) => source.ToWeigh(i + 1))];
}

public sealed class SourceClaims
{
    /// <summary>As sent for a source that repeats none.</summary>
    public const string Independent = "0";

    public string? Who { get; set; }

    public string? What { get; set; }

    public string? When { get; set; }

    public string? Where { get; set; }

    public string? ByWhom { get; set; }

    public string? Reliability { get; set; }

    /// <summary>Number of the earlier source that this one repeats.</summary>
    public string? SameOriginAs { get; set; }

    public SourceToWeigh ToWeigh(int source) => new(
        source,
        new[] { (Claims.Who, Who), (Claims.What, What), (Claims.When, When), (Claims.Where, Where), (Claims.ByWhom, ByWhom) }
            .Where(c => !string.IsNullOrWhiteSpace(c.Item2))
            .ToDictionary(c => c.Item1, c => Standing(c.Item2!)),
        Reliability,
        string.IsNullOrWhiteSpace(SameOriginAs) ? null : int.TryParse(SameOriginAs, NumberStyles.None, CultureInfo.InvariantCulture, out var earlier) ? earlier : -1);

    private static ClaimStanding Standing(string name) => Enum.TryParse<ClaimStanding>(name, out var standing) ? standing : (ClaimStanding)(-1);
}
