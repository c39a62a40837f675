using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.People;

/// <summary>
/// Threats against one person that follow one another closely. Claimed only where the dates leave no doubt: of two threats known to
/// the year nobody can say that they came within three months.
/// </summary>
public static class RepeatedThreats
{
    public const int WindowDays = 90;

    /// <summary>ESF 4: death threats are 02010302 and below, other threats 02010301 and below. To be watched or followed is not counted.</summary>
    public static bool IsThreat(string code) => code.StartsWith("02010302", StringComparison.Ordinal) || code.StartsWith("02010301", StringComparison.Ordinal);

    /// <returns>For each act, in the same order, whether it is a threat that came within <see cref="WindowDays"/> days after another one.</returns>
    public static IReadOnlyList<bool> Among(IReadOnlyList<(string Code, PartialDate On)> acts) =>
        [.. acts.Select((act, place) => IsThreat(act.Code) && acts.Where((other, i) => i != place && IsThreat(other.Code) && Follows(act.On, other.On, i < place)).Any())];

    private static bool Follows(PartialDate later, PartialDate earlier, bool standsBefore) =>
        later is { Earliest: { } first, Latest: { } last } && earlier is { Earliest: { } from, Latest: { } until }
        && last.DayNumber - from.DayNumber <= WindowDays
        && (first > until || (first == until && standsBefore));
}
