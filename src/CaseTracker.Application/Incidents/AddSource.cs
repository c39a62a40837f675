using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;

namespace CaseTracker.Application.Incidents;

/// <summary>Adds how something is known.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record AddSource(string Number, int Version, SourceToRecord Source) : ICommand<Result>, IWorkOnIncident;

public sealed class AddSourceHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<AddSource, Result>
{
    public async Task<Result> Handle(AddSource request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.Whole().FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        return incident.CheckVersion(request.Version) is { } stale
            ? stale
            : incident.AddSource(request.Source, terms, new Stamp(current.MemberId, calendar.Now));
    }
}
