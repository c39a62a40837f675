using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;

namespace CaseTracker.Application.Incidents;

public static class StalledIncidents
{
    /// <summary>An investigation in which nobody investigates for half a year is one only in name.</summary>
    public const int AfterDays = 180;

    /// <summary>
    /// An investigation (J2) is as far as it has come, and no investigative act was recorded for <see cref="AfterDays"/> days;
    /// where there was never one, the clock starts when the investigation did (when it was recorded, if nobody knows).
    /// </summary>
    public static IQueryable<Incident> Stalled(this IQueryable<Incident> incidents, DateOnly today)
    {
        var since = today.AddDays(-AfterDays);
        var recorded = new DateTimeOffset(since.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return incidents.Where(i =>
            i.ErasedAt == null
            && i.HighestStage == Stage.J2
            && (i.LastInvestigated < since
                || (i.LastInvestigated == null
                    && i.Proceedings.Any(p => !p.IsAgainstDefender && p.Stages.Any(s =>
                        s.Stage == Stage.J2
                        && !p.Stages.Any(c => c.Corrects == s.Sequence)
                        && (s.On.Latest < since || (s.On.Latest == null && s.RecordedAt < recorded)))))));
    }
}
