namespace CaseTracker.Domain.Shared;

/// <summary>How long to wait before trying again: 10 s, doubled with every failure, never more than an hour.</summary>
public static class BackOff
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="failures">How often it has failed so far, at least once.</param>
    public static TimeSpan After(int failures)
    {
        // 2^9 × 10 s is beyond the hour already.
        var doubled = First * Math.Pow(2, Math.Clamp(failures - 1, 0, 9));
        return doubled < Longest ? doubled : Longest;
    }
}
