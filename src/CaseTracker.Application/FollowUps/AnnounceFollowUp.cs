using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Mail;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.FollowUps;

/// <summary>Writes the notice of a follow-up's newest reminder, and the mail that repeats it. Storing the notice's key is the claim.</summary>
/// <returns>Nothing but success or a refusal: it is no longer due, or nobody is left to tell.</returns>
[SystemOnly]
public sealed record AnnounceFollowUp(FollowUpId FollowUp) : ICommand<Result>;

public sealed class AnnounceFollowUpHandler(ICaseTrackerDb db, ReminderRule rule, Calendar calendar, Trail trail) : IRequestHandler<AnnounceFollowUp, Result>
{
    public async Task<Result> Handle(AnnounceFollowUp request, CancellationToken cancellationToken)
    {
        var followUp = await db.FollowUps.SingleOrDefaultAsync(f => f.Id == request.FollowUp, cancellationToken);
        if (followUp is null || rule.For(followUp, calendar.Today) is not { } reminder)
        {
            return ReminderErrors.NotDue;
        }

        var incident = await db.Incidents.SingleAsync(i => i.Id == followUp.IncidentId, cancellationToken);
        if (await FindRecipientAsync(followUp, incident, cancellationToken) is not { } recipient)
        {
            return ReminderErrors.NobodyToTell;
        }

        var notice = Notice.Of(reminder, followUp.Id, recipient, incident.Id, calendar.Now);
        db.Notices.Add(notice);

        // A hundred thousand made-up incidents must not become a hundred thousand mails.
        if (!incident.IsDemonstration)
        {
            db.OutgoingMail.Add(OutgoingMail.About(notice));
        }

        trail.Of(incident.Number, reminder.Kind.ToString());
        return Result.Success;
    }

    /// <summary>A follow-up outlives whoever had it: without its assignee the incident's owner is told, without them a supervisor.</summary>
    private async Task<MemberId?> FindRecipientAsync(FollowUp followUp, Incident incident, CancellationToken cancellationToken)
    {
        var audience = await db.WhoWorkOn(incident, calendar.Now)
            .Where(m => m.Id == followUp.AssigneeId || m.Id == incident.OwnerId || m.Role == Role.Supervisor)
            .OrderBy(m => m.CreatedAt).ThenBy(m => m.Id)
            .Select(m => m.Id)
            .ToListAsync(cancellationToken);
        return audience.Count == 0 ? null
            : audience.Contains(followUp.AssigneeId) ? followUp.AssigneeId
            : audience.Contains(incident.OwnerId) ? incident.OwnerId
            : audience[0];
    }
}

public static class ReminderErrors
{
    public static readonly Refusal NotDue = new("reminder.not_due");
    public static readonly Refusal NobodyToTell = new("reminder.nobody_to_tell");
}
