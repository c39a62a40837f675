using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

/// <summary>
/// Who somebody is now: read from the database on every request, never from the cookie, so that a role or team that was
/// taken away is gone at once.
/// </summary>
public sealed class Actors(ICaseTrackerDb db)
{
    /// <returns>Null if there is no such member, or they no longer work here.</returns>
    public async Task<Actor?> FindAsync(MemberId id, CancellationToken cancellationToken)
    {
        var member = await db.Members
            .AsNoTracking()
            .Where(m => m.Id == id && m.IsActive)
            .Select(m => new { m.DisplayName, m.Role, Teams = m.Memberships.Select(t => t.TeamId).ToList() })
            .SingleOrDefaultAsync(cancellationToken);
        return member is null ? null : Actor.Member(id, member.Role, member.Teams, member.DisplayName);
    }
}
