using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Accountability;

/// <summary>Records that nobody gave orders, or that this is not established after all: full justice asks for one or for whoever did.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record FindOrders(string Number, int Version, bool NobodyGaveOrders, string? Reason) : ICommand<Result>, IWorkOnIncident;

public sealed class FindOrdersHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<FindOrders, Result>
{
    public async Task<Result> Handle(FindOrders request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number, request.NobodyGaveOrders ? "no-orders" : "orders-open");
        var incident = await db.Incidents.Whole().FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        return incident.CheckVersion(request.Version) is { } stale
            ? stale
            : incident.FindOrders(request.NobodyGaveOrders, request.Reason, new Stamp(current.MemberId, calendar.Now));
    }
}
