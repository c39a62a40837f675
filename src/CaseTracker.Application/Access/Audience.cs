using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;

namespace CaseTracker.Application.Access;

/// <summary>Who may be told about an incident: the same people whom the visibility filter lets see it.</summary>
public static class Audience
{
    private static readonly Role[] Seeing = [.. Enum.GetValues<Role>().Where(r => r.Allows(Permission.SeeIncidents))];

    public static IQueryable<Member> WhoSee(this IQueryable<Member> members, MemberId owner, TeamId team) =>
        members.Where(m => m.IsActive && Seeing.Contains(m.Role) && (m.Id == owner || m.Memberships.Any(t => t.TeamId == team)));

    public static IQueryable<Member> WhoSee(this IQueryable<Member> members, Incident incident) => members.WhoSee(incident.OwnerId, incident.TeamId);
}
