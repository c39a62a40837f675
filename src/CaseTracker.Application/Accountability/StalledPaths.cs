using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;

namespace CaseTracker.Application.Accountability;

/// <summary>The one meaning of stalled, for the list, for today's number and for the filter of incidents.</summary>
public static class StalledPaths
{
    public static IQueryable<Incident> WithStalledPath(this IQueryable<Incident> incidents, DateOnly today) =>
        incidents.Where(i => i.ErasedAt == null && i.Proceedings.Any(p => p.StalledFrom <= today));

    /// <summary>Each stalled path beside its incident. Of what was erased there is nothing left to ask for.</summary>
    public static IQueryable<StalledPath> StalledPathsOf(this IQueryable<Incident> incidents, DateOnly today) => incidents
        .Where(i => i.ErasedAt == null)
        .SelectMany(i => i.Proceedings, (i, p) => new StalledPath { Incident = i, Path = p })
        .Where(s => s.Path.StalledFrom <= today);
}

public sealed class StalledPath
{
    public required Incident Incident { get; init; }

    public required Proceeding Path { get; init; }
}

public static class NextHearings
{
    /// <summary>"Soon" is what can still be prepared.</summary>
    public const int SoonDays = 7;

    /// <summary>Of a path from which everything was withdrawn there is nothing to prepare.</summary>
    /// <param name="db">Asked once for the few that have a hearing, instead of once for each incident.</param>
    public static IQueryable<Incident> WithHearingSoon(this IQueryable<Incident> incidents, ICaseTrackerDb db, DateOnly today)
    {
        var last = today.AddDays(SoonDays);
        var heard = db.Incidents.SelectMany(i => i.Proceedings.Where(p => p.Standing != null && p.NextHearing >= today && p.NextHearing <= last), (i, _) => i.Id);
        return incidents.Where(i => i.ErasedAt == null && heard.Contains(i.Id));
    }
}
