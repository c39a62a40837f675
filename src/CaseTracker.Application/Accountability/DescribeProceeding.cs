using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Accountability;

/// <summary>Changes what is known of a path besides its steps: where the file lies, its number, counsel, the next hearing, and against whom it runs.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record DescribeProceeding(string Number, int Version, ProceedingId Proceeding, ProceedingInput Details) : ICommand<Result>, IWorkOnIncident;

public sealed class DescribeProceedingHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<DescribeProceeding, Result>
{
    public async Task<Result> Handle(DescribeProceeding request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.Whole().FindAsync(request.Number, cancellationToken);
        if (incident is null || incident.Proceedings.All(p => p.Id != request.Proceeding))
        {
            return SharedErrors.NotFound;
        }

        if (incident.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var office = await db.OfficeAsync(request.Details.Authority, request.Details.Unit, cancellationToken);
        var hearing = request.Details.Hearing();
        var move = request.Details.Move();
        List<Refusal> unreadable = [.. office.Refusals, .. hearing.Refusals, .. move.Refusals];
        var details = new ProceedingDetails(
            office.IsSuccess ? office.Value : new Office(null, request.Details.Unit),
            request.Details.FileNumber,
            request.Details.Counsel,
            hearing.IsSuccess ? hearing.Value : null,
            move.IsSuccess ? move.Value : null,
            request.Details.Against);
        var described = incident.DescribeProceeding(request.Proceeding, details, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        return Result.Of(StageInput.Together(unreadable, described.Refusals));
    }
}
