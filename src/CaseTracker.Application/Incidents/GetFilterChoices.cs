using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>What the incident list can be narrowed to besides the code lists: the reader's teams, those who work in them, releases.</summary>
/// <param name="Person">Whose incidents the list shows, as its address says it.</param>
[Requires(Permission.SeeIncidents)]
public sealed record GetFilterChoices(string? Person = null) : IQuery<Result<FilterChoices>>;

/// <param name="Person">Pseudonym of the one whose incidents are listed; null if nobody's are, or the reader does not see them.</param>
public sealed record FilterChoices(IReadOnlyList<Colleague> Members, IReadOnlyList<TeamChoice> Teams, IReadOnlyList<ReleaseChoice> Releases, string? Person);

public sealed record TeamChoice(TeamId Id, string Name);

public sealed record ReleaseChoice(string Key, BilingualText Title);

public sealed class GetFilterChoicesHandler(ICaseTrackerDb db, CurrentActor current) : IRequestHandler<GetFilterChoices, Result<FilterChoices>>
{
    private static readonly Role[] Seeing = [.. Enum.GetValues<Role>().Where(r => r.Allows(Permission.SeeIncidents))];

    public async Task<Result<FilterChoices>> Handle(GetFilterChoices request, CancellationToken cancellationToken)
    {
        var mine = current.Actor.Teams.ToList();
        var members = await db.Members
            .Where(m => Seeing.Contains(m.Role) && m.Memberships.Any(t => mine.Contains(t.TeamId)))
            .OrderBy(m => m.DisplayName)
            .Select(m => new Colleague(m.Id, m.DisplayName))
            .ToListAsync(cancellationToken);
        var teams = await db.Teams.Where(t => mine.Contains(t.Id)).OrderBy(t => t.Name).Select(t => new TeamChoice(t.Id, t.Name)).ToListAsync(cancellationToken);
        var releases = await db.Releases.AsNoTracking().OrderBy(r => r.Key).Select(r => new ReleaseChoice(r.Key, r.Title)).ToListAsync(cancellationToken);
        PersonId? person = Guid.TryParseExact(request.Person, "N", out var id) ? PersonId.From(id) : null;
        var pseudonym = person is null ? null : await db.People.Where(p => p.Id == person).Select(p => p.Pseudonym).SingleOrDefaultAsync(cancellationToken);
        return new FilterChoices(members, teams, releases, pseudonym);
    }
}
