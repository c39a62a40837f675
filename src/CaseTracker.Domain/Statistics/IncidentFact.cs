using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;

namespace CaseTracker.Domain.Statistics;

/// <summary>Classes of acts that SDG indicator 16.10.1 tells apart (class of the terms in the list <c>acts</c>).</summary>
[Flags]
public enum SdgActs
{
    None = 0,
    Killing = 1,
    Torture = 2,
    Disappearance = 4,
    ArbitraryDetention = 8,
    Kidnapping = 16,
    Other = 32,
}

/// <summary>The columns of one incident that are counted; no identity, no narrative, no place.</summary>
/// <param name="FirstDay">First day the start can mean; <see cref="DateOnly.MinValue"/> when unknown.</param>
/// <param name="LastDay">Last day the start can mean; <see cref="DateOnly.MinValue"/> when unknown.</param>
public sealed record IncidentRow(IncidentId Incident, DateOnly FirstDay, DateOnly LastDay, Verification Verification, SdgActs Acts, bool AnyStatePerpetrator)
{
    /// <summary>Who answers for it, as is known today; asked only where somebody is named on a path.</summary>
    public Roster Roster { get; init; } = Roster.Nobody;
}

/// <summary>One recorded stage of one path against an aggressor, corrected and withdrawn entries included.</summary>
/// <param name="Kind">Code of the list <c>proceeding-kinds</c>.</param>
/// <param name="Earliest">First day the stage's date can mean; null when unknown.</param>
/// <param name="Latest">Last day the stage's date can mean; null when unknown.</param>
public sealed record StageRow(
    ProceedingId Path, string Kind, int Sequence, Stage Stage, DateOnly? Earliest, DateOnly? Latest, int? Corrects, int? Accused = null, bool IsFinal = false, bool Reopens = false,
    bool IsWithdrawal = false, int? Precedes = null) : IStageRecord;

/// <summary>Where one path stood.</summary>
public sealed record PathFact(ProceedingId Path, string Kind, Stage Standing);

/// <summary>The days that a date known to the year, month or day can mean.</summary>
public readonly record struct DaySpan(DateOnly Earliest, DateOnly Latest);

/// <summary>
/// What is counted of one incident, as it stood on one day. A stage dated after that day has not happened; a stage
/// without a date has. Paths of criminalization against the defender must not be among the rows.
/// </summary>
public sealed record IncidentFact
{
    private IncidentFact(IncidentRow row) => Row = row;

    public IncidentId Incident => Row.Incident;

    public Verification Verification => Row.Verification;

    public SdgActs Acts => Row.Acts;

    public bool AnyStatePerpetrator => Row.AnyStatePerpetrator;

    /// <summary>Null when the incident bears no date.</summary>
    public DaySpan? Started => Row.FirstDay == DateOnly.MinValue ? null : new DaySpan(Row.FirstDay, Row.LastDay);

    public IReadOnlyList<PathFact> Paths { get; private init; } = [];

    /// <summary>Best standing of its paths and of those accused on them; null when no path is recorded, which is not the same as impunity.</summary>
    public Stage? HighestStage { get; private init; }

    /// <summary>Worst standing of its paths and of those accused on them; null when no path is recorded.</summary>
    public Stage? LowestStage { get; private init; }

    /// <summary>Highest rung (0 to 8) that any path ever reached, even if it was left again; null when no path is recorded.</summary>
    public int? FurthestRung { get; private init; }

    /// <summary>When a file was first open, or something later happened; null if never, or if no such entry bears a date.</summary>
    public DaySpan? Investigated { get; private init; }

    /// <summary>When somebody was first before a judge, or something later happened; null if never, or if no such entry bears a date.</summary>
    public DaySpan? Charged { get; private init; }

    /// <summary>When somebody was first convicted; null if never, or if no such entry bears a date.</summary>
    public DaySpan? Convicted { get; private init; }

    /// <summary>True if a stage is certainly dated before the incident: one of the two dates is wrong.</summary>
    public bool HasStageBeforeIncident { get; private init; }

    private IncidentRow Row { get; }

    /// <summary>True only if every reading of its date lies at least so many calendar months before the day.</summary>
    public bool IsOlderThan(int months, DateOnly asOf) => Started is { } started && started.Latest.AddMonths(months) <= asOf;

    /// <summary>Of an incident with a conviction: false only if the first certainly came later: a date that may lie within, or is not known, does.</summary>
    public bool IsConvictedWithin(int months) => Convicted is not { } convicted || Started is not { } started || convicted.Earliest <= started.Latest.AddMonths(months);

    /// <param name="stages">All entries of the incident's paths against aggressors.</param>
    /// <param name="asOf">The day on which the incident is looked at.</param>
    public static IncidentFact Of(IncidentRow row, IReadOnlyCollection<StageRow> stages, DateOnly asOf)
    {
        if (stages.Count == 0)
        {
            return new IncidentFact(row);
        }

        var paths = stages.GroupBy(s => s.Path)
            .Select(path => (IReadOnlyList<StageRow>)[.. StageHistory.Standing(path).Where(s => s.Earliest is null || s.Earliest <= asOf)])
            .Where(path => path.Count > 0)
            .ToList();
        if (paths.Count == 0)
        {
            return new IncidentFact(row);
        }

        var criminal = paths.Where(p => p[0].Kind == Proceeding.Criminal).ToList();
        var full = Ladder.IsFull(criminal, row.Roster);
        var happened = paths.SelectMany(p => p).ToList();
        var standings = Ladder.Standings(paths, row.Roster, full).ToList();
        return new IncidentFact(row)
        {
            Paths = paths.ConvertAll(p => new PathFact(p[0].Path, p[0].Kind, Ladder.PathStanding(p, full)!.Value)),
            HighestStage = standings.Max(),
            LowestStage = standings.Min(),
            FurthestRung = Ladder.FurthestRung(paths, criminal, row.Roster),
            Investigated = First(happened, rung: 2),
            Charged = First(happened, rung: 4),
            Convicted = First(happened, rung: 6),
            HasStageBeforeIncident = happened.Any(s => s.Latest < row.FirstDay),
        };
    }

    private static DaySpan? First(List<StageRow> happened, int rung)
    {
        DaySpan? first = null;
        foreach (var stage in happened)
        {
            if (stage is { Earliest: { } earliest, Latest: { } latest } && Ladder.ReachedRung(stage.Stage) >= rung && (first is null || (earliest, latest).CompareTo((first.Value.Earliest, first.Value.Latest)) < 0))
            {
                first = new DaySpan(earliest, latest);
            }
        }

        return first;
    }
}
