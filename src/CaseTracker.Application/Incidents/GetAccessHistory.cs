using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>Who offered an incident to whom, who was named for it, and who broke the glass, each with the reason; newest first.</summary>
[Requires(Permission.SeeIncidents)]
public sealed record GetAccessHistory(string Number) : IReadsIncident<Result<IReadOnlyList<AccessEvent>>>
{
    public bool IsFrame => true;
}

public enum AccessEventKind
{
    HandOverProposed,
    HandOverAccepted,
    HandOverDeclined,
    HandOverWithdrawn,
    AssignedAtOnce,
    AccessGiven,
    AccessRevoked,
    IdentityOpened,
}

/// <param name="Whom">Whom it concerns, where that is not who did it.</param>
/// <param name="Until">When what was given ends.</param>
public sealed record AccessEvent(DateTimeOffset At, AccessEventKind Kind, string By, string? Whom, GrantLevel? Level, DateTimeOffset? Until, string? Reason);

public sealed class GetAccessHistoryHandler(ICaseTrackerDb db, IVault vault, Trail trail) : IRequestHandler<GetAccessHistory, Result<IReadOnlyList<AccessEvent>>>
{
    public async Task<Result<IReadOnlyList<AccessEvent>>> Handle(GetAccessHistory request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking().WithAccess().FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var keys = await vault.OfAsync(incident.Id, cancellationToken);
        List<Happening> happened =
        [
            .. incident.HandOvers.SelectMany(h => Of(h, keys)),
            .. incident.Grants.SelectMany(g => Of(g, keys)),
            .. incident.IdentityOpenings.Select(o => Of(o, keys)),
        ];
        var names = await db.Members.NamesAsync(happened.Select(h => h.By).Concat(happened.Select(h => h.Whom).OfType<MemberId>()), cancellationToken);
        return happened.OrderByDescending(h => h.At)
            .Select(h => new AccessEvent(h.At, h.Kind, names.Of(h.By), h.Whom is null ? null : names.Of(h.Whom), h.Level, h.Until, h.Reason))
            .ToList();
    }

    private static IEnumerable<Happening> Of(HandOver handOver, IncidentKeys keys)
    {
        var first = handOver.State == HandOverState.AtOnce ? AccessEventKind.AssignedAtOnce : AccessEventKind.HandOverProposed;
        yield return new(handOver.ProposedAt, first, handOver.ProposedBy, handOver.To, Reason: keys.Part(SealedFields.HandOverReason, handOver.Sequence, handOver.Reason));
        AccessEventKind? then = handOver.State switch
        {
            HandOverState.Accepted => AccessEventKind.HandOverAccepted,
            HandOverState.Declined => AccessEventKind.HandOverDeclined,
            HandOverState.Withdrawn => AccessEventKind.HandOverWithdrawn,
            _ => null,
        };
        if (then is { } settled && handOver is { SettledAt: { } at, SettledBy: { } by })
        {
            yield return new(at, settled, by, Reason: keys.Part(SealedFields.HandOverAnswer, handOver.Sequence, handOver.Answer));
        }
    }

    private static IEnumerable<Happening> Of(AccessGrant grant, IncidentKeys keys)
    {
        yield return new(grant.GivenAt, AccessEventKind.AccessGiven, grant.GivenBy, grant.MemberId, grant.Level, grant.ExpiresAt, keys.Part(SealedFields.GrantReason, grant.Sequence, grant.Reason));
        if (grant is { RevokedAt: { } at, RevokedBy: { } by })
        {
            yield return new(at, AccessEventKind.AccessRevoked, by, grant.MemberId, grant.Level);
        }
    }

    private static Happening Of(IdentityOpening opening, IncidentKeys keys) =>
        new(opening.At, AccessEventKind.IdentityOpened, opening.MemberId, Until: opening.ExpiresAt, Reason: keys.Part(SealedFields.OpeningReason, opening.Sequence, opening.Reason));

    private sealed record Happening(
        DateTimeOffset At, AccessEventKind Kind, MemberId By, MemberId? Whom = null, GrantLevel? Level = null, DateTimeOffset? Until = null, string? Reason = null);
}
