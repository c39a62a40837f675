using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Accountability;

/// <summary>Sets another day for the reply than the one that follows from the type, with the reason; the reminders follow it.</summary>
/// <param name="DueOn">As a date box sends it.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record ChangeReplyDue(InterventionId Id, int Version, string? DueOn, string? Reason) : ICommand<Result>, IWorkOnIntervention;

public sealed class ChangeReplyDueHandler(ICaseTrackerDb db, ReplyReminders reminders, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<ChangeReplyDue, Result>
{
    public async Task<Result> Handle(ChangeReplyDue request, CancellationToken cancellationToken)
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

        var due = InterventionInput.DayOf(request.DueOn);
        var changed = found.Intervention.ChangeDue(due, request.Reason, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        var unreadable = due is null && !string.IsNullOrWhiteSpace(request.DueOn) ? new[] { PartialDateErrors.NoSuchDate.On(nameof(request.DueOn)) } : [];
        var refusals = StageInput.Together(unreadable, changed.Refusals).ToList();
        if (refusals.Count == 0)
        {
            await reminders.KeepAsync(found.Intervention, found.Incident, again: true, cancellationToken);
        }

        return Result.Of(refusals);
    }
}
