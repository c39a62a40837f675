using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Protection;

/// <summary>Plans a new reminder of a measure that is overdue, after somebody settled the last one.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record RestartMeasureReminder(string Number, int Version, ProtectionMeasureId Measure) : ICommand<Result>, IWorkOnIncident;

public sealed class RestartMeasureReminderHandler(ICaseTrackerDb db, MeasureReminders reminders, Calendar calendar, Trail trail) : IRequestHandler<RestartMeasureReminder, Result>
{
    public async Task<Result> Handle(RestartMeasureReminder request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        if (await db.FindMeasureAsync(request.Number, request.Measure, cancellationToken) is not var (measure, incident))
        {
            return SharedErrors.NotFound;
        }

        if (measure.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var settled = await db.FollowUps.AnyAsync(f => f.Id == measure.ReminderId && f.Status != FollowUpStatus.Open, cancellationToken);
        if (!settled || !measure.IsAwaited || measure.DueOn >= calendar.Today)
        {
            return MeasureErrors.StillReminded;
        }

        measure.RemindedAgain(calendar.Now);
        return await reminders.FollowAsync(measure, incident, isMoved: true, cancellationToken);
    }
}
