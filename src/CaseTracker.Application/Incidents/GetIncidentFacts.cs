using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>The facts as they are stored, in the shape in which they are changed.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record GetIncidentFacts(string Number) : IReadsIncident<Result<StoredFacts>>, IWorkOnIncident, IFillsAForm;

public sealed record StoredFacts(int Version, IncidentInput Facts);

public sealed class GetIncidentFactsHandler(ICaseTrackerDb db, IVault vault, Trail trail) : IRequestHandler<GetIncidentFacts, Result<StoredFacts>>
{
    public async Task<Result<StoredFacts>> Handle(GetIncidentFacts request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking().Include(i => i.Accusations).SingleOrDefaultAsync(i => i.Number == request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var keys = await vault.OfAsync(incident.Id, cancellationToken);
        return new StoredFacts(incident.Version, new IncidentInput(
            keys.Own(SealedFields.Title, incident.Title),
            keys.Own(SealedFields.Narrative, incident.Narrative),
            Input(incident.StartedOn),
            Input(incident.EndedOn),
            incident.Place.Country,
            incident.Place.State,
            keys.Own(SealedFields.Municipality, incident.Municipality),
            incident.ConsentCode,
            incident.PriorityCode,
            [.. incident.Accusations.Select(a => a.Code).Order(StringComparer.Ordinal)]));
    }

    private static DateInput Input(PartialDate? date) => new(date?.Year, date?.Month, date?.Day, date?.IsApproximate ?? false);
}
