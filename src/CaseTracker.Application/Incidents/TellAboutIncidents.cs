using CaseTracker.Application.Access;
using CaseTracker.Application.Outbox;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>A team's supervisors learn of what was logged, except by themselves.</summary>
public sealed class TellSupervisors(ICaseTrackerDb db, Calendar calendar) : INotificationHandler<Happened<IncidentLogged>>
{
    public async Task Handle(Happened<IncidentLogged> notification, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.SingleOrDefaultAsync(i => i.Id == notification.Event.Incident, cancellationToken);
        if (incident is null)
        {
            return;
        }

        var author = notification.Event.By;
        var supervisors = await db.WhoSee(incident, calendar.Now).Where(m => m.Role == Role.Supervisor && m.Id != author).Select(m => m.Id).ToListAsync(cancellationToken);
        db.Notices.AddRange(supervisors.Select(s => Notice.To(s, notification.KeyFor(s), NoticeKind.IncidentLogged, incident.Id, calendar.Now)));
    }
}

/// <summary>Somebody handed an incident to a member.</summary>
public sealed class TellOwner(ICaseTrackerDb db, Calendar calendar) : INotificationHandler<Happened<IncidentAssigned>>
{
    public async Task Handle(Happened<IncidentAssigned> notification, CancellationToken cancellationToken)
    {
        var happened = notification.Event;
        var incident = await db.Incidents.SingleOrDefaultAsync(i => i.Id == happened.Incident, cancellationToken);
        if (incident is null || happened.Owner == happened.By || !await db.WhoSee(incident, calendar.Now).AnyAsync(m => m.Id == happened.Owner, cancellationToken))
        {
            return;
        }

        db.Notices.Add(Notice.To(happened.Owner, notification.KeyFor(happened.Owner), NoticeKind.IncidentAssigned, incident.Id, calendar.Now));
    }
}
