using CaseTracker.Domain.Protection;

namespace CaseTracker.Domain.People;

/// <summary>How sure it is that a threat came soon after another one.</summary>
public enum Repetition
{
    None = 0,

    /// <summary>The dates allow it and do not prove it.</summary>
    Perhaps = 1,
    Certain = 2,
}

/// <summary>
/// Threats against one person that follow one another closely, by the very rule of the sign of a second threat
/// (<see cref="Escalation.Follows"/>): a page and a sign never say two things of the same two threats.
/// </summary>
public static class RepeatedThreats
{
    public const int WindowDays = Escalation.WindowDays;

    /// <returns>For each act, in the same order, whether it is a threat that came within <see cref="WindowDays"/> days after another one.</returns>
    public static IReadOnlyList<Repetition> Among(IReadOnlyList<SufferedAct> acts)
    {
        var threats = Escalation.InOrder(acts).Where(a => ActSeverity.IsThreat(a.Code)).ToList();
        return [.. acts.Select(act => threats.TakeWhile(t => t != act).Where(before => threats.Contains(act) && Escalation.Follows(before, act)).Select(before => SurenessOf(before, act)).DefaultIfEmpty().Max())];
    }

    private static Repetition SurenessOf(SufferedAct before, SufferedAct act) =>
        !before.On.IsApproximate && !act.On.IsApproximate
        && before.On.Latest <= act.On.Earliest
        && act.On.Latest!.Value.DayNumber - before.On.Earliest!.Value.DayNumber <= WindowDays
            ? Repetition.Certain
            : Repetition.Perhaps;
}
