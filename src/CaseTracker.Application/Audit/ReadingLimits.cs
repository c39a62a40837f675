namespace CaseTracker.Application.Audit;

/// <summary>What is counted of what one member reads.</summary>
public enum Reading
{
    /// <summary>Different incidents, in any of their parts.</summary>
    Incidents = 1,

    /// <summary>Different people whose identity was opened.</summary>
    Identities = 2,

    /// <summary>Exports, each as often as it was made.</summary>
    Exports = 3,
}

/// <summary>More than <paramref name="Most"/> within <paramref name="Minutes"/> raises the alarm.</summary>
/// <param name="Most">0 for no alarm.</param>
public sealed record ReadingLimit(Reading Reading, int Most, int Minutes)
{
    public const int LongestMinutes = 1440;

    public int Most { get; } = Most is >= 0 and <= 1_000_000 ? Most : throw new ArgumentOutOfRangeException(nameof(Most));

    public int Minutes { get; } = Minutes is >= 1 and <= LongestMinutes ? Minutes : throw new ArgumentOutOfRangeException(nameof(Minutes));

    public TimeSpan Within => TimeSpan.FromMinutes(Minutes);
}

/// <summary>How much reading is still a day's work. The defaults are several times what a busy desk does.</summary>
public sealed record ReadingLimits(IReadOnlyList<ReadingLimit> All)
{
    public static readonly ReadingLimits Default = new([new(Reading.Incidents, 60, 10), new(Reading.Identities, 10, 60), new(Reading.Exports, 5, 60)]);
}
