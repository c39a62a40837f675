using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Accountability;

/// <summary>Takes back an act that was entered by mistake, with the reason; the clock of stalled justice counts as if nobody had recorded it.</summary>
/// <param name="Entry">Sequence of the act.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record WithdrawInvestigativeAct(string Number, int Version, ProceedingId Proceeding, int Entry, string? Reason) : ICommand<Result>, IWorkOnIncident;

public sealed class WithdrawInvestigativeActHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<WithdrawInvestigativeAct, Result>
{
    public async Task<Result> Handle(WithdrawInvestigativeAct request, CancellationToken cancellationToken)
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

        var wrong = proceeding.InvestigativeActs.FirstOrDefault(a => a.Sequence == request.Entry);
        trail.OfIncident(request.Number, wrong?.Code);
        return incident.WithdrawInvestigativeAct(request.Proceeding, request.Entry, request.Reason, new Stamp(current.MemberId, calendar.Now));
    }
}
