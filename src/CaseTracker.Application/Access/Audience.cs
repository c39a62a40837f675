using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;

namespace CaseTracker.Application.Access;

/// <summary>Whom an incident may reach: the same people whom the visibility filter lets see it.</summary>
public static class Audience
{
    private static readonly Role[] Seeing = [.. Enum.GetValues<Role>().Where(r => r.Allows(Permission.SeeIncidents))];

    /// <summary>Everybody who may be named for an incident: they work here, and their role sees incidents at all.</summary>
    public static IQueryable<Member> WhoMaySeeIncidents(this IQueryable<Member> members) => members.Where(m => m.IsActive && Seeing.Contains(m.Role));

    /// <summary>Who may be told about an incident.</summary>
    public static IQueryable<Member> WhoSee(this ICaseTrackerDb db, Incident incident, DateTimeOffset now) => db.WhoHave(incident, GrantLevel.Read, now);

    /// <summary>Who may be given something to do about it, or the incident itself.</summary>
    public static IQueryable<Member> WhoWorkOn(this ICaseTrackerDb db, Incident incident, DateTimeOffset now) => db.WhoHave(incident, GrantLevel.Work, now);

    private static IQueryable<Member> WhoHave(this ICaseTrackerDb db, Incident incident, GrantLevel level, DateTimeOffset now)
    {
        var (id, owner, team) = (incident.Id, incident.OwnerId, incident.TeamId);
        var isOpenToTeam = incident.Circle == Circle.Team;
        var named = db.Incidents.Where(i => i.Id == id)
            .SelectMany(i => i.Grants.Where(g => g.Level >= level && g.RevokedAt == null && g.ExpiresAt > now), (_, g) => g.MemberId);
        return db.Members.WhoMaySeeIncidents()
            .Where(m => m.Id == owner || (isOpenToTeam && m.Memberships.Any(t => t.TeamId == team)) || named.Contains(m.Id));
    }
}
