using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Incidents;

/// <summary>Takes a grant back: from the next request on, its holder no longer sees the incident.</summary>
/// <param name="Grant">Sequence of the grant within the incident.</param>
[Requires(Permission.GrantAccess)]
public sealed record RevokeAccess(string Number, int Grant) : ICommand<Result>, IWorkOnIncident;

public sealed class RevokeAccessHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<RevokeAccess, Result>
{
    public async Task<Result> Handle(RevokeAccess request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.WithAccess().FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        return current.Actor.Leads(incident) ? incident.Revoke(request.Grant, new Stamp(current.MemberId, calendar.Now)) : AccessErrors.NotYours;
    }
}
