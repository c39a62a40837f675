using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Incidents;

/// <summary>Closes an incident to its team, or opens it. The owner's alone to decide: whoever closes it must still be there to open it.</summary>
/// <param name="Version">The version that the screen showed.</param>
[Requires(Permission.GrantAccess)]
public sealed record ChangeConfidentiality(string Number, int Version, Circle? To) : ICommand<Result>, IWorkOnIncident;

public sealed class ChangeConfidentialityHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<ChangeConfidentiality, Result>
{
    public async Task<Result> Handle(ChangeConfidentiality request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.WithAccess().FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        if (incident.OwnerId != current.MemberId)
        {
            return AccessErrors.NotYours;
        }

        if (incident.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        if (request.To is not { } to)
        {
            return SharedErrors.Required.On(nameof(Circle));
        }

        if (Enum.IsDefined(to))
        {
            trail.OfIncident(request.Number, $"{incident.Circle}>{to}");
        }

        return incident.Keep(to, new Stamp(current.MemberId, calendar.Now));
    }
}
