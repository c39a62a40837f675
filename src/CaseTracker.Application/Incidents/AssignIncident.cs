using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>Hands an incident to somebody of its team.</summary>
[Requires(Permission.AssignIncidents)]
public sealed record AssignIncident(string Number, int Version, MemberId? Owner) : ICommand<Result>;

public sealed class AssignIncidentHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<AssignIncident, Result>
{
    public async Task<Result> Handle(AssignIncident request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.SingleOrDefaultAsync(i => i.Number == request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        if (incident.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        if (request.Owner is not { } owner)
        {
            return SharedErrors.Required.On(nameof(request.Owner));
        }

        return await db.Members.MayOwnFor(incident.TeamId).AnyAsync(m => m.Id == owner, cancellationToken)
            ? incident.Assign(owner, incident.TeamId, new Stamp(current.MemberId, calendar.Now))
            : IncidentErrors.OwnerOutsideTeam;
    }
}

public static class Owners
{
    private static readonly List<Role> WhoSeeIncidents = [.. Enum.GetValues<Role>().Where(r => r.Allows(Permission.SeeIncidents))];

    /// <summary>Those who work here, belong to the team, and whose role lets them see incidents at all.</summary>
    public static IQueryable<Member> MayOwnFor(this IQueryable<Member> members, TeamId team) =>
        members.Where(m => m.IsActive && WhoSeeIncidents.Contains(m.Role) && m.Memberships.Any(t => t.TeamId == team));
}
