using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;

namespace CaseTracker.Domain.Statistics;

/// <summary>What one count stands for.</summary>
public enum CountedUnit
{
    Incident = 1,

    /// <summary>A path before an authority: one incident can have several.</summary>
    File = 2,

    Victim = 3,
}

/// <summary>What convictions stand: of nobody, of some, or of all including who ordered it (CPJ: no, partial, full justice).</summary>
public enum Justice
{
    None = 0,
    Partial = 1,
    Full = 2,
}

/// <summary>
/// One named way to say how much goes unpunished: which incidents are asked about, which of their standings count as
/// the whole, and which of those as impunity. Evaluated over facts taken as of the same day.
/// </summary>
public sealed class ImpunityDefinition
{
    internal ImpunityDefinition(
        string key,
        CountedUnit unit,
        Func<IncidentFact, DateOnly, LeftOut?> scope,
        Func<IncidentFact, IEnumerable<Stage>> standings,
        Func<Stage, LeftOut?> apart,
        Func<IncidentFact, Stage, bool> unpunished)
    {
        Key = key;
        Unit = unit;
        Scope = scope;
        Standings = standings;
        Apart = apart;
        Unpunished = unpunished;
    }

    /// <summary>Stable name, also the key of its title, e.g. <c>impunity.naive</c>.</summary>
    public string Key { get; }

    /// <summary>Key of the sentence that states the formula, its source and its limits.</summary>
    public string FormulaKey => Key + ".formula";

    public CountedUnit Unit { get; }

    private Func<IncidentFact, DateOnly, LeftOut?> Scope { get; }

    private Func<IncidentFact, IEnumerable<Stage>> Standings { get; }

    private Func<Stage, LeftOut?> Apart { get; }

    private Func<IncidentFact, Stage, bool> Unpunished { get; }

    /// <param name="facts">Taken as of <paramref name="asOf"/>.</param>
    public ImpunityFigure Evaluate(IEnumerable<IncidentFact> facts, VerificationGroup group, DateOnly asOf)
    {
        var counted = 0;
        var unpunished = 0;
        var denominator = new List<IncidentId>();
        var numerator = new List<IncidentId>();
        var justice = new Tally<Justice>();
        var leftOut = new Tally<LeftOut>();
        foreach (var fact in facts.Where(f => group.MayHold(f.Verification)))
        {
            var id = fact.Incident;
            if ((Counting.Unusable(fact, asOf) ?? Scope(fact, asOf) ?? (fact.HighestStage is null ? LeftOut.Unknown : null)) is { } reason)
            {
                leftOut.Add(reason, id);
                continue;
            }

            foreach (var standing in Standings(fact))
            {
                if (Apart(standing) is { } apart)
                {
                    leftOut.Add(apart, id);
                    continue;
                }

                counted++;
                Once(denominator, id);
                justice.Add(JusticeOf(standing), id);
                if (Unpunished(fact, standing))
                {
                    unpunished++;
                    Once(numerator, id);
                }
            }
        }

        return new ImpunityFigure(this, group, asOf, unpunished, counted, numerator, denominator, justice.ToDictionary(), leftOut.ToDictionary());
    }

    public static Justice JusticeOf(Stage standing) => standing switch
    {
        Stage.J6 => Justice.Partial,
        Stage.J7 or Stage.J8 => Justice.Full,
        _ => Justice.None,
    };

    private static void Once(List<IncidentId> ids, IncidentId id)
    {
        if (ids.Count == 0 || ids[^1] != id)
        {
            ids.Add(id);
        }
    }
}

/// <summary>A definition's answer, with the incidents behind every number.</summary>
/// <param name="Numerator">Unpunished, in the definition's unit. With <see cref="CountedUnit.File"/> it can exceed the number of incidents.</param>
/// <param name="Denominator">All that were counted, in the definition's unit.</param>
/// <param name="NumeratorIds">Incidents to open behind the numerator, each once.</param>
/// <param name="DenominatorIds">Incidents to open behind the denominator, each once.</param>
/// <param name="ByJustice">The denominator's incidents by the convictions that stand on the day itself; a class without incidents is absent.</param>
/// <param name="LeftOut">Incidents in neither, by reason; a reason without incidents is absent. An incident with two files can be both counted and left out.</param>
public sealed record ImpunityFigure(
    ImpunityDefinition Definition,
    VerificationGroup Group,
    DateOnly AsOf,
    int Numerator,
    int Denominator,
    IReadOnlyList<IncidentId> NumeratorIds,
    IReadOnlyList<IncidentId> DenominatorIds,
    IReadOnlyDictionary<Justice, IReadOnlyList<IncidentId>> ByJustice,
    IReadOnlyDictionary<LeftOut, IReadOnlyList<IncidentId>> LeftOut)
{
    /// <summary>Null when nothing could be counted: then there is no figure to show.</summary>
    public Proportion? Share => Proportion.Of(Numerator, Denominator);
}
