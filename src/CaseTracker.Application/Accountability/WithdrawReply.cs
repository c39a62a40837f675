using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Accountability;

/// <summary>Takes back a reply that was entered by mistake, with the reason. Where none is left, it is awaited once more and its reminders are planned anew.</summary>
/// <param name="Entry">Sequence of the reply.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record WithdrawReply(InterventionId Id, int Version, int Entry, string? Reason) : ICommand<Result>, IWorkOnIntervention;

public sealed class WithdrawReplyHandler(ICaseTrackerDb db, ReplyReminders reminders, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<WithdrawReply, Result>
{
    public async Task<Result> Handle(WithdrawReply request, CancellationToken cancellationToken)
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
        var withdrawn = found.Intervention.WithdrawReply(request.Entry, request.Reason, new Stamp(current.MemberId, calendar.Now));
        if (withdrawn.IsSuccess)
        {
            await reminders.KeepAsync(found.Intervention, found.Incident, again: !awaited, cancellationToken);
            trail.Of(found.Subject, $"{found.Intervention.TypeCode} {found.Intervention.Replies[^1].Code ?? RecordReplyHandler.Acknowledged}");
        }

        return withdrawn;
    }
}
