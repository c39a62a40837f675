using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;

namespace CaseTracker.Domain.Statistics;

/// <summary>One rung of the funnel.</summary>
/// <param name="Stage">The first step, J0, stands for "a path is recorded".</param>
/// <param name="Ids">Incidents that ever reached this rung.</param>
/// <param name="FromPrevious">Share of those on the rung before; null on the first rung and after an empty one.</param>
/// <param name="OfAll">Share of all in the funnel; null if there are none.</param>
public sealed record FunnelStep(Stage Stage, IReadOnlyList<IncidentId> Ids, Proportion? FromPrevious, Proportion? OfAll);

/// <summary>
/// How many incidents ever reached each rung of the ladder: a later rung implies the earlier ones, and an exit counts
/// for what it proves (<see cref="Ladder.ReachedRung"/>). Unit: incident. It tells where cases are lost so far,
/// not how many will be: the mature cohort beside it has had time to climb. Reaching is not standing: a reversed
/// conviction did reach J6, and is impunity in <see cref="ImpunityDefinitions"/>.
/// </summary>
public sealed record StageFunnel(
    VerificationGroup Group,
    DateOnly AsOf,
    IReadOnlyList<FunnelStep> All,
    IReadOnlyList<FunnelStep> Mature,
    IReadOnlyDictionary<LeftOut, IReadOnlyList<IncidentId>> LeftOut)
{
    private static readonly IReadOnlyList<Stage> Rungs = [Stage.J0, Stage.J1, Stage.J2, Stage.J3, Stage.J4, Stage.J5, Stage.J6, Stage.J7, Stage.J8];

    /// <param name="facts">Taken as of <paramref name="asOf"/>.</param>
    public static StageFunnel Of(IEnumerable<IncidentFact> facts, VerificationGroup group, DateOnly asOf)
    {
        var all = Rungs.Select(_ => new List<IncidentId>()).ToList();
        var mature = Rungs.Select(_ => new List<IncidentId>()).ToList();
        var leftOut = new Tally<LeftOut>();
        foreach (var fact in facts.Where(f => group.MayHold(f.Verification)))
        {
            if ((Counting.Unusable(fact, asOf) ?? (fact.FurthestRung is null ? Statistics.LeftOut.Unknown : null)) is { } reason)
            {
                leftOut.Add(reason, fact.Incident);
                continue;
            }

            var isMature = fact.IsOlderThan(Counting.MatureMonths, asOf);
            for (var rung = 0; rung <= fact.FurthestRung; rung++)
            {
                all[rung].Add(fact.Incident);
                if (isMature)
                {
                    mature[rung].Add(fact.Incident);
                }
            }
        }

        return new StageFunnel(group, asOf, Steps(all), Steps(mature), leftOut.ToDictionary());
    }

    private static List<FunnelStep> Steps(List<List<IncidentId>> reached) =>
        [.. reached.Select((ids, rung) => new FunnelStep(
            Rungs[rung],
            ids,
            rung == 0 ? null : Proportion.Of(ids.Count, reached[rung - 1].Count),
            Proportion.Of(ids.Count, reached[0].Count)))];
}
