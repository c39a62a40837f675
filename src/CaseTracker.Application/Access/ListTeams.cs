using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

/// <summary>All teams, with how many active members each has.</summary>
[Requires(Permission.ManageUsers)]
public sealed record ListTeams : IQuery<Result<IReadOnlyList<TeamListing>>>;

public sealed record TeamListing(TeamId Id, string Name, int Members);

public sealed class ListTeamsHandler(ICaseTrackerDb db) : IRequestHandler<ListTeams, Result<IReadOnlyList<TeamListing>>>
{
    public async Task<Result<IReadOnlyList<TeamListing>>> Handle(ListTeams request, CancellationToken cancellationToken) =>
        await db.Teams
            .OrderBy(t => t.Name)
            .Select(t => new TeamListing(t.Id, t.Name, db.Members.Count(m => m.IsActive && m.Memberships.Any(s => s.TeamId == t.Id))))
            .ToListAsync(cancellationToken);
}
