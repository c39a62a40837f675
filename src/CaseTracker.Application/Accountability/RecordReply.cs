using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;

namespace CaseTracker.Application.Accountability;

/// <summary>Appends a reply, an acknowledgement, or that there was none. A reply ends the reminders; an acknowledgement does not.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record RecordReply(InterventionId Id, int Version, ReplyInput Told) : ICommand<Result>, IWorkOnIntervention;

public sealed class RecordReplyHandler(ICaseTrackerDb db, ReplyReminders reminders, CurrentActor current, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<RecordReply, Result>
{
    /// <summary>In the trail, where an acknowledgement has no code of its own.</summary>
    public const string Acknowledged = "acknowledged";

    public async Task<Result> Handle(RecordReply request, CancellationToken cancellationToken)
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

        var awaited = found.Intervention.IsAwaiting;
        var recorded = found.Intervention.RecordReply(request.Told.Readable(), terms, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        var refusals = StageInput.Together(request.Told.ReceivedOn.ToDate(nameof(request.Told.ReceivedOn)).Refusals, recorded.Refusals).ToList();
        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        // Corrected into an acknowledgement, the reply is awaited once more.
        await reminders.KeepAsync(found.Intervention, found.Incident, again: !awaited, cancellationToken);
        trail.Of(found.Subject, $"{found.Intervention.TypeCode} {found.Intervention.Replies[^1].Code ?? Acknowledged}");
        return Result.Success;
    }
}
