using CaseTracker.Domain.Accountability;

namespace CaseTracker.Domain.Statistics;

/// <summary>
/// The definitions of impunity that are in use, side by side: they answer different questions, and none replaces another.
/// In all of them the standing counts, so a reversed conviction (X4) is impunity again; an incident without a recorded
/// path is unknown and apart; one whose suspect died (X5) is apart too.
/// </summary>
public static class ImpunityDefinitions
{
    /// <summary>Kind of the paths that open a criminal file.</summary>
    public const string CriminalPath = Proceeding.Criminal;

    /// <summary>
    /// Without a standing conviction / with a recorded path. Unit: incident. It overstates impunity while incidents are
    /// young: most have had no time to be judged. Shown because others publish it, never alone.
    /// </summary>
    public static readonly ImpunityDefinition Naive = new(
        "impunity.naive", CountedUnit.Incident, Everything, Highest, SuspectDied, Unconvicted);

    /// <summary>
    /// Without a standing conviction reached within <see cref="Counting.MatureMonths"/> calendar months of the incident / incidents
    /// with a recorded path that are at least as old, in every reading of their date. Unit: incident. The horizon gives a
    /// case of 2008 no more time than one of 2012. A conviction without a date counts as reached in time.
    /// </summary>
    public static readonly ImpunityDefinition Mature = new(
        "impunity.mature",
        CountedUnit.Incident,
        (fact, asOf) => fact.IsOlderThan(Counting.MatureMonths, asOf) ? null : LeftOut.TooRecent,
        Highest,
        SuspectDied,
        (fact, stage) => !stage.IsConviction() || !fact.IsConvictedWithin(Counting.MatureMonths));

    /// <summary>
    /// Killings in which nobody stands convicted / killings; full, partial and no justice in <see cref="ImpunityFigure.ByJustice"/>.
    /// Unit: incident. After the Committee to Protect Journalists, whose index divides by population, looks back ten years, counts
    /// victims and leaves out combat and dangerous assignments: none of that is done here.
    /// </summary>
    public static readonly ImpunityDefinition CpjStyle = new(
        "impunity.cpj", CountedUnit.Incident, Killings, Highest, SuspectDied, Unconvicted);

    /// <summary>
    /// Killings not resolved / killings: 1 − resolved/all, where resolved is full justice (J7, J8). Unit: incident. After the UNESCO
    /// Observatory of Killed Journalists, which also tells "ongoing" from "no information received so far". That needs
    /// the State's replies, which are not recorded yet: both are "not resolved" here.
    /// </summary>
    public static readonly ImpunityDefinition UnescoStyle = new(
        "impunity.unesco", CountedUnit.Incident, Killings, Highest, SuspectDied, (_, stage) => ImpunityDefinition.JusticeOf(stage) != Justice.Full);

    /// <summary>
    /// Criminal files known to the authority (J1 or beyond, exits included) without an effective answer / such files. Unit: file.
    /// After México Evalúa (Hallazgos), which also counts reparatory agreements and other early exits as answers. They
    /// are not told apart from dismissals (X2) here, so only judgments count: a conviction that stands (J6–J8) or an acquittal (X3).
    /// </summary>
    public static readonly ImpunityDefinition PerFile = new(
        "impunity.per_file",
        CountedUnit.File,
        (fact, _) => fact.Paths.Count > 0 && fact.Paths.All(p => p.Kind != CriminalPath) ? LeftOut.NoCriminalFile : null,
        fact => fact.Paths.Where(p => p.Kind == CriminalPath).Select(p => p.Standing),
        stage => stage == Stage.J0 ? LeftOut.NotReported : SuspectDied(stage),
        (_, stage) => !stage.IsConviction() && stage != Stage.X3);

    /// <summary>In the order in which a screen shows them.</summary>
    public static readonly IReadOnlyList<ImpunityDefinition> All = [Mature, Naive, CpjStyle, UnescoStyle, PerFile];

    private static LeftOut? Everything(IncidentFact fact, DateOnly asOf) => null;

    private static LeftOut? Killings(IncidentFact fact, DateOnly asOf) => fact.Acts.HasFlag(SdgActs.Killing) ? null : LeftOut.OtherActs;

    private static IEnumerable<Stage> Highest(IncidentFact fact) => [fact.HighestStage!.Value];

    private static bool Unconvicted(IncidentFact fact, Stage stage) => !stage.IsConviction();

    private static LeftOut? SuspectDied(Stage stage) => stage == Stage.X5 ? LeftOut.SuspectDied : null;
}
