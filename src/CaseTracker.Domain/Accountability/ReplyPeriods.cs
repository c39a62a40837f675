using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Accountability;

/// <summary>How long each channel gives for a reply. Configuration: the 60 days of practice were not seen in a primary text.</summary>
/// <param name="Days">For every type that has no period of its own.</param>
/// <param name="ByType">Codes of the list <c>interventions</c>, and days.</param>
public sealed record ReplyPeriods(int Days, IReadOnlyDictionary<string, int> ByType)
{
    public const int DefaultDays = 60;
    public const int MostDays = 3650;

    public static readonly ReplyPeriods Default = new(DefaultDays, new Dictionary<string, int>());

    public int DaysFor(string type) => ByType.GetValueOrDefault(type, Days);

    /// <summary>
    /// Counted from the last day on which it can have been sent, and never from a day that is still to come: nobody is called
    /// late who may not be.
    /// </summary>
    /// <param name="sent">A known date.</param>
    public DateOnly DueFrom(string type, PartialDate sent, DateOnly today) =>
        (sent.Latest!.Value < today ? sent.Latest.Value : today).AddDays(DaysFor(type));
}
