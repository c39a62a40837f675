using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Timelines;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>What was asked of States and authorities about an incident, and what came back.</summary>
public sealed class InterventionTimeline(ICaseTrackerDb db) : ITimelineSource
{
    public async Task<IReadOnlyList<TimelineItem>> TellAsync(TimelineScope scope, CancellationToken cancellationToken)
    {
        var ids = scope.Ids;
        var interventions = await db.Interventions.AsNoTracking().WithParts()
            .Where(i => i.IncidentId != null && ids.Contains(i.IncidentId.Value))
            .OrderBy(i => i.CreatedAt).ThenBy(i => i.Id)
            .ToListAsync(cancellationToken);
        return [.. interventions.SelectMany(i => Of(i, scope.Of(i.IncidentId!.Value), new InterventionKeys(scope.Keys, i)))];
    }

    private static IEnumerable<TimelineItem> Of(Intervention intervention, ToldIncident incident, InterventionKeys keys)
    {
        TimelineCode type = new(Lists.Interventions, intervention.TypeCode);
        var (number, sent) = (incident.Number, intervention.SentOn.FirstFrom(incident.Began));
        TimelineCode addressee = new(null, keys.Own(SealedFields.InterventionAddressee, intervention.Addressee));
        yield return new(Entry(number, TimelineEvent.InterventionSent, [type, addressee], keys.Own(SealedFields.InterventionSummary, intervention.Summary)) with { On = intervention.SentOn }, intervention.RecordedBy, sent);
        foreach (var change in intervention.DueChanges)
        {
            yield return new(Entry(number, TimelineEvent.ReplyDueMoved, [type], keys.Part(SealedFields.DueReason, change.Sequence, change.Reason)) with { At = change.At, Day = change.To }, change.By);
        }

        var standing = StageHistory.Standing(intervention.Replies).Select(r => r.Sequence).ToHashSet();
        foreach (var reply in intervention.Replies.OrderBy(r => r.Sequence))
        {
            TimelineCode code = new(Lists.ReplyCodes, reply.Code ?? "");
            var substance = keys.Part(SealedFields.ReplySubstance, reply.Sequence, reply.Substance);
            if (reply.IsWithdrawal)
            {
                yield return new(Entry(number, TimelineEvent.ReplyWithdrawal, [type, code], null) with { At = reply.RecordedAt, Because = substance }, reply.RecordedBy);
                continue;
            }

            var what = !standing.Contains(reply.Sequence) ? (StageHistory.IsWithdrawn(intervention.Replies, reply) ? TimelineEvent.ReplyWithdrawn : TimelineEvent.ReplyCorrected)
                : reply.IsAcknowledgement ? TimelineEvent.LetterAcknowledged
                : reply.IsNone ? TimelineEvent.NoReplyFound
                : TimelineEvent.ReplyReceived;
            yield return new(Entry(number, what, [type, code], substance) with { On = reply.ReceivedOn }, reply.RecordedBy, reply.ReceivedOn.FirstFrom(sent));
        }

        // Silence is graded by what it is.
        var silent = intervention.Replies.Where(r => r.IsNone).Select(r => r.Sequence).ToHashSet();
        var withdrawn = intervention.Replies.Where(r => StageHistory.IsWithdrawn(intervention.Replies, r)).Select(r => r.Sequence).ToHashSet();
        foreach (var grading in intervention.Gradings.Where(g => !silent.Contains(g.ReplySequence)))
        {
            var what = withdrawn.Contains(grading.ReplySequence) ? TimelineEvent.ReplyGradedWithdrawn : TimelineEvent.ReplyGraded;
            yield return new(Entry(number, what, [type, new(Lists.ReplyGrades, grading.GradeCode)], keys.Part(SealedFields.GradingReason, grading.Sequence, grading.Reason)) with { At = grading.At }, grading.By);
        }

        if (intervention.ClosedAt is { } closed)
        {
            yield return new(Entry(number, TimelineEvent.InterventionClosed, [type], keys.Own(SealedFields.InterventionClosing, intervention.CloseReason)) with { At = closed }, intervention.ClosedBy);
        }
    }

    private static TimelineEntry Entry(string number, TimelineEvent what, IReadOnlyList<TimelineCode> codes, string? note) => new(TimelineClass.Intervention, what, null, null, number, codes, Note: note);
}
