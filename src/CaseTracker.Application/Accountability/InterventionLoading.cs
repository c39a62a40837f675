using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <param name="Incident">Null for what a release asks.</param>
/// <param name="Subject">What the trail names: the incident's number, or the release's key.</param>
internal sealed record FoundIntervention(Intervention Intervention, Incident? Incident, string Subject);

public static class InterventionLoading
{
    /// <summary>The whole aggregate, in the one shape in which it is loaded.</summary>
    public static IQueryable<Intervention> WithParts(this IQueryable<Intervention> interventions) => interventions
        .Include(i => i.Replies)
        .Include(i => i.Gradings)
        .Include(i => i.DueChanges);

    /// <summary>Null when it does not exist or belongs to an incident that is not the actor's to see.</summary>
    internal static async Task<FoundIntervention?> FindInterventionAsync(this ICaseTrackerDb db, InterventionId id, CancellationToken cancellationToken)
    {
        if (await db.Interventions.WithParts().SingleOrDefaultAsync(i => i.Id == id, cancellationToken) is not { } found)
        {
            return null;
        }

        if (found.IncidentId is { } about)
        {
            var incident = await db.Incidents.SingleAsync(i => i.Id == about, cancellationToken);
            return new(found, incident, incident.Number);
        }

        var ask = found.AskId!.Value;
        return new(found, null, await db.Releases.Where(r => r.Asks.Any(a => a.Id == ask)).Select(r => r.Key).SingleAsync(cancellationToken));
    }

    /// <summary>The same form sent twice records one thing once; a key that something else has is refused without saying what.</summary>
    /// <returns>Null if the key is free.</returns>
    internal static async Task<Result<InterventionId>?> RecordedBeforeAsync(this ICaseTrackerDb db, InterventionId id, IncidentId? incident, AskId? ask, CancellationToken cancellationToken)
    {
        var same = await db.Interventions.IgnoreQueryFilters().Where(i => i.Id == id).Select(i => new { i.IncidentId, i.AskId }).SingleOrDefaultAsync(cancellationToken);
        return same is null ? null : same.IncidentId == incident && same.AskId == ask ? id : SharedErrors.FormUsed;
    }
}
