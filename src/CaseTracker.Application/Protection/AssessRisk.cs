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

/// <summary>Records how somebody judged the risk. It takes the place of the one before, and decides nothing.</summary>
/// <param name="Key">Made when the form was first shown: the same form sent twice records it once.</param>
/// <param name="Seen">Sequence of the newest assessment that the screen showed; 0 for none.</param>
/// <param name="Victim">See <see cref="ForWhom"/>.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record AssessRisk(Guid Key, string Number, int Seen, int? Victim, RiskInput Risk) : ICommand<Result>, IWorkOnIncident;

public sealed class AssessRiskHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<AssessRisk, Result>
{
    public async Task<Result> Handle(AssessRisk request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.Include(i => i.Victims).FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        trail.OfIncident(request.Number, RiskBands.Read(request.Risk.Band)?.Code());
        var id = RiskAssessmentId.From(request.Key);
        if (await db.RiskAssessments.AnyAsync(a => a.Id == id && a.IncidentId == incident.Id, cancellationToken))
        {
            return Result.Success;
        }

        if (await db.RiskAssessments.IgnoreQueryFilters().AnyAsync(a => a.Id == id, cancellationToken))
        {
            return SharedErrors.FormUsed;
        }

        var last = await db.RiskAssessments.Where(a => a.IncidentId == incident.Id).MaxAsync(a => (int?)a.Sequence, cancellationToken) ?? 0;
        if (last != request.Seen)
        {
            return SharedErrors.StaleVersion;
        }

        var person = ForWhom.Read(incident, request.Victim);
        var unreadable = person.Refusals.Concat(request.Risk.Unreadable()).ToList();
        var made = RiskAssessment.Make(id, incident, last, request.Risk.Readable(person.IsSuccess ? person.Value : null), terms, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        List<Refusal> refusals = [.. unreadable, .. made.Refusals.Where(r => unreadable.All(u => u.Field != r.Field))];
        if (refusals.Count == 0)
        {
            db.RiskAssessments.Add(made.Value);
        }

        return Result.Of(refusals);
    }
}
