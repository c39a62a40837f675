namespace CaseTracker.Domain.Protection;

/// <summary>
/// How grave an act is beside others, for seeing whether it gets worse, and for nothing else. The order is our own and no
/// published scale: the nearer to the life and the freedom of the person, and the harder to undo, the graver (docs/adr/0017).
/// </summary>
public static class ActSeverity
{
    /// <summary>An act of a group that is not named here, such as one that an organisation added, is neither graver nor lighter than a threat.</summary>
    private const int Unknown = 3;

    private static readonly Dictionary<string, int> OfGroup = new()
    {
        // Words, and work made harder.
        ["CT-GRP-STG"] = 1,
        ["CT-GRP-RES"] = 1,

        // Somebody comes near without touching anything.
        ["CT-GRP-DIG"] = 2,

        // Threats, homes and offices, files opened against the person, reprisals.
        ["CT-GRP-THR"] = 3,
        ["CT-GRP-RAID"] = 3,
        ["CT-GRP-CRM"] = 3,
        ["CT-GRP-REP"] = 3,

        // Home is lost.
        ["CT-GRP-DSP"] = 4,

        // The body.
        ["CT-GRP-TOR"] = 5,

        // The life.
        ["CT-GRP-DIS"] = 6,
        ["CT-GRP-KILL"] = 6,
    };

    /// <summary>Acts that are graver or lighter than the rest of their group.</summary>
    private static readonly Dictionary<string, int> OfAct = new()
    {
        // Surveillance and stalking are not yet a threat.
        ["02010303"] = 2,
        ["02010304"] = 2,
        ["120104"] = 2,

        // Freedom is lost.
        ["030101"] = 4,
        ["030102"] = 4,
        ["030105"] = 4,
        ["CT-CRM-4"] = 4,
        ["CT-CRM-5"] = 4,
    };

    public static int Of(SufferedAct act) =>
        OfAct.TryGetValue(act.Code, out var own) ? own
        : IsThreatToKill(act.Code) ? 4
        : act.Group is { } group && OfGroup.TryGetValue(group, out var all) ? all
        : Unknown;

    /// <summary>ESF 4: death threats are 02010302 and below, other threats 02010301 and below.</summary>
    public static bool IsThreatToKill(string code) => code.StartsWith("02010302", StringComparison.Ordinal);

    /// <summary>To be watched or followed is not counted.</summary>
    public static bool IsThreat(string code) => IsThreatToKill(code) || code.StartsWith("02010301", StringComparison.Ordinal);

    public static bool IsSmear(SufferedAct act) => act.Group == "CT-GRP-STG";

    /// <summary>ESF 4: killings are 0101 and below; an attempt (010109) is none.</summary>
    public static bool IsKilling(string code) => code.StartsWith("0101", StringComparison.Ordinal) && code != "010109";
}
