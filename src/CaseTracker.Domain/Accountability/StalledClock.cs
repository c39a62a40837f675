namespace CaseTracker.Domain.Accountability;

/// <summary>
/// The clock of stalled justice: days since the last investigative act that stands, or, where there was none, since the file was
/// opened, or reported if it never was. It reads dates of acts and stages and nothing else, so that no other edit can reset it.
/// </summary>
public static class StalledClock
{
    /// <summary>
    /// It runs from the report on, while the path concerns anybody who has not left the ladder and is not finally convicted: one
    /// conviction is not the end for the others. A path that names nobody runs as a whole.
    /// </summary>
    /// <param name="counted">Stages that stand, in the order of the path.</param>
    /// <param name="namedNowhere">See <see cref="Ladder.NamedNowhere"/>.</param>
    public static bool Runs(IReadOnlyList<StageEntry> counted, IReadOnlyList<int> namedNowhere)
    {
        var concerned = Ladder.Concerned(counted, namedNowhere).ToList();
        return concerned.Count == 0
            ? IsUnderWay(Ladder.PathStanding(counted, full: false))
            : concerned.Exists(a => IsUnderWay(Ladder.StageOf(counted, a)) || Ladder.StandingOf(counted, a) is { Stage: Stage.J6, Accused: not null, IsFinal: false });
    }

    /// <summary>The day from which the clock counts; null before anything was reported.</summary>
    /// <param name="recorded">Stages that were ever recorded: what a correction dates counts as of the day on which it was first written down.</param>
    /// <param name="acts">Investigative acts that stand.</param>
    public static DateOnly? CountsFrom(IReadOnlyCollection<StageEntry> recorded, IEnumerable<InvestigativeAct> acts)
    {
        if (acts.Max(a => (DateOnly?)a.LastDay) is { } last)
        {
            return last;
        }

        var counted = StageHistory.Standing(recorded);
        var began = counted.LastOrDefault(s => s.Reopens) ?? counted.FirstOrDefault(s => s.Stage.Rung() >= 2) ?? counted.FirstOrDefault(s => s.Stage != Stage.J0);
        return began is null ? null : DayOf(began, recorded);
    }

    /// <summary>The day on which it becomes stalled: the first on which more than the authority's days have passed.</summary>
    public static DateOnly StalledFrom(DateOnly countsFrom, int stalledAfterDays) => countsFrom.AddDays(stalledAfterDays + 1);

    private static bool IsUnderWay(Stage? stage) => stage is >= Stage.J1 and < Stage.J6;

    /// <summary>The last day that it can mean, in the accused State's favour, but never after the day on which it was first written down.</summary>
    private static DateOnly DayOf(StageEntry entry, IReadOnlyCollection<StageEntry> recorded)
    {
        var first = StageHistory.Corrected(recorded, entry.Corrects).LastOrDefault(entry);
        return entry.On.LastDayAsOf(DateOnly.FromDateTime(first.RecordedAt.UtcDateTime));
    }
}

/// <summary>How long similar proceedings have waited, to say whether one waits longer than is usual.</summary>
/// <param name="Count">Proceedings compared with.</param>
/// <param name="Lower">First quartile, in days.</param>
/// <param name="Median">In days.</param>
/// <param name="Upper">Third quartile, in days.</param>
public sealed record SimilarPaths(int Count, double Lower, double Median, double Upper)
{
    /// <summary>Fewer say nothing of what is usual, and might tell of one.</summary>
    public const int Fewest = 5;

    /// <summary>
    /// Quantiles after definition 7 of Hyndman and Fan (The American Statistician 50, 1996): of n ordered values, the quantile p lies at
    /// position 1 + (n − 1)p, interpolated linearly between its two neighbours.
    /// </summary>
    /// <param name="days">Days that each has waited, in any order.</param>
    /// <returns>Null if there are too few to compare with.</returns>
    public static SimilarPaths? Of(IEnumerable<int> days)
    {
        int[] ordered = [.. days.Order()];
        return ordered.Length < Fewest ? null : new SimilarPaths(ordered.Length, At(0.25), At(0.5), At(0.75));

        double At(double p)
        {
            var position = (ordered.Length - 1) * p;
            var below = (int)position;
            var above = Math.Min(below + 1, ordered.Length - 1);
            return ordered[below] + ((position - below) * (ordered[above] - ordered[below]));
        }
    }
}
