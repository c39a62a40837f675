using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

/// <summary>
/// Tells of what lets an administrator, or somebody whom they choose, read as a member does: stored with it, to the auditors, the
/// supervisors of the teams concerned and the member. It stops nobody; see docs/adr/0010.
/// </summary>
public sealed class AccessNotices(ICaseTrackerDb db, CurrentActor current, Calendar calendar)
{
    /// <param name="kind">One of <see cref="Notice.OfAccess"/>.</param>
    /// <param name="member">Whose access it is.</param>
    /// <param name="teams">Whose supervisors are told: the teams that the member leaves as well as those that they join.</param>
    /// <param name="detail">Codes, as in the trail.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public async Task TellAsync(NoticeKind kind, MemberId member, IEnumerable<TeamId> teams, string? detail, CancellationToken cancellationToken)
    {
        var concerned = teams.ToList();
        var others = db.Members.Where(m => m.IsActive && m.Id != member);
        var watching = await others.Where(m => m.Role == Role.Auditor || (m.Role == Role.Supervisor && m.Memberships.Any(t => concerned.Contains(t.TeamId)))).Select(m => m.Id).ToListAsync(cancellationToken);
        if (watching.Count == 0)
        {
            // A small organisation may have nobody who watches; then the other administrators are told.
            var self = current.Actor.Id ?? member;
            watching = await others.Where(m => m.Role == Role.Administrator && m.Id != self).Select(m => m.Id).ToListAsync(cancellationToken);
        }

        var (subject, occasion) = (member.Value.ToString("N"), Guid.CreateVersion7(calendar.Now));
        var told = kind == NoticeKind.MemberAdded ? watching : watching.Append(member);
        db.Notices.AddRange(told.Select(m => Notice.Alarm(m, FormattableString.Invariant($"access:{occasion:N}:{m.Value:N}"), kind, subject, detail, calendar.Now)));
    }
}
