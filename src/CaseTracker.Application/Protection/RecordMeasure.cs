using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Protection;

/// <summary>Records a protection measure with its first step; one that waits gets a follow-up at its deadline.</summary>
/// <param name="Key">Made when the form was first shown: the same form sent twice records it once.</param>
/// <param name="Victim">See <see cref="ForWhom"/>.</param>
/// <param name="Mechanism">Code of the list <c>protection-mechanisms</c>.</param>
/// <param name="Measure">Code of the list <c>protection-measures</c>.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record RecordMeasure(Guid Key, string Number, int? Victim, string? Mechanism, string? Measure, StepInput First) : ICommand<Result>, IWorkOnIncident;

public sealed class RecordMeasureHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, ProtectionDeadlines deadlines, MeasureReminders reminders, Trail trail)
    : IRequestHandler<RecordMeasure, Result>
{
    public async Task<Result> Handle(RecordMeasure request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.Include(i => i.Victims).FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        trail.OfIncident(request.Number, MeasureStages.Read(request.First.Stage)?.Code());
        var id = ProtectionMeasureId.From(request.Key);
        if (await db.Measures.AnyAsync(m => m.Id == id && m.IncidentId == incident.Id, cancellationToken))
        {
            return Result.Success;
        }

        if (await db.Measures.IgnoreQueryFilters().AnyAsync(m => m.Id == id, cancellationToken))
        {
            return SharedErrors.FormUsed;
        }

        var person = ForWhom.Read(incident, request.Victim);
        var asked = new MeasureToRecord(person.IsSuccess ? person.Value : null, request.Mechanism, request.Measure, request.First.Readable());
        var recorded = ProtectionMeasure.Record(id, incident, asked, deadlines, terms, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        var refusals = request.First.Together(recorded.Refusals).Concat(person.Refusals).ToList();
        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        db.Measures.Add(recorded.Value);
        return await reminders.FollowAsync(recorded.Value, incident, isMoved: true, cancellationToken);
    }
}
