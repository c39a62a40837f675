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

/// <summary>Appends a stage to a path; a wrong entry is corrected by a new one, and going back is said out loud.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record RecordStage(string Number, int Version, ProceedingId Proceeding, StageInput Entry) : ICommand<Result>, IWorkOnIncident;

public sealed class RecordStageHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<RecordStage, Result>
{
    public async Task<Result> Handle(RecordStage request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.Whole().FindAsync(request.Number, cancellationToken);
        if (incident?.Proceedings.SingleOrDefault(p => p.Id == request.Proceeding) is not { } proceeding)
        {
            return SharedErrors.NotFound;
        }

        if (incident.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var office = await db.OfficeAsync(request.Entry.Authority, request.Entry.Unit, cancellationToken);
        var entry = request.Entry.Readable(office.IsSuccess ? office.Value : new Office(null, request.Entry.Unit));
        trail.OfIncident(request.Number, $"{proceeding.KindCode} {proceeding.Standing}>{entry.Stage}");
        var recorded = incident.RecordStage(request.Proceeding, entry, terms, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        return Result.Of(StageInput.Together([.. request.Entry.ToRecord().Refusals, .. office.Refusals], recorded.Refusals));
    }
}
