using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>What the screen "Log an incident" shows besides the form: unfinished drafts, one's teams, possible duplicates.</summary>
/// <param name="Key">The draft being written, which is left out of the list.</param>
[Requires(Permission.LogIncident)]
public sealed record PrepareLogging(Guid Key, FindPossibleDuplicates Question) : IQuery<Result<LoggingScreen>>;

public sealed record LoggingScreen(IReadOnlyList<DraftRow> Drafts, IReadOnlyList<TeamRow> Teams, PossibleDuplicates Duplicates);

public sealed record TeamRow(TeamId Id, string Name);

public sealed class PrepareLoggingHandler(ICaseTrackerDb db, CurrentActor current, IMediator mediator) : IRequestHandler<PrepareLogging, Result<LoggingScreen>>
{
    public async Task<Result<LoggingScreen>> Handle(PrepareLogging request, CancellationToken cancellationToken)
    {
        var drafts = await db.Drafts.AsNoTracking()
            .Where(d => d.Id != request.Key)
            .OrderByDescending(d => d.SavedAt)
            .Select(d => new DraftRow(d.Id, d.SavedAt))
            .ToListAsync(cancellationToken);
        var mine = current.Actor.Teams.ToList();
        var teams = await db.Teams.AsNoTracking().Where(t => mine.Contains(t.Id)).OrderBy(t => t.Name).Select(t => new TeamRow(t.Id, t.Name)).ToListAsync(cancellationToken);
        var duplicates = await mediator.Send(request.Question, cancellationToken);
        return new LoggingScreen(drafts, teams, duplicates.IsSuccess ? duplicates.Value : PossibleDuplicates.None);
    }
}
