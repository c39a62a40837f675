using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>Claim by claim, which sources support it, and what is still missing for "verified".</summary>
[Requires(Permission.SeeIncidents)]
public sealed record GetVerification(string Number) : IReadsIncident<Result<VerificationView>>;

/// <param name="Entries">Everything that was said of the claims, the latest first.</param>
public sealed record VerificationView(IReadOnlyList<ClaimView> Claims, IReadOnlyList<WeighedSource> Sources, IReadOnlyList<ClaimEntry> Entries, int IndependentSources);

/// <param name="Accepted">Sequences of the sources that support it, as do the next two for the other standings.</param>
/// <param name="Independent">Origins that support it, without those found unreliable.</param>
public sealed record ClaimView(Claims Claim, IReadOnlyList<int> Accepted, IReadOnlyList<int> Conflict, IReadOnlyList<int> NeedsWork, int Independent, bool HoldsForVerified);

/// <param name="SameOriginAs">Sequence of the earlier source that it repeats.</param>
/// <param name="Standings">By claim; those of which nothing was said are missing.</param>
public sealed record WeighedSource(
    int Sequence,
    string? Connection,
    string Material,
    string? Reliability,
    bool IsUnreliable,
    string? Description,
    int? SameOriginAs,
    IReadOnlyDictionary<Claims, ClaimStanding> Standings);

/// <param name="Stands">Nothing said later has taken the place of any part of it.</param>
public sealed record ClaimEntry(int Sequence, int Source, IReadOnlyList<Claims> Claims, ClaimStanding Standing, string? Note, string By, DateTimeOffset At, bool Stands);

public sealed class GetVerificationHandler(ICaseTrackerDb db, IVault vault, Trail trail) : IRequestHandler<GetVerification, Result<VerificationView>>
{
    public async Task<Result<VerificationView>> Handle(GetVerification request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking().Include(i => i.Sources).Include(i => i.ClaimSupports).SingleOrDefaultAsync(i => i.Number == request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var keys = await vault.OfAsync(incident.Id, cancellationToken);
        var names = await db.Members.NamesAsync(incident.ClaimSupports.Select(s => s.By), cancellationToken);
        var sources = incident.Sources.OrderBy(s => s.Sequence).ToList();
        return new VerificationView(
            [.. Incident.EachClaim.Select(claim => View(incident, claim, sources))],
            [
                .. sources.Select(s => new WeighedSource(
                    s.Sequence, s.ConnectionCode, s.MaterialCode, s.ReliabilityCode, s.IsUnreliable, keys.Part(SealedFields.Source, s.Sequence, s.Description), s.SameOriginAs,
                    Incident.EachClaim.Where(c => incident.StandingOf(c, s.Sequence) is not null).ToDictionary(c => c, c => incident.StandingOf(c, s.Sequence)!.Value))),
            ],
            [
                .. incident.ClaimSupports.OrderByDescending(s => s.Sequence).Select(s => new ClaimEntry(
                    s.Sequence, s.SourceSequence, [.. Incident.EachClaim.Where(c => s.Claims.HasFlag(c))], s.Standing, keys.Part(SealedFields.ClaimNote, s.Sequence, s.Note), names.Of(s.By), s.At,
                    !incident.ClaimSupports.Any(later => later.Sequence > s.Sequence && later.SourceSequence == s.SourceSequence && (later.Claims & s.Claims) != Claims.None))),
            ],
            incident.IndependentSources);
    }

    private static ClaimView View(Incident incident, Claims claim, List<Source> sources)
    {
        IReadOnlyList<int> With(ClaimStanding standing) => [.. sources.Where(s => incident.StandingOf(claim, s.Sequence) == standing).Select(s => s.Sequence)];

        var state = incident.StateOf(claim);
        return new(claim, With(ClaimStanding.Accepted), With(ClaimStanding.Conflict), With(ClaimStanding.NeedsWork), state.Independent, state.HoldsForVerified);
    }
}
