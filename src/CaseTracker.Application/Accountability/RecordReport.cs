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

/// <summary>Records the report of a path that was opened without one. It stands before what followed, and moves no clock.</summary>
/// <param name="Authority">Code of the authority that took it.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record RecordReport(string Number, int Version, ProceedingId Proceeding, DateInput On, string? Authority, string? Reason) : ICommand<Result>, IWorkOnIncident;

public sealed class RecordReportHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<RecordReport, Result>
{
    public async Task<Result> Handle(RecordReport request, CancellationToken cancellationToken)
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

        var office = await db.OfficeAsync(request.Authority, null, cancellationToken);
        var on = request.On.ToDate(nameof(request.On));
        List<Refusal> unreadable = [.. office.Refusals, .. on.Refusals];
        var report = new StageToRecord(
            Stage.J1, on.IsSuccess ? on.Value : PartialDate.Unknown, request.Reason, Office: office.IsSuccess ? office.Value : new Office(null, null), IsMissingReport: true);
        var recorded = incident.RecordStage(request.Proceeding, report, terms, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        return Result.Of(StageInput.Together(unreadable, recorded.Refusals));
    }
}
