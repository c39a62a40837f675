using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.FollowUps;

/// <summary>
/// Who opens an incident has seen that it was handed to them. Nothing of the incident changes, and every page of one is opened
/// hundreds of times: a query to the pipeline, which writes only the first time.
/// </summary>
[Requires(Permission.SeeIncidents)]
public sealed record SeeHandOver(string Number) : IQuery<Result>;

public sealed class SeeHandOverHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar) : IRequestHandler<SeeHandOver, Result>
{
    public async Task<Result> Handle(SeeHandOver request, CancellationToken cancellationToken)
    {
        var me = current.MemberId;
        var unseen = db.Notices.Where(n => n.MemberId == me && n.Kind == NoticeKind.IncidentAssigned && n.SeenAt == null && db.Incidents.Any(i => i.Id == n.IncidentId && i.Number == request.Number));
        if (await unseen.AnyAsync(cancellationToken))
        {
            await unseen.ExecuteUpdateAsync(n => n.SetProperty(x => x.SeenAt, (DateTimeOffset?)calendar.Now), cancellationToken);
        }

        return Result.Success;
    }
}
