using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Protection;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Protection;

internal static class MeasureLoading
{
    /// <summary>The whole aggregate, as its rules need it.</summary>
    public static IQueryable<ProtectionMeasure> Whole(this IQueryable<ProtectionMeasure> measures) => measures.Include(m => m.Steps).Include(m => m.Judgements);

    /// <summary>With its incident. Null when either does not exist, is not the actor's to see, or belongs to another.</summary>
    public static async Task<(ProtectionMeasure Measure, Incident Incident)?> FindMeasureAsync(this ICaseTrackerDb db, string number, ProtectionMeasureId id, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.SingleOrDefaultAsync(i => i.Number == number, cancellationToken);
        return incident is not null && await db.Measures.Whole().SingleOrDefaultAsync(m => m.Id == id && m.IncidentId == incident.Id, cancellationToken) is { } measure
            ? (measure, incident)
            : null;
    }
}
