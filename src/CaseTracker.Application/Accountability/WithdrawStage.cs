using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Accountability;

/// <summary>Takes back a stage that was entered by mistake, with the reason. It stays to be read, and nothing follows from it any more.</summary>
/// <param name="Entry">Sequence of the stage.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record WithdrawStage(string Number, int Version, ProceedingId Proceeding, int Entry, string? Reason) : ICommand<Result>, IWorkOnIncident;

public sealed class WithdrawStageHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<WithdrawStage, Result>
{
    public async Task<Result> Handle(WithdrawStage request, CancellationToken cancellationToken)
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

        var wrong = proceeding.Stages.FirstOrDefault(s => s.Sequence == request.Entry);
        trail.OfIncident(request.Number, wrong?.Stage.ToString());
        return incident.WithdrawStage(request.Proceeding, request.Entry, request.Reason, new Stamp(current.MemberId, calendar.Now));
    }
}
