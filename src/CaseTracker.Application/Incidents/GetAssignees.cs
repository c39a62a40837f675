using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>To whom an incident may be handed, with what they carry already.</summary>
[Requires(Permission.AssignIncidents)]
public sealed record GetAssignees(string Number) : IQuery<Result<IReadOnlyList<Assignee>>>, IWorkOnIncident;

/// <param name="OpenIncidents">Those not closed that they own and the reader sees.</param>
public sealed record Assignee(MemberId Id, string Name, bool IsOwner, int OpenIncidents);

public sealed class GetAssigneesHandler(ICaseTrackerDb db, Calendar calendar, Trail trail) : IRequestHandler<GetAssignees, Result<IReadOnlyList<Assignee>>>
{
    public async Task<Result<IReadOnlyList<Assignee>>> Handle(GetAssignees request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking().FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var members = await db.WhoWorkOn(incident, calendar.Now).AsNoTracking()
            .OrderBy(m => m.DisplayName)
            .Select(m => new { m.Id, m.DisplayName, Open = db.Incidents.Count(i => i.OwnerId == m.Id && i.Workflow != Domain.Incidents.Workflow.Closed) })
            .ToListAsync(cancellationToken);
        return members.Select(m => new Assignee(m.Id, m.DisplayName, m.Id == incident.OwnerId, m.Open)).ToList();
    }
}
