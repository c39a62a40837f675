namespace CaseTracker.Domain.Accountability;

/// <summary>A path against the defender that came further, in fewer days, than the best one against the aggressor.</summary>
/// <param name="Reached">Where the path against the defender stands.</param>
/// <param name="Days">That it took from its first step to there, at the most that its dates allow.</param>
/// <param name="Other">Where the path against the aggressor stands.</param>
/// <param name="OtherDays">Since its first step, at the least that its dates allow.</param>
public sealed record UnequalPace(Stage Reached, int Days, Stage Other, int OtherDays)
{
    /// <summary>
    /// Said only where no reading of the dates contradicts it. Of the paths against the aggressor the one that came furthest is
    /// taken, and among those the youngest: whatever speaks for the State is counted for it.
    /// </summary>
    /// <returns>Null where there is nothing to compare, or it is not so.</returns>
    public static UnequalPace? Of(IReadOnlyList<StageEntry> againstDefender, IEnumerable<IReadOnlyList<StageEntry>> againstAggressors, DateOnly today)
    {
        if (Whole(againstDefender) is not [{ On.Earliest: { } began }, ..] path || path[^1] is not { On.Latest: { } reached, Stage: var stage } || stage.Rung() is not { } rung)
        {
            return null;
        }

        var best = (from other in againstAggressors
                    let steps = other.Where(s => s.Stage != Stage.J0).ToList()
                    where steps.Count > 0
                    let furthest = steps.MaxBy(s => Ladder.ReachedRung(s.Stage))!
                    orderby Ladder.ReachedRung(furthest.Stage) descending, steps[0].On.Latest is null descending, steps[0].On.Latest descending
                    select new { furthest.Stage, Began = steps[0].On.Latest }).FirstOrDefault();
        if (best?.Began is not { } since || Ladder.ReachedRung(best.Stage) >= rung)
        {
            return null;
        }

        var (days, otherDays) = (reached.DayNumber - began.DayNumber, today.DayNumber - since.DayNumber);
        return days < otherDays ? new(stage, days, best.Stage, otherDays) : null;
    }

    private static List<StageEntry> Whole(IReadOnlyList<StageEntry> path) => [.. path.Where(s => s.Accused is null && s.Stage != Stage.J0)];
}
