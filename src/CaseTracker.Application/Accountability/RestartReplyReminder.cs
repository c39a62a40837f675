using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>Plans a new reminder of a reply that is overdue, after somebody settled the last one.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record RestartReplyReminder(InterventionId Id, int Version) : ICommand<Result>, IWorkOnIntervention;

public sealed class RestartReplyReminderHandler(ICaseTrackerDb db, ReplyReminders reminders, Calendar calendar, Trail trail) : IRequestHandler<RestartReplyReminder, Result>
{
    public async Task<Result> Handle(RestartReplyReminder request, CancellationToken cancellationToken)
    {
        if (await db.FindInterventionAsync(request.Id, cancellationToken) is not { Incident: not null } found)
        {
            return SharedErrors.NotFound;
        }

        trail.Of(found.Subject, found.Intervention.TypeCode);
        if (found.Intervention.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var settled = await db.FollowUps.AnyAsync(f => f.Id == found.Intervention.ReminderId && f.Status != FollowUpStatus.Open, cancellationToken);
        if (!settled || !found.Intervention.IsAwaiting || !(found.Intervention.DueOn < calendar.Today))
        {
            return InterventionErrors.StillReminded;
        }

        await reminders.KeepAsync(found.Intervention, found.Incident, again: true, cancellationToken);
        found.Intervention.RemindedAgain(calendar.Now);
        return Result.Success;
    }
}
