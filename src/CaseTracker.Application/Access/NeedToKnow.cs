using System.Linq.Expressions;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Incidents;

namespace CaseTracker.Application.Access;

/// <summary>What somebody may do with an incident that they see. Who sees it at all is the context's query filter.</summary>
public static class NeedToKnow
{
    /// <summary>The owner, the team of an incident that is not restricted, and whoever was named to work on it. Nobody works on what was erased.</summary>
    public static Expression<Func<Incident, bool>> WorkOf(Actor actor, DateTimeOffset now)
    {
        var everything = actor.IsSystem;
        var me = actor.Id ?? default;
        var teams = actor.Teams.ToList();
        return i => everything
            || (i.ErasedAt == null
                && (i.OwnerId == me
                    || (i.Circle == Circle.Team && teams.Contains(i.TeamId))
                    || i.Grants.Any(g => g.MemberId == me && g.Level >= GrantLevel.Work && g.RevokedAt == null && g.ExpiresAt > now)));
    }

    /// <summary>The same of an incident whose grants are loaded.</summary>
    public static bool WorksOn(this Actor actor, Incident incident, DateTimeOffset now) =>
        actor.IsSystem
        || (incident.ErasedAt is null
            && (incident.OwnerId == actor.Id
                || (incident.Circle == Circle.Team && actor.Teams.Contains(incident.TeamId))
                || incident.Grants.Any(g => g.MemberId == actor.Id && g.Level >= GrantLevel.Work && g.IsActive(now))));

    /// <summary>Those of the incidents with whose own people the actor may deal by name at this moment: what <see cref="Incident.DoorFor"/> calls an open door.</summary>
    public static IQueryable<IncidentId> WithOpenIdentities(this IQueryable<Incident> incidents, Actor actor, DateTimeOffset now)
    {
        // Each set from an index of its own: a condition with "or" would read every incident.
        var me = actor.May(Permission.OpenIdentities) ? actor.Id ?? default : default;
        return incidents.Where(i => i.OwnerId == me).Select(i => i.Id)
            .Union(incidents.SelectMany(i => i.Grants.Where(g => g.MemberId == me && g.Level >= GrantLevel.Identities && g.RevokedAt == null && g.ExpiresAt > now), (i, _) => i.Id))
            .Union(incidents.Where(WorkOf(actor, now)).SelectMany(i => i.IdentityOpenings.Where(o => o.MemberId == me && o.Whose == null && o.ExpiresAt > now), (i, _) => i.Id));
    }

    /// <summary>The owner, or a supervisor of the team unless the incident is restricted: who hands it over and names others.</summary>
    public static bool Leads(this Actor actor, MemberId owner, TeamId team, Circle circle) =>
        actor.IsSystem || owner == actor.Id || (circle == Circle.Team && actor.Role == Role.Supervisor && actor.Teams.Contains(team));

    /// <summary>A campaign is its team's: nobody restricts one.</summary>
    public static bool Leads(this Actor actor, Campaign campaign) => actor.Leads(campaign.OwnerId, campaign.TeamId, Circle.Team);

    public static bool Leads(this Actor actor, Incident incident) => actor.Leads(incident.OwnerId, incident.TeamId, incident.Circle);
}
