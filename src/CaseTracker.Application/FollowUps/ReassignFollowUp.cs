using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.FollowUps;

/// <summary>Hands a follow-up to somebody else who sees the incident.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record ReassignFollowUp(FollowUpId Id, int Version, MemberId Assignee) : ICommand<Result>, IWorkOnFollowUp;

public sealed class ReassignFollowUpHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<ReassignFollowUp, Result>
{
    public async Task<Result> Handle(ReassignFollowUp request, CancellationToken cancellationToken)
    {
        if (await db.FindFollowUpAsync(request.Id, cancellationToken) is not var (followUp, incident))
        {
            return SharedErrors.NotFound;
        }

        trail.Of(incident.Number, followUp.KindCode);
        if (followUp.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        return await db.WhoWorkOn(incident, calendar.Now).AnyAsync(m => m.Id == request.Assignee, cancellationToken)
            ? followUp.Reassign(request.Assignee, new Stamp(current.MemberId, calendar.Now))
            : FollowUpErrors.AssigneeOutsideTeam;
    }
}
