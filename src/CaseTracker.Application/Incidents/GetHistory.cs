using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>Every change of state with who, when and why, newest first, and a page of the trail of this incident.</summary>
/// <param name="Before">Only lines of the trail older than this sequence; null for the newest.</param>
[Requires(Permission.SeeIncidents)]
public sealed record GetHistory(string Number, long? Before = null) : IQuery<Result<IncidentHistory>>;

/// <param name="Older">Sequence to ask for the next page with; null on the last.</param>
public sealed record IncidentHistory(IReadOnlyList<StateChange> Changes, IReadOnlyList<TrailLine> Trail, long? Older);

/// <param name="List">Code list of both codes: workflow, verification or stages.</param>
/// <param name="Path">For a stage, the kind of path that it belongs to.</param>
/// <param name="From">Null for the first stage of a path.</param>
public sealed record StateChange(string List, string? From, string To, string Reason, string By, DateTimeOffset At, string? Path = null);

/// <param name="By">Empty for what a job did.</param>
public sealed record TrailLine(long Sequence, DateTimeOffset At, string By, string Action, AuditOutcome Outcome, string? Detail);

public sealed class GetHistoryHandler(ICaseTrackerDb db, IVault vault, Trail trail) : IRequestHandler<GetHistory, Result<IncidentHistory>>
{
    public const int PageSize = 50;

    public async Task<Result<IncidentHistory>> Handle(GetHistory request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking()
            .Include(i => i.WorkflowChanges).Include(i => i.VerificationChanges).Include(i => i.Proceedings).ThenInclude(p => p.Stages)
            .SingleOrDefaultAsync(i => i.Number == request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var lines = await db.Trail.AsNoTracking()
            .Where(e => e.Subject == request.Number && (request.Before == null || e.Sequence < request.Before))
            .OrderByDescending(e => e.Sequence)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        var page = lines.Take(PageSize).ToList();
        var changes = Changes(incident, await vault.OfAsync(incident.Id, cancellationToken)).ToList();
        var names = await db.Members.NamesAsync([.. changes.Select(c => c.Who), .. page.Select(e => e.ActorId).OfType<MemberId>()], cancellationToken);
        return new IncidentHistory(
            [.. changes.OrderByDescending(c => c.Change.At).Select(c => c.Change with { By = names.Of(c.Who) })],
            [.. page.Select(e => new TrailLine(e.Sequence, e.At, names.Of(e.ActorId), e.Action, e.Outcome, e.Detail))],
            lines.Count > PageSize ? page[^1].Sequence : null);
    }

    private static IEnumerable<(StateChange Change, MemberId Who)> Changes(Incident incident, IncidentKeys keys)
    {
        foreach (var change in incident.WorkflowChanges)
        {
            yield return (new StateChange(Lists.Workflow, change.From.Code(), change.To.Code(), keys.Part(SealedFields.WorkflowReason, change.Sequence, change.Reason) ?? IncidentKeys.Erased, "", change.At), change.By);
        }

        foreach (var change in incident.VerificationChanges)
        {
            yield return (new StateChange(Lists.Verification, change.From.ToString(), change.To.ToString(), keys.Part(SealedFields.VerificationReason, change.Sequence, change.Reason) ?? IncidentKeys.Erased, "", change.At), change.By);
        }

        foreach (var path in incident.Proceedings)
        {
            Domain.Accountability.StageEntry? before = null;
            foreach (var stage in path.Stages.OrderBy(s => s.Sequence))
            {
                yield return (new StateChange(Lists.Stages, before?.Stage.ToString(), stage.Stage.ToString(), keys.PartOf(SealedFields.StageReason, path.Id.Value, stage.Sequence, stage.Reason) ?? IncidentKeys.Erased, "", stage.RecordedAt, path.KindCode), stage.RecordedBy);
                before = stage;
            }
        }
    }
}
