using CaseTracker.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

public static class IncidentLoading
{
    /// <summary>The whole aggregate, as its rules need it: the one loading shape for changing an incident.</summary>
    public static IQueryable<Incident> Whole(this IQueryable<Incident> incidents) => incidents
        .Include(i => i.Victims)
        .Include(i => i.Acts)
        .Include(i => i.Involvements)
        .Include(i => i.Sources)
        .Include(i => i.ClaimSupports)
        .Include(i => i.Accusations)
        .Include(i => i.Citations)
        .Include(i => i.WorkflowChanges)
        .Include(i => i.VerificationChanges)
        .Include(i => i.OrderFindings)
        .Include(i => i.Proceedings).ThenInclude(p => p.Stages)
        .Include(i => i.Proceedings).ThenInclude(p => p.InvestigativeActs)
        .Include(i => i.Proceedings).ThenInclude(p => p.Moves)
        .Include(i => i.Proceedings).ThenInclude(p => p.Against);

    /// <summary>Who may know of it and who was asked to take it: the loading shape for changing that, and for nothing else.</summary>
    public static IQueryable<Incident> WithAccess(this IQueryable<Incident> incidents) => incidents
        .Include(i => i.Grants)
        .Include(i => i.HandOvers)
        .Include(i => i.IdentityOpenings);

    /// <summary>Null when it does not exist or is not the actor's to see: the two are never told apart.</summary>
    public static Task<Incident?> FindAsync(this IQueryable<Incident> incidents, string number, CancellationToken cancellationToken) =>
        incidents.SingleOrDefaultAsync(i => i.Number == number, cancellationToken);
}
