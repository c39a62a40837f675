using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;

namespace CaseTracker.Application.Accountability;

/// <summary>Opens a path towards accountability, or records one of criminalization, with its first stage.</summary>
/// <param name="Kind">Code of the list <c>proceeding-kinds</c>.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record OpenProceeding(string Number, int Version, string? Kind, string? Authority, StageInput First) : ICommand<Result>, IWorkOnIncident;

public sealed class OpenProceedingHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<OpenProceeding, Result>
{
    public async Task<Result> Handle(OpenProceeding request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.Whole().FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        if (incident.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        trail.OfIncident(request.Number, request.First.Readable().Stage.ToString());
        var opened = incident.OpenProceeding(request.Kind, request.Authority, request.First.Readable(), terms, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        return Result.Of(StageInput.Together(request.First.ToRecord().Refusals, opened.Refusals));
    }
}
