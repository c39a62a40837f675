using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;

namespace CaseTracker.Application.Accountability;

/// <summary>Opens a path towards accountability, or records one of criminalization, with its first stage.</summary>
/// <param name="Kind">Code of the list <c>proceeding-kinds</c>.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record OpenProceeding(string Number, int Version, string? Kind, StageInput First) : ICommand<Result>, IWorkOnIncident;

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

        var office = await db.OfficeAsync(request.First.Authority, request.First.Unit, cancellationToken);
        var first = request.First.Readable(office.IsSuccess ? office.Value : new Office(null, request.First.Unit));
        trail.OfIncident(request.Number, $"{terms.Find(Lists.ProceedingKinds, request.Kind)?.Code} {first.Stage}");
        List<Refusal> unreadable = [.. request.First.ToRecord().Refusals, .. office.Refusals];
        var opened = incident.OpenProceeding(request.Kind, first.Office!, first, terms, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        return Result.Of(StageInput.Together(unreadable, opened.Refusals));
    }
}
