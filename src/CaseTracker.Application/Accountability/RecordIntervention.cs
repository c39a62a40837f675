using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>Records what was asked of a State or an authority about an incident. Where a reply is expected, its owner is reminded of it.</summary>
/// <param name="Key">Made when the form was first shown: the same form sent twice records it once.</param>
/// <param name="Proceeding">The path that it asks about; null for the incident as a whole.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record RecordIntervention(Guid Key, string Number, ProceedingId? Proceeding, InterventionInput Told) : ICommand<Result<InterventionId>>, IWorkOnIncident;

public sealed class RecordInterventionHandler(ICaseTrackerDb db, ReplyReminders reminders, ReplyPeriods periods, CurrentActor current, Calendar calendar, ITerms terms, Trail trail)
    : IRequestHandler<RecordIntervention, Result<InterventionId>>
{
    public async Task<Result<InterventionId>> Handle(RecordIntervention request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.SingleOrDefaultAsync(i => i.Number == request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var id = InterventionId.From(request.Key);
        if (await db.RecordedBeforeAsync(id, incident.Id, null, cancellationToken) is { } before)
        {
            return before;
        }

        var about = InterventionSubject.Of(incident.Id, request.Proceeding, incident.IsDemonstration);
        var recorded = Intervention.Record(id, about, request.Told.Readable(), terms, periods, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        var refusals = StageInput.Together(request.Told.Unreadable, recorded.Refusals).ToList();
        if (request.Proceeding is { } path && !await db.Incidents.AnyAsync(i => i.Id == incident.Id && i.Proceedings.Any(p => p.Id == path), cancellationToken))
        {
            refusals.Add(InterventionErrors.OtherProceeding);
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var intervention = recorded.Value;
        db.Interventions.Add(intervention);
        await reminders.KeepAsync(intervention, incident, again: true, cancellationToken);
        trail.OfIncident(incident.Number, intervention.TypeCode);
        return id;
    }
}
