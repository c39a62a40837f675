using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>Every path of an incident with all that was ever recorded of it, in the order of opening.</summary>
[Requires(Permission.SeeIncidents)]
public sealed record GetJustice(string Number) : IReadsIncident<Result<IReadOnlyList<PathView>>>;

/// <param name="Standing">Null only if every stage was corrected away.</param>
public sealed record PathView(
    ProceedingId Id,
    string Kind,
    bool IsAgainstDefender,
    string? Authority,
    Stage? Standing,
    DateOnly? LastInvestigated,
    IReadOnlyList<StageView> Stages,
    IReadOnlyList<InvestigativeActView> Acts);

/// <param name="CorrectedBy">Sequence of the entry that replaced this one; null while it stands.</param>
public sealed record StageView(
    int Sequence,
    Stage Stage,
    PartialDate On,
    string Reason,
    string? NotReportedReason,
    PartialDate? OrderedOn,
    int? Corrects,
    int? CorrectedBy,
    bool Reopens,
    string By,
    DateTimeOffset At);

public sealed record InvestigativeActView(string Code, PartialDate On, string By, DateTimeOffset At);

public sealed class GetJusticeHandler(ICaseTrackerDb db, IVault vault, Trail trail) : IRequestHandler<GetJustice, Result<IReadOnlyList<PathView>>>
{
    public async Task<Result<IReadOnlyList<PathView>>> Handle(GetJustice request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking()
            .Include(i => i.Proceedings).ThenInclude(p => p.Stages)
            .Include(i => i.Proceedings).ThenInclude(p => p.InvestigativeActs)
            .SingleOrDefaultAsync(i => i.Number == request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var authors = incident.Proceedings.SelectMany(p => p.Stages.Select(s => s.RecordedBy).Concat(p.InvestigativeActs.Select(a => a.RecordedBy)));
        var names = await db.Members.NamesAsync(authors, cancellationToken);
        var keys = await vault.OfAsync(incident.Id, cancellationToken);
        return incident.Proceedings.OrderBy(p => p.OpenedAt).ThenBy(p => p.Id.Value).Select(p => View(p, names, keys)).ToList();
    }

    private static PathView View(Proceeding path, MemberNames names, IncidentKeys keys) => new(
        path.Id,
        path.KindCode,
        path.IsAgainstDefender,
        path.Authority,
        path.Standing?.Stage,
        path.LastInvestigated,
        [.. path.Stages.OrderBy(s => s.Sequence).Select(s => new StageView(
            s.Sequence,
            s.Stage,
            s.On,
            keys.PartOf(SealedFields.StageReason, path.Id.Value, s.Sequence, s.Reason) ?? IncidentKeys.Erased,
            s.NotReportedReason,
            s.OrderedOn,
            s.Corrects,
            path.Stages.FirstOrDefault(other => other.Corrects == s.Sequence)?.Sequence,
            s.Reopens,
            names.Of(s.RecordedBy),
            s.RecordedAt))],
        [.. path.InvestigativeActs.OrderBy(a => a.On.Earliest).ThenBy(a => a.Sequence).Select(a => new InvestigativeActView(a.Code, a.On, names.Of(a.RecordedBy), a.RecordedAt))]);
}
