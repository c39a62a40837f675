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

/// <summary>Records that an authority did something to find out; restarts the clock of stalled justice.</summary>
/// <param name="Code">Code of the list <c>investigative-acts</c>.</param>
/// <param name="Corrects">Sequence of the act that this one replaces.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record RecordInvestigativeAct(string Number, int Version, ProceedingId Proceeding, string? Code, DateInput On, string? Note = null, int? Corrects = null) : ICommand<Result>, IWorkOnIncident;

public sealed class RecordInvestigativeActHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<RecordInvestigativeAct, Result>
{
    public async Task<Result> Handle(RecordInvestigativeAct request, CancellationToken cancellationToken)
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

        var on = request.On.ToDate(nameof(request.On));
        var act = new InvestigationToRecord(request.Code, on.IsSuccess ? on.Value : PartialDate.Unknown, request.Note, request.Corrects);
        var recorded = incident.RecordInvestigativeAct(request.Proceeding, act, terms, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        return Result.Of(StageInput.Together(on.Refusals, recorded.Refusals));
    }
}
