using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Protection;

/// <summary>What may mean that it gets worse for somebody. A sign asks a person to look; it decides nothing.</summary>
public enum SignKind
{
    /// <summary>Somebody threatened to kill the person, their family or their colleagues.</summary>
    ThreatToKill = 1,

    /// <summary>Threatened again within <see cref="Escalation.WindowDays"/> days.</summary>
    SecondThreat = 2,

    /// <summary>A smear, and a threat within <see cref="Escalation.WindowDays"/> days after it.</summary>
    SmearThenThreat = 3,

    /// <summary>Something graver within <see cref="Escalation.WindowDays"/> days, in another incident.</summary>
    RisingSeverity = 4,
}

/// <summary>Something that was done to one person, on a day as well as it is known.</summary>
/// <param name="Sequence">Of the act within its incident.</param>
/// <param name="Code">Code of the list <c>acts</c>.</param>
/// <param name="Group">Group of the code in that list.</param>
public sealed record SufferedAct(IncidentId Incident, int Sequence, string Code, string? Group, PartialDate On);

/// <param name="Last">The act that makes it one.</param>
/// <param name="Before">What came before it; null where the last one is enough.</param>
public sealed record EscalationSign(SignKind Kind, SufferedAct Last, SufferedAct? Before)
{
    /// <summary>
    /// Whoever assessed the risk then knew of it: the act was over. Of an act known to the month, that is the day on which it was
    /// logged, if that came earlier.
    /// </summary>
    public bool IsAnsweredBy(DateOnly assessedOn, DateOnly loggedOn)
    {
        var (earliest, latest) = (Last.On.Earliest!.Value, Last.On.Latest!.Value);
        return assessedOn >= (latest <= loggedOn || loggedOn < earliest ? latest : loggedOn);
    }
}

public static class SignKinds
{
    /// <summary>Its code in the list <c>escalation-signs</c>.</summary>
    public static string Code(this SignKind kind) => $"CT-ESC-{(int)kind}";
}

/// <summary>
/// Looks through what one person suffered for signs of escalation (docs/adr/0017). Rules and no reckoning: nothing is scored,
/// and nothing follows by itself.
/// </summary>
public static class Escalation
{
    /// <summary>Between two acts, so that they count as belonging together.</summary>
    public const int WindowDays = 90;

    /// <summary>Days for which the last act of a sign asks for attention; what is older is history.</summary>
    public const int CurrentDays = 365;

    /// <summary>Known less exactly than to the month, two dates cannot be said to be within ninety days.</summary>
    private const DatePrecision Needed = DatePrecision.Month;

    /// <returns>At most one of each kind, that of the latest act; none for somebody who was killed, whom no assessment protects any more.</returns>
    public static IReadOnlyList<EscalationSign> SignsOf(IEnumerable<SufferedAct> acts, DateOnly today)
    {
        var dated = InOrder(acts).ToList();
        if (acts.Any(a => ActSeverity.IsKilling(a.Code)))
        {
            return [];
        }

        var recent = dated.Where(a => a.On.Latest >= today.AddDays(-CurrentDays)).Reverse().ToList();
        var signs = new List<EscalationSign>();
        Add(SignKind.ThreatToKill, last => ActSeverity.IsThreatToKill(last.Code), null);
        Add(SignKind.SecondThreat, last => ActSeverity.IsThreat(last.Code), (before, _) => ActSeverity.IsThreat(before.Code));
        Add(SignKind.SmearThenThreat, last => ActSeverity.IsThreat(last.Code), (before, _) => ActSeverity.IsSmear(before));

        // The other three say more exactly what is graver; this one speaks only of what came after them.
        var told = signs.Select(s => s.Last.On.Earliest).DefaultIfEmpty().Max();
        Add(SignKind.RisingSeverity, last => told is null || last.On.Earliest > told, (before, last) => before.Incident != last.Incident && ActSeverity.Of(before) < ActSeverity.Of(last));
        return signs;

        void Add(SignKind kind, Func<SufferedAct, bool> isLast, Func<SufferedAct, SufferedAct, bool>? isBefore)
        {
            foreach (var last in recent.Where(isLast))
            {
                var before = isBefore is null ? null : dated.LastOrDefault(b => b != last && Follows(b, last) && isBefore(b, last));
                if (isBefore is null || before is not null)
                {
                    signs.Add(new(kind, last, before));
                    return;
                }
            }
        }
    }

    /// <summary>Those whose date is known well enough, in the order of time.</summary>
    public static IEnumerable<SufferedAct> InOrder(IEnumerable<SufferedAct> acts) =>
        acts.Where(a => a.On.Precision >= Needed).OrderBy(a => a.On.Earliest).ThenBy(a => a.On.Latest).ThenBy(a => a.Incident.Value).ThenBy(a => a.Sequence);

    /// <summary>
    /// Came after it, for all that is known, and at most <see cref="WindowDays"/> days later in the nearest reading of both dates. Two acts of one day
    /// follow each other only if they are of different incidents: within one they are one occasion.
    /// </summary>
    public static bool Follows(SufferedAct before, SufferedAct last) =>
        before.On.Earliest <= last.On.Earliest
        && last.On.Earliest!.Value.DayNumber - before.On.Latest!.Value.DayNumber <= WindowDays
        && (before.Incident != last.Incident || before.On.IsBefore(last.On));
}
