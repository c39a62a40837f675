using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>Who sees an incident and why, and who else could be named for it.</summary>
[Requires(Permission.SeeIncidents)]
public sealed record GetAccess(string Number) : IReadsIncident<Result<IncidentAccess>>;

/// <param name="Team">Members who see it through their team; empty while it is restricted.</param>
/// <param name="Grants">Those that hold now, the first to end first.</param>
/// <param name="Candidates">Who could be named; empty for a reader who may name nobody.</param>
/// <param name="IsOwner">The reader is the owner, who alone restricts it and gives access to identities.</param>
public sealed record IncidentAccess(
    Circle Circle,
    int Version,
    string Owner,
    string TeamName,
    IReadOnlyList<string> Team,
    IReadOnlyList<GrantView> Grants,
    IReadOnlyList<Colleague> Candidates,
    bool IsOwner,
    bool MayLead);

public sealed record GrantView(int Sequence, string Name, GrantLevel Level, DateOnly LastDay, string Reason, string GivenBy, DateTimeOffset GivenAt);

public sealed class GetAccessHandler(ICaseTrackerDb db, IVault vault, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<GetAccess, Result<IncidentAccess>>
{
    public async Task<Result<IncidentAccess>> Handle(GetAccess request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking().Include(i => i.Grants).FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var grants = incident.Grants.Where(g => g.IsActive(calendar.Now)).OrderBy(g => g.LastDay).ThenBy(g => g.Sequence).ToList();
        var names = await db.Members.NamesAsync([incident.OwnerId, .. grants.Select(g => g.MemberId), .. grants.Select(g => g.GivenBy)], cancellationToken);
        var keys = await vault.OfAsync(incident.Id, cancellationToken);
        var leads = current.Actor.Leads(incident);
        var seeing = db.Members.AsNoTracking().WhoMaySeeIncidents().OrderBy(m => m.DisplayName);
        return new IncidentAccess(
            incident.Circle,
            incident.Version,
            names.Of(incident.OwnerId),
            await db.Teams.Where(t => t.Id == incident.TeamId).Select(t => t.Name).SingleAsync(cancellationToken),
            incident.Circle == Circle.Restricted ? []
                : await seeing.Where(m => m.Id != incident.OwnerId && m.Memberships.Any(t => t.TeamId == incident.TeamId)).Select(m => m.DisplayName).ToListAsync(cancellationToken),
            [
                .. grants.Select(g => new GrantView(
                    g.Sequence, names.Of(g.MemberId), g.Level, g.LastDay, keys.Part(SealedFields.GrantReason, g.Sequence, g.Reason) ?? IncidentKeys.Erased, names.Of(g.GivenBy), g.GivenAt)),
            ],
            leads ? await seeing.Where(m => m.Id != incident.OwnerId && m.Id != current.Actor.Id).Select(m => new Colleague(m.Id, m.DisplayName)).ToListAsync(cancellationToken) : [],
            incident.OwnerId == current.Actor.Id,
            leads);
    }
}
