using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>Who did what to whom, how it is known, and what is still missing.</summary>
[Requires(Permission.SeeIncidents)]
public sealed record GetIncidentSummary(string Number) : IReadsIncident<Result<IncidentSummary>>;

/// <param name="SupportedClaims">Of the five, how many have the sources that "verified" asks for.</param>
public sealed record IncidentSummary(
    string? Narrative,
    PartialDate StartedOn,
    PartialDate? EndedOn,
    Place Place,
    IReadOnlyList<SummaryVictim> Victims,
    IReadOnlyList<SummaryAct> Acts,
    IReadOnlyList<SummaryPerpetrator> Perpetrators,
    IReadOnlyList<SummarySource> Sources,
    IReadOnlyList<string> Accusations,
    IReadOnlyList<SdgElement> Missing,
    int SupportedClaims);

/// <param name="Pseudonym">Null for somebody who is not known.</param>
public sealed record SummaryVictim(int Sequence, string? Pseudonym, PersonKind? Kind, string? Gender, string? AgeBand, bool HasProfile);

/// <param name="On">Null when it is the incident's own date.</param>
public sealed record SummaryAct(int Sequence, int Victim, string Code, PartialDate? On, string? Method, string? Motive, string? VictimState, string? Right);

public sealed record SummaryPerpetrator(int Sequence, string Code, string? Role, string? Proof, string? Description);

public sealed record SummarySource(int Sequence, string? Connection, string Material, string? Reliability, string? Description);

public sealed class GetIncidentSummaryHandler(ICaseTrackerDb db, IVault vault, Trail trail) : IRequestHandler<GetIncidentSummary, Result<IncidentSummary>>
{
    public async Task<Result<IncidentSummary>> Handle(GetIncidentSummary request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking()
            .Include(i => i.Victims).Include(i => i.Acts).Include(i => i.Involvements).Include(i => i.Sources).Include(i => i.ClaimSupports).Include(i => i.Accusations)
            .SingleOrDefaultAsync(i => i.Number == request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var ids = incident.Victims.Select(v => v.PersonId).OfType<PersonId>().ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, p.Pseudonym, p.Kind, p.GenderCode, p.AgeBandCode, HasProfile = p.Profiles.Any() })
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var victims = incident.Victims.OrderBy(v => v.Sequence)
            .Select(v => v.PersonId is { } id && people.TryGetValue(id, out var p)
                ? new SummaryVictim(v.Sequence, p.Pseudonym, p.Kind, p.GenderCode, p.AgeBandCode, p.HasProfile)
                : new SummaryVictim(v.Sequence, null, null, null, null, false))
            .ToList();
        var acts = incident.Acts.OrderBy(a => a.Sequence)
            .Select(a => new SummaryAct(a.Sequence, a.VictimSequence, a.Code, a.On, a.MethodCode, a.MotiveCode, a.VictimStateCode, a.RightCode))
            .ToList();
        var keys = await vault.OfAsync(incident.Id, cancellationToken);
        return new IncidentSummary(
            keys.Own(SealedFields.Narrative, incident.Narrative),
            incident.StartedOn,
            incident.EndedOn,
            incident.Place.With(keys.Own(SealedFields.Municipality, incident.Municipality)),
            victims,
            acts,
            [.. incident.Involvements.OrderBy(i => i.Sequence).Select(i => new SummaryPerpetrator(i.Sequence, i.PerpetratorCode, i.RoleCode, i.ProofCode, keys.Part(SealedFields.Perpetrator, i.Sequence, i.Description)))],
            [.. incident.Sources.OrderBy(s => s.Sequence).Select(s => new SummarySource(s.Sequence, s.ConnectionCode, s.MaterialCode, s.ReliabilityCode, keys.Part(SealedFields.Source, s.Sequence, s.Description)))],
            [.. incident.Accusations.Select(a => a.Code).Order(StringComparer.Ordinal)],
            SdgMinimum.Missing(incident, victims, acts),
            Incident.EachClaim.Count(c => incident.StateOf(c).HoldsForVerified));
    }
}
