using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

/// <summary>Gives somebody another role or other teams, or ends their access; what they did stays under their name.</summary>
/// <param name="Version">The version that the screen showed.</param>
[Requires(Permission.ManageUsers)]
public sealed record ChangeMember(MemberId Id, int Version, string? DisplayName, Role Role, IReadOnlyList<TeamId> Teams, bool IsActive) : ICommand<Result>;

public sealed class ChangeMemberHandler(ICaseTrackerDb db, ISignIns signIns, Calendar calendar, Trail trail) : IRequestHandler<ChangeMember, Result>
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

        var (role, active) = (member.Role, member.IsActive);
        var changed = member.Change(request.DisplayName, request.Role, teams, request.IsActive, calendar.Now);
        if (changed.IsSuccess && (role != member.Role || (active && !member.IsActive)))
        {
            await signIns.RevokeAsync(member.Id, cancellationToken);
        }

        return changed;
    }
}
