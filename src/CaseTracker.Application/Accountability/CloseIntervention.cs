using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Accountability;

/// <summary>Waits for no reply any more, with the reason. A reply that comes all the same can still be recorded.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record CloseIntervention(InterventionId Id, int Version, string? Reason) : ICommand<Result>, IWorkOnIntervention;

public sealed class CloseInterventionHandler(ICaseTrackerDb db, ReplyReminders reminders, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<CloseIntervention, Result>
{
    public async Task<Result> Handle(CloseIntervention request, CancellationToken cancellationToken)
    {
        if (await db.FindInterventionAsync(request.Id, cancellationToken) is not { } found)
        {
            return SharedErrors.NotFound;
        }

        trail.Of(found.Subject, found.Intervention.TypeCode);
        if (found.Intervention.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var closed = found.Intervention.Close(request.Reason, new Stamp(current.MemberId, calendar.Now));
        if (closed.IsSuccess)
        {
            await reminders.KeepAsync(found.Intervention, found.Incident, again: false, cancellationToken);
        }

        return closed;
    }
}
