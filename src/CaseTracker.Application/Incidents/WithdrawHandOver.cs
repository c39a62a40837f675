using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Incidents;

/// <summary>Takes an open proposal back.</summary>
/// <param name="HandOver">Sequence of the proposal that the screen showed.</param>
[Requires(Permission.AssignIncidents)]
public sealed record WithdrawHandOver(string Number, int HandOver) : ICommand<Result>, IWorkOnIncident;

public sealed class WithdrawHandOverHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<WithdrawHandOver, Result>
{
    public async Task<Result> Handle(WithdrawHandOver request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.WithAccess().FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        return current.Actor.Leads(incident) ? incident.Withdraw(request.HandOver, new Stamp(current.MemberId, calendar.Now)) : AccessErrors.NotYours;
    }
}
