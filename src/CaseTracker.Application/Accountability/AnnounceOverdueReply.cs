using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>Tells who tracks a request of a release that its reply is overdue. Storing the notice's key is the claim. It sends no letter: letters name an incident.</summary>
[SystemOnly]
public sealed record AnnounceOverdueReply(InterventionId Id) : ICommand<Result>
{
    /// <summary>One notice for each due day, however often the work runs, and one more after an answer was withdrawn: the reply is awaited anew.</summary>
    /// <param name="withdrawn">Withdrawals of what had ended the waiting; an acknowledgement had not.</param>
    public static string KeyOf(InterventionId id, DateOnly due, int withdrawn) =>
        FormattableString.Invariant($"reply:{id.Value:N}:{due:yyyyMMdd}") + (withdrawn == 0 ? "" : FormattableString.Invariant($":{withdrawn}"));
}

public sealed class AnnounceOverdueReplyHandler(ICaseTrackerDb db, Calendar calendar, Trail trail) : IRequestHandler<AnnounceOverdueReply, Result>
{
    public async Task<Result> Handle(AnnounceOverdueReply request, CancellationToken cancellationToken)
    {
        if (await db.FindInterventionAsync(request.Id, cancellationToken) is not { Incident: null } found
            || found.Intervention.State.On(found.Intervention.DueOn, calendar.Today) != InterventionStatus.Overdue)
        {
            return ReminderErrors.NotDue;
        }

        var author = found.Intervention.RecordedBy;
        if (await db.Members.Where(m => m.IsActive && (m.Role == Role.Supervisor || (m.Role == Role.CaseWorker && m.Id == author)))
            .OrderBy(m => m.Id == author ? 0 : 1).ThenBy(m => m.CreatedAt).ThenBy(m => m.Id)
            .Select(m => (MemberId?)m.Id)
            .FirstOrDefaultAsync(cancellationToken) is not { } recipient)
        {
            return ReminderErrors.NobodyToTell;
        }

        var due = found.Intervention.DueOn!.Value;
        var withdrawn = found.Intervention.Replies.Count(r => r is { IsWithdrawal: true, IsAcknowledgement: false });
        db.Notices.Add(Notice.OfReply(recipient, AnnounceOverdueReply.KeyOf(request.Id, due, withdrawn), request.Id.Value.ToString("N"), due, calendar.Now));
        trail.Of(found.Subject, found.Intervention.TypeCode);
        return Result.Success;
    }
}
