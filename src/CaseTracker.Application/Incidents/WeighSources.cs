using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;

namespace CaseTracker.Application.Incidents;

/// <summary>Says which source supports which claim, how reliable sources are, and which repeat each other. What was said before is kept.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record WeighSources(string Number, int Version, IReadOnlyList<SourceToWeigh> Sources, string? Note) : ICommand<Result>, IWorkOnIncident;

public sealed class WeighSourcesHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<WeighSources, Result>
{
    public async Task<Result> Handle(WeighSources request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.Whole().FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        return incident.CheckVersion(request.Version) is { } stale
            ? stale
            : incident.Weigh(request.Sources, request.Note, terms, new Stamp(current.MemberId, calendar.Now));
    }
}
