using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

[Requires(Permission.ManageUsers)]
public sealed record FoundTeam(string? Name) : ICommand<Result<TeamId>>;

public sealed class FoundTeamHandler(ICaseTrackerDb db, Calendar calendar, Trail trail) : IRequestHandler<FoundTeam, Result<TeamId>>
{
    public async Task<Result<TeamId>> Handle(FoundTeam request, CancellationToken cancellationToken)
    {
        var founded = Team.Found(TeamId.New(calendar.Now), request.Name, calendar.Now);
        if (!founded.TryGet(out var team))
        {
            return founded.Refusals.ToList();
        }

        if (await db.Teams.AnyAsync(t => t.Name == team.Name, cancellationToken))
        {
            return MemberErrors.TeamNameTaken;
        }

        trail.Of(team.Id.Value.ToString("N"));
        db.Teams.Add(team);
        return team.Id;
    }
}
