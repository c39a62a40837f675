namespace CaseTracker.Domain.Accountability;

/// <summary>
/// Where paths and perpetrators stand, read from the entries that stand. Convictions are recorded as such (J6, of somebody); that
/// they are full justice (J7) is never recorded but follows here, for the incident's page, its lists and the figures alike.
/// The rules are those of docs/adr/0013.
/// </summary>
public static class Ladder
{
    /// <summary>
    /// The entry that says where one perpetrator stands on a path: their own last one, or a later one about the whole path that
    /// reaches further, shelves it, closes it or reopens it. What was decided about a person (a conviction, a death) no entry about the
    /// whole path undoes, and an acquittal or a reversal only a reopening. Reparation says nothing of any one person.
    /// </summary>
    /// <param name="counted">Entries that stand, in the order of the path.</param>
    /// <returns>Null where nothing was recorded yet.</returns>
    public static T? StandingOf<T>(IEnumerable<T> counted, int accused)
        where T : class, IStageRecord
    {
        T? standing = null;
        foreach (var entry in counted)
        {
            if (entry.Accused == accused || (entry.Accused is null && entry.Stage != Stage.J8 && (standing?.Accused is null || Overrules(entry, standing))))
            {
                standing = entry;
            }
        }

        return standing;
    }

    /// <summary>
    /// Where a path stands. Nobody named: at its last entry. A conviction stands: at J6, at J7 once justice is full, and at J8
    /// once reparation was carried out as well. Otherwise where the furthest of those stands who have not left the ladder, and if all
    /// have, at the last entry about them.
    /// </summary>
    /// <param name="full">Everybody who answers for the incident stands finally convicted; see <see cref="IsFull"/>.</param>
    public static Stage? PathStanding<T>(IReadOnlyList<T> counted, bool full)
        where T : class, IStageRecord
    {
        var standings = Named(counted).Select(a => StandingOf(counted, a)!).ToList();
        if (standings.Count == 0)
        {
            return counted.Count == 0 ? null : counted[^1].Stage;
        }

        if (standings.Any(s => s.Stage.IsConviction()))
        {
            return !full ? Stage.J6 : counted.LastOrDefault(s => s.Accused is null)?.Stage == Stage.J8 ? Stage.J8 : Stage.J7;
        }

        var running = standings.Where(s => !s.Stage.IsExit()).ToList();
        return running.Count > 0 ? running.Max(s => s.Stage) : counted.Last(standings.Contains).Stage;
    }

    /// <summary>Everybody on the roster whom no path names: whoever gave the orders and was never charged is one of them more often than not.</summary>
    public static IReadOnlyList<int> NamedNowhere<T>(IReadOnlyList<IReadOnlyList<T>> paths, Roster roster)
        where T : class, IStageRecord => [.. roster.All.Select(a => a.Sequence).Except(paths.SelectMany(p => Named(p)))];

    /// <summary>
    /// Where somebody whom a path does not name stands on it: where it stands as a whole. Where everything recorded is about others,
    /// at J1, for that it was reported is all that the path says of them.
    /// </summary>
    public static Stage StageOf<T>(IReadOnlyList<T> counted, int accused)
        where T : class, IStageRecord => StandingOf(counted, accused)?.Stage ?? Stage.J1;

    /// <summary>
    /// Standings of each path, of everybody named on it and, where it names somebody, of those whom none names: the incident's highest
    /// and lowest are taken over them.
    /// </summary>
    public static IEnumerable<Stage> Standings<T>(IReadOnlyList<IReadOnlyList<T>> paths, Roster roster, bool full)
        where T : class, IStageRecord
    {
        var nowhere = NamedNowhere(paths, roster);
        return paths.Where(p => p.Count > 0).SelectMany(p => Concerned(p, nowhere)
            .Select(a => StageOf(p, a))
            .Select(s => s.IsConviction() && full ? Stage.J7 : s)
            .Prepend(PathStanding(p, full)!.Value));
    }

    /// <summary>Whom a path has to do with: those it names, and then also those whom none names. Nobody, where it speaks of itself alone.</summary>
    public static IEnumerable<int> Concerned<T>(IReadOnlyList<T> counted, IReadOnlyList<int> namedNowhere)
        where T : class, IStageRecord => Named(counted) is { Count: > 0 } named ? named.Concat(namedNowhere) : [];

    /// <summary>Everybody on the roster stands finally convicted on some path, and one of them gave the orders or it is established that nobody did.</summary>
    /// <param name="criminal">Criminal paths: a sanction, a recommendation or a ruling elsewhere convicts nobody.</param>
    public static bool IsFull<T>(IReadOnlyList<IReadOnlyList<T>> criminal, Roster roster)
        where T : class, IStageRecord => roster.IsEstablished && roster.All.All(a => criminal.Any(p => StandingOf(p, a.Sequence) is { Stage: Stage.J6, IsFinal: true, Accused: not null }));

    /// <param name="paths">Paths towards justice.</param>
    /// <param name="criminal">Those of them that are criminal.</param>
    /// <returns>Nothing while no conviction stands, or once justice is full.</returns>
    public static IReadOnlyDictionary<Lacking, int> WhatIsLacking<T>(IReadOnlyList<IReadOnlyList<T>> paths, IReadOnlyList<IReadOnlyList<T>> criminal, Roster roster)
        where T : class, IStageRecord
    {
        var lacking = new Dictionary<Lacking, int>();

        // Partial justice as it was recorded before convictions were of somebody.
        Add(Lacking.Named, paths.Count(p => Named(p).Count == 0 && p.Count > 0 && p[^1].Stage == Stage.J6));
        var convictions = roster.All
            .Select(a => criminal.Select(p => StandingOf(p, a.Sequence)).Where(s => s is { Stage: Stage.J6, Accused: not null }).OrderByDescending(s => s!.IsFinal).FirstOrDefault())
            .ToList();
        if (convictions.TrueForAll(c => c is null))
        {
            return lacking;
        }

        Add(Lacking.Known, roster.All.Count(a => !a.IsKnown));
        Add(Lacking.Convicted, roster.All.Where((a, i) => a.IsKnown && convictions[i] is null).Count());
        Add(Lacking.Final, convictions.Count(c => c is { IsFinal: false }));
        Add(Lacking.WhoeverOrdered, roster.NobodyGaveOrders || roster.All.Any(a => a.GaveOrders) ? 0 : 1);
        return lacking;

        void Add(Lacking what, int count)
        {
            if (count > 0)
            {
                lacking.Add(what, count);
            }
        }
    }

    /// <summary>
    /// The rung that a stage proves. A path that left the ladder had been reported; where a suspect died, one was known; an
    /// acquittal follows a trial, and a reversal a conviction. Whatever else came before an exit counts only if recorded.
    /// </summary>
    public static int ReachedRung(Stage stage) => stage.Rung() ?? stage switch
    {
        Stage.X4 => 6,
        Stage.X3 => 5,
        Stage.X5 => 3,
        _ => 1,
    };

    /// <summary>
    /// Highest rung (0 to 8) that any path ever reached, even if it was left again. Rungs 7 and 8 were reached if at some point in
    /// the order of days everybody on today's roster stood finally convicted.
    /// </summary>
    /// <param name="paths">Paths towards justice.</param>
    /// <param name="criminal">Those of them that are criminal.</param>
    /// <returns>Null while nothing is recorded.</returns>
    public static int? FurthestRung<T>(IReadOnlyList<IReadOnlyList<T>> paths, IReadOnlyList<IReadOnlyList<T>> criminal, Roster roster)
        where T : class, IStageRecord
    {
        int? furthest = null;
        foreach (var path in paths)
        {
            // Before convictions were of somebody, full justice and reparation were recorded as such: they stand as recorded.
            var isNamed = path.Any(s => s.Accused is not null);
            foreach (var stage in path)
            {
                var rung = ReachedRung(stage.Stage);
                furthest = Math.Max(furthest ?? 0, isNamed ? Math.Min(rung, 6) : rung);
            }
        }

        return furthest == 6 && roster.IsEstablished ? Math.Max(6, FullOnce(criminal, roster)) : furthest;
    }

    private static int FullOnce<T>(IReadOnlyList<IReadOnlyList<T>> paths, Roster roster)
        where T : class, IStageRecord
    {
        var seen = paths.Select(_ => new List<T>()).ToList();
        var reached = 0;
        foreach (var (path, stage) in paths.SelectMany((p, i) => p.Select(s => (i, s))).OrderBy(e => e.s.Earliest ?? DateOnly.MinValue))
        {
            seen[path].Add(stage);
            if (IsFull(seen, roster))
            {
                reached = Math.Max(reached, seen.Exists(p => PathStanding(p, full: true) == Stage.J8) ? 8 : 7);
            }
        }

        return reached;
    }

    private static List<int> Named<T>(IReadOnlyList<T> counted)
        where T : IStageRecord => [.. counted.Select(s => s.Accused).OfType<int>().Distinct()];

    private static bool Overrules(IStageRecord whole, IStageRecord own) => own.Stage switch
    {
        Stage.X5 or Stage.J6 or Stage.J7 or Stage.J8 => false,
        _ when own.Stage.IsExit() => whole.Reopens,
        _ => whole.Reopens || whole.Stage.IsExit() || whole.Stage == Stage.J2s || whole.Stage >= own.Stage,
    };
}
