using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>
/// Keeps the one follow-up that reminds of a reply in step with its intervention, in the transaction of the change: what
/// reminds of every follow-up then reminds of replies too.
/// </summary>
public sealed class ReplyReminders(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms)
{
    /// <param name="intervention">As it stands after the change.</param>
    /// <param name="incident">Null for what a release asks: there is no incident to follow up, and <see cref="RemindOfReplies"/> tells of it.</param>
    /// <param name="again">Plan a new one if somebody settled the last: a reply is awaited anew, or until another day.</param>
    public async Task KeepAsync(Intervention intervention, Incident? incident, bool again, CancellationToken cancellationToken)
    {
        if (incident is null)
        {
            return;
        }

        var stamp = new Stamp(current.MemberId, calendar.Now);
        var open = intervention.ReminderId is { } reminder
            ? await db.FollowUps.SingleOrDefaultAsync(f => f.Id == reminder && f.Status == FollowUpStatus.Open, cancellationToken)
            : null;
        if (!intervention.IsAwaiting)
        {
            open?.EndWithReply(stamp);
            return;
        }

        // What was overdue when it was recorded is to be chased from today on.
        var due = intervention.DueOn!.Value > calendar.Today ? intervention.DueOn.Value : calendar.Today;
        if (!again)
        {
            return;
        }

        if (open is not null)
        {
            open.MoveTo(due, stamp);
        }
        else
        {
            var planned = FollowUp.Schedule(FollowUpId.New(calendar.Now), incident.Id, new FollowUpToSchedule(FollowUp.ReplyDue, null, due, incident.OwnerId), terms, calendar.Today, stamp).Value;
            db.FollowUps.Add(planned);
            intervention.RemindBy(planned.Id);
        }
    }
}
