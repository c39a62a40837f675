using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Protection;

/// <summary>Appends a step to a measure; a wrong entry is corrected by a new one, and going back is said out loud. The follow-up at its deadline follows.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record RecordMeasureStep(string Number, int Version, ProtectionMeasureId Measure, StepInput Step) : ICommand<Result>, IWorkOnIncident;

public sealed class RecordMeasureStepHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ProtectionDeadlines deadlines, MeasureReminders reminders, Trail trail)
    : IRequestHandler<RecordMeasureStep, Result>
{
    public async Task<Result> Handle(RecordMeasureStep request, CancellationToken cancellationToken)
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

        var step = request.Step.Readable();
        trail.OfIncident(request.Number, $"{measure.Standing.Code()}>{step.Stage?.Code()}");
        var (wasAwaited, wasDue) = (measure.IsAwaited, measure.DueOn);
        var recorded = measure.RecordStep(step, deadlines, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        var refusals = request.Step.Together(recorded.Refusals).ToList();
        return refusals.Count > 0
            ? Result.Of(refusals)
            : await reminders.FollowAsync(measure, incident, isMoved: !wasAwaited || wasDue != measure.DueOn, cancellationToken);
    }
}
