using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

/// <summary>Gives somebody another role or other teams, or ends their access; what they did stays under their name.</summary>
/// <param name="Version">The version that the screen showed.</param>
[Requires(Permission.ManageUsers)]
public sealed record ChangeMember(MemberId Id, int Version, string? DisplayName, Role Role, IReadOnlyList<TeamId> Teams, bool IsActive) : ICommand<Result>;

public sealed class ChangeMemberHandler(ICaseTrackerDb db, ISignIns signIns, AccessNotices notices, Calendar calendar, Trail trail) : IRequestHandler<ChangeMember, Result>
{
    public async Task<Result> Handle(ChangeMember request, CancellationToken cancellationToken)
    {
        trail.Of(request.Id.Value.ToString("N"), request.IsActive ? request.Role.ToString() : "inactive");
        var member = await db.Members.Include(m => m.Memberships).SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken);
        if (member is null)
        {
            return SharedErrors.NotFound;
        }

        if (member.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var teams = request.Teams.Distinct().ToList();
        if (await db.Teams.CountAsync(t => teams.Contains(t.Id), cancellationToken) < teams.Count)
        {
            return MemberErrors.TeamMissing;
        }

        // Somebody must be left who can let people in.
        if (member is { IsActive: true, Role: Role.Administrator }
            && !(request is { IsActive: true, Role: Role.Administrator })
            && !await db.Members.AnyAsync(m => m.Id != request.Id && m.IsActive && m.Role == Role.Administrator, cancellationToken))
        {
            return MemberErrors.LastAdministrator;
        }

        var before = (member.Role, member.IsActive, Standing: StandingOf(member), Teams: member.Teams.ToList());
        var changed = member.Change(request.DisplayName, request.Role, teams, request.IsActive, calendar.Now);
        if (!changed.IsSuccess)
        {
            return changed;
        }

        if (before.Role != member.Role || (before.IsActive && !member.IsActive))
        {
            await signIns.RevokeAsync(member.Id, cancellationToken);
        }

        await TellAsync(member, before.Standing, before.Teams, cancellationToken);
        return changed;
    }

    /// <summary>The line says which it was, and so does a notice for each.</summary>
    private async Task TellAsync(Member member, string standing, List<TeamId> teams, CancellationToken cancellationToken)
    {
        var role = standing == StandingOf(member) ? null : $"{standing}>{StandingOf(member)}";
        var moved = string.Join(' ', Count("joined", member.Teams.Except(teams)), Count("quit", teams.Except(member.Teams))).Trim();
        foreach (var (kind, codes) in new[] { (NoticeKind.RoleChanged, role), (NoticeKind.TeamsChanged, moved) })
        {
            if (!string.IsNullOrEmpty(codes))
            {
                await notices.TellAsync(kind, member.Id, teams.Union(member.Teams), codes, cancellationToken);
            }
        }

        trail.Of(member.Id.Value.ToString("N"), $"{role ?? StandingOf(member)} {moved}".Trim());
    }

    private static string StandingOf(Member member) => member.IsActive ? member.Role.ToString() : "inactive";

    private static string? Count(string what, IEnumerable<TeamId> teams) => teams.Count() is > 0 and var count ? FormattableString.Invariant($"{what}:{count}") : null;
}
