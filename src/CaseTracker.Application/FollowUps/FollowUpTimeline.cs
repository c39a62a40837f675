using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Timelines;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.FollowUps;

/// <summary>What was planned, put off and done.</summary>
public sealed class FollowUpTimeline(ICaseTrackerDb db) : ITimelineSource
{
    public async Task<IReadOnlyList<TimelineItem>> TellAsync(TimelineScope scope, CancellationToken cancellationToken)
    {
        var ids = scope.Ids;
        var followUps = await db.FollowUps.AsNoTracking().Include(f => f.Snoozes)
            .Where(f => ids.Contains(f.IncidentId))
            .OrderBy(f => f.CreatedAt).ThenBy(f => f.Id)
            .ToListAsync(cancellationToken);
        return [.. followUps.SelectMany(f => Of(f, scope.Of(f.IncidentId).Number, scope.KeysOf(f.IncidentId)))];
    }

    private static IEnumerable<TimelineItem> Of(FollowUp followUp, string number, IncidentKeys keys)
    {
        TimelineCode kind = new(Lists.FollowUpKinds, followUp.KindCode);
        var snoozes = followUp.Snoozes.OrderBy(s => s.Sequence).ToList();
        yield return new(
            new(TimelineClass.FollowUp, TimelineEvent.FollowUpPlanned, null, followUp.CreatedAt, number, [kind], Note: keys.Of(SealedFields.FollowUpNote, followUp.Id, followUp.Note), Day: snoozes.FirstOrDefault()?.From ?? followUp.DueOn),
            followUp.CreatedBy);
        foreach (var snooze in snoozes)
        {
            yield return new(
                new(TimelineClass.FollowUp, TimelineEvent.FollowUpPostponed, null, snooze.At, number, [kind], keys.PartOf(SealedFields.SnoozeReason, followUp.Id.Value, snooze.Sequence, snooze.Reason), Day: snooze.To),
                snooze.By);
        }

        if (followUp.ClosedAt is { } closed)
        {
            yield return new(
                new(TimelineClass.FollowUp, TimelineEvent.FollowUpDone, null, closed, number, [kind, new(Lists.FollowUpOutcomes, followUp.OutcomeCode)], Note: keys.Of(SealedFields.FollowUpOutcome, followUp.Id, followUp.OutcomeNote)),
                followUp.ClosedBy);
        }
    }
}
