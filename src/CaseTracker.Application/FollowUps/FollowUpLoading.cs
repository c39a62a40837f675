using CaseTracker.Application.Persistence;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.FollowUps;

internal static class FollowUpLoading
{
    /// <summary>With the number of its incident. Null when it does not exist or belongs to an incident that is not the actor's to see.</summary>
    public static async Task<(FollowUp FollowUp, Incident Incident)?> FindFollowUpAsync(this ICaseTrackerDb db, FollowUpId id, CancellationToken cancellationToken)
    {
        var found = await db.FollowUps.Include(f => f.Snoozes).SingleOrDefaultAsync(f => f.Id == id, cancellationToken);
        return found is not null && await db.Incidents.SingleOrDefaultAsync(i => i.Id == found.IncidentId, cancellationToken) is { } incident
            ? (found, incident)
            : null;
    }
}
