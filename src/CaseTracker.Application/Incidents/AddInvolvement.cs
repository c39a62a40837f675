using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;

namespace CaseTracker.Application.Incidents;

/// <summary>Adds a perpetrator, and the part they had in it.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record AddInvolvement(string Number, int Version, InvolvementToRecord Involvement) : ICommand<Result>, IWorkOnIncident;

public sealed class AddInvolvementHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<AddInvolvement, Result>
{
    public async Task<Result> Handle(AddInvolvement request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.Whole().FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        return incident.CheckVersion(request.Version) is { } stale
            ? stale
            : incident.AddInvolvement(request.Involvement, terms, new Stamp(current.MemberId, calendar.Now));
    }
}
