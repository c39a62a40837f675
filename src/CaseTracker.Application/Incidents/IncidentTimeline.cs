using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Timelines;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>What was done to whom, and how the organisation's own work on it went on.</summary>
public sealed class IncidentTimeline(ICaseTrackerDb db) : ITimelineSource
{
    public async Task<IReadOnlyList<TimelineItem>> TellAsync(TimelineScope scope, CancellationToken cancellationToken)
    {
        var ids = scope.Ids;
        var incidents = await db.Incidents.AsNoTracking()
            .Include(i => i.Acts).Include(i => i.Victims).Include(i => i.WorkflowChanges).Include(i => i.VerificationChanges)
            .Where(i => ids.Contains(i.Id))
            .OrderBy(i => i.Number)
            .ToListAsync(cancellationToken);
        var people = incidents.SelectMany(i => i.Victims).Select(v => v.PersonId).OfType<PersonId>().Distinct().ToList();
        var pseudonyms = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Pseudonym }).ToDictionaryAsync(p => p.Id, p => p.Pseudonym, cancellationToken);
        return [.. incidents.SelectMany(i => (IEnumerable<TimelineItem>)[.. Happened(i, pseudonyms, scope.Person), .. Work(i, scope.KeysOf(i.Id))])];
    }

    private static IEnumerable<TimelineItem> Happened(Incident incident, IReadOnlyDictionary<PersonId, string> pseudonyms, PersonId? only)
    {
        var began = incident.StartedOn.FirstFrom(null);
        var last = began;
        yield return new(new(TimelineClass.Incident, TimelineEvent.Began, incident.StartedOn, null, incident.Number, []), null, began);
        foreach (var act in incident.Acts.OrderBy(a => a.Sequence))
        {
            var on = act.On ?? incident.StartedOn;
            var day = on.FirstFrom(began);
            last = Days.Later(last, day);
            var person = incident.Victims.FirstOrDefault(v => v.Sequence == act.VictimSequence)?.PersonId;
            if (only is null || person == only)
            {
                var pseudonym = person is { } id ? pseudonyms.GetValueOrDefault(id) : null;
                yield return new(new(TimelineClass.Incident, TimelineEvent.Act, on, null, incident.Number, [new(Lists.Acts, act.Code), new(null, pseudonym)]), null, day);
            }
        }

        if (incident.EndedOn is { } ended)
        {
            yield return new(new(TimelineClass.Incident, TimelineEvent.Ended, ended, null, incident.Number, []), null, ended.FirstFrom(last));
        }
    }

    private static IEnumerable<TimelineItem> Work(Incident incident, IncidentKeys keys) =>
    [
        new(new(TimelineClass.Work, TimelineEvent.Logged, null, incident.CreatedAt, incident.Number, []), incident.LoggedBy),
        .. incident.WorkflowChanges.OrderBy(c => c.Sequence).Select(c => new TimelineItem(
            new(TimelineClass.Work, TimelineEvent.Workflow, null, c.At, incident.Number, [new(Lists.Workflow, c.To.Code()), new(Lists.Workflow, c.From.Code())], keys.Part(SealedFields.WorkflowReason, c.Sequence, c.Reason)),
            c.By)),
        .. incident.VerificationChanges.OrderBy(c => c.Sequence).Select(c => new TimelineItem(
            new(TimelineClass.Work, TimelineEvent.Verification, null, c.At, incident.Number, [new(Lists.Verification, c.To.ToString()), new(Lists.Verification, c.From.ToString())], keys.Part(SealedFields.VerificationReason, c.Sequence, c.Reason)),
            c.By)),
    ];
}
