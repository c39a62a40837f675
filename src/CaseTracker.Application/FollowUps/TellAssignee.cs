using CaseTracker.Application.Access;
using CaseTracker.Application.Outbox;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using CaseTracker.Domain.FollowUps;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.FollowUps;

/// <summary>Somebody gave a member something to do.</summary>
public sealed class TellAssignee(ICaseTrackerDb db, Calendar calendar) : INotificationHandler<Happened<FollowUpAssigned>>
{
    public async Task Handle(Happened<FollowUpAssigned> notification, CancellationToken cancellationToken)
    {
        var happened = notification.Event;
        var incident = await db.Incidents.SingleOrDefaultAsync(i => i.Id == happened.Incident, cancellationToken);
        if (incident is null || !await db.WhoSee(incident, calendar.Now).AnyAsync(m => m.Id == happened.Assignee, cancellationToken))
        {
            return;
        }

        var dueOn = await db.FollowUps.Where(f => f.Id == happened.FollowUp).Select(f => (DateOnly?)f.DueOn).SingleOrDefaultAsync(cancellationToken);
        db.Notices.Add(Notice.To(happened.Assignee, notification.KeyFor(happened.Assignee), NoticeKind.FollowUpAssigned, incident.Id, calendar.Now, happened.FollowUp, dueOn));
    }
}
