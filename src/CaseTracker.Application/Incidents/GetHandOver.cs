using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>The open proposal to hand an incident over, if there is one.</summary>
[Requires(Permission.SeeIncidents)]
public sealed record GetHandOver(string Number) : IReadsIncident<Result<HandOverView>>, IWorkOnIncident;

/// <param name="Open">Null while nobody was asked.</param>
public sealed record HandOverView(OpenHandOver? Open);

/// <param name="IsForReader">The reader is the one who was asked.</param>
public sealed record OpenHandOver(int Sequence, string From, string To, string Reason, string ProposedBy, DateTimeOffset ProposedAt, bool IsForReader);

public sealed class GetHandOverHandler(ICaseTrackerDb db, IVault vault, CurrentActor current, Trail trail) : IRequestHandler<GetHandOver, Result<HandOverView>>
{
    public async Task<Result<HandOverView>> Handle(GetHandOver request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking().Include(i => i.HandOvers).FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        if (incident.HandOvers.SingleOrDefault(h => h.IsOpen) is not { } open)
        {
            return new HandOverView(null);
        }

        var keys = await vault.OfAsync(incident.Id, cancellationToken);
        var names = await db.Members.NamesAsync([open.From, open.To, open.ProposedBy], cancellationToken);
        return new HandOverView(new OpenHandOver(
            open.Sequence,
            names.Of(open.From),
            names.Of(open.To),
            keys.Part(SealedFields.HandOverReason, open.Sequence, open.Reason) ?? IncidentKeys.Erased,
            names.Of(open.ProposedBy),
            open.ProposedAt,
            open.To == current.Actor.Id));
    }
}
