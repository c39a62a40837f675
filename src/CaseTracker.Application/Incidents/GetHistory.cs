using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>
/// The changes of state with who, when and why, newest first, and the trail of this incident, a page of each. Who read what is for
/// those who answer for it: its owner and the supervisors of its team.
/// </summary>
/// <param name="Before">Only lines of the trail older than this sequence; null for the newest.</param>
/// <param name="Part">Which lines of the trail.</param>
/// <param name="Changes">Cursor of a page of the changes; null for the newest.</param>
[Requires(Permission.SeeIncidents)]
public sealed record GetHistory(string Number, long? Before = null, HistoryPart Part = HistoryPart.Changes, string? Changes = null) : IReadsIncident<Result<IncidentHistory>>;

public enum HistoryPart
{
    /// <summary>What was changed; what most people come for.</summary>
    Changes,
    All,

    /// <summary>What others than the reader looked at, opened, or tried to.</summary>
    Reads,
}

/// <param name="Changes">One page of them.</param>
/// <param name="MaySeeReads">Whether who read what is shown to this reader at all.</param>
/// <param name="Older">Sequence to ask for the next page with; null on the last.</param>
public sealed record IncidentHistory(IReadOnlyList<StateChange> Changes, IReadOnlyList<TrailLine> Trail, bool MaySeeReads, long? Older)
{
    /// <summary>Cursor of the page of newer changes; null on the first.</summary>
    public string? NewerChanges { get; init; }

    /// <summary>Cursor of the page of older changes; null on the last.</summary>
    public string? OlderChanges { get; init; }

    /// <summary>Changes on all pages.</summary>
    public int AllChanges { get; init; }
}

/// <param name="By">Empty for what a job did.</param>
/// <param name="Earlier">What the same person looked at just before, on the same day, the latest first: shown as one with this line.</param>
public sealed record TrailLine(long Sequence, DateTimeOffset At, string By, string Action, AuditOutcome Outcome, string? Detail, IReadOnlyList<TrailLine> Earlier);

public sealed class GetHistoryHandler(ICaseTrackerDb db, IVault vault, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<GetHistory, Result<IncidentHistory>>
{
    public const int PageSize = 50;

    /// <summary>Lines read for one page: looking around in an incident leaves a dozen that are shown as one.</summary>
    private const int LinesRead = 500;

    public async Task<Result<IncidentHistory>> Handle(GetHistory request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking()
            .Include(i => i.Victims).Include(i => i.Involvements).Include(i => i.WorkflowChanges).Include(i => i.VerificationChanges).Include(i => i.Proceedings).ThenInclude(p => p.Stages)
            .Include(i => i.Proceedings).ThenInclude(p => p.Moves)
            .SingleOrDefaultAsync(i => i.Number == request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var maySeeReads = MaySeeReads(current.Actor, incident);
        if (request.Part == HistoryPart.Reads && !maySeeReads)
        {
            return SharedErrors.Forbidden;
        }

        var authorities = await db.Authorities.NamesAsync(incident.Proceedings.SelectMany(p => p.Authorities), cancellationToken);
        var changes = HistoryChanges.Page([.. HistoryChanges.Of(incident, await vault.OfAsync(incident.Id, cancellationToken), authorities)], PageSize, request.Changes);
        if (!changes.TryGet(out var changed))
        {
            return Result<IncidentHistory>.Refused(changes.Refusals);
        }

        var lines = await Lines(request, await PseudonymsAsync(incident, cancellationToken), maySeeReads)
            .Where(e => request.Before == null || e.Sequence < request.Before)
            .OrderByDescending(e => e.Sequence)
            .Take(LinesRead)
            .ToListAsync(cancellationToken);
        var rows = HistoryRows.Of(lines, calendar);
        var page = rows.Take(PageSize).ToList();
        var names = await db.Members.NamesAsync([.. changed.Rows.Select(c => c.Who), .. page.Select(r => r[0].ActorId).OfType<MemberId>()], cancellationToken);
        return new IncidentHistory(
            [.. changed.Rows.Select(c => c.Change with { By = names.Of(c.Who) })],
            [.. page.Select(row => Line(row[0], [.. row.Skip(1).Select(e => Line(e, []))]))],
            maySeeReads,
            rows.Count > PageSize || lines.Count == LinesRead ? page[^1][^1].Sequence : null)
        {
            NewerChanges = changed.Before,
            OlderChanges = changed.After,
            AllChanges = changed.Total,
        };

        TrailLine Line(AuditEntry entry, IReadOnlyList<TrailLine> earlier) =>
            new(entry.Sequence, entry.At, names.Of(entry.ActorId), entry.Action, entry.Outcome, entry.Detail, earlier);
    }

    private static bool MaySeeReads(Actor actor, Incident incident) =>
        actor.IsSystem || actor.Id == incident.OwnerId || (actor.Role == Role.Supervisor && actor.Teams.Contains(incident.TeamId));

    /// <summary>The line of an opened identity is about the person, and names the incident beside them.</summary>
    private IQueryable<AuditEntry> Lines(GetHistory request, List<string> pseudonyms, bool maySeeReads)
    {
        var (number, me) = (request.Number, current.Actor.Id);
        var lines = db.Trail.AsNoTracking().Where(e => e.Subject == number || (pseudonyms.Contains(e.Subject!) && e.Detail!.StartsWith(number)));
        return request.Part switch
        {
            HistoryPart.Reads => lines.Where(e => e.ActorId != me && (e.Outcome == AuditOutcome.Seen || e.Outcome == AuditOutcome.Denied || e.Action == nameof(People.OpenIdentity))),
            _ when request.Part == HistoryPart.Changes || !maySeeReads => lines.Where(e => e.Outcome == AuditOutcome.Done && e.Action != nameof(People.OpenIdentity)),
            _ => lines,
        };
    }

    private Task<List<string>> PseudonymsAsync(Incident incident, CancellationToken cancellationToken)
    {
        var people = incident.Victims.Select(v => v.PersonId).OfType<Domain.People.PersonId>().ToList();
        return db.People.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => p.Pseudonym).ToListAsync(cancellationToken);
    }
}
