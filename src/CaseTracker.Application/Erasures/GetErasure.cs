using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Erasures;

/// <summary>The receipt: what was erased, when, on whose order and ground, and the line of the trail that proves it.</summary>
[Requires(Permission.SeeErasures)]
public sealed record GetErasure(ErasureId Id) : ITracedRead<Result<ErasureReceipt>>
{
    public string? RecordIn(Result<ErasureReceipt> answer) => answer.Value.Pseudonym ?? answer.Value.Number;
}

/// <param name="Number">Of the incident or the campaign that was erased, or from which the person was; the key of the release for what tracked one.</param>
/// <param name="Pseudonym">Null where it was no single person.</param>
/// <param name="FinishedAt">Null while keys are still to be destroyed.</param>
/// <param name="Keys">How many data keys of each kind were in it.</param>
/// <param name="Order">The line of the order; null in a database whose trail lost it.</param>
public sealed record ErasureReceipt(
    ErasureId Id,
    ErasedKind What,
    string Number,
    string? Pseudonym,
    ErasureGround Ground,
    string OrderedBy,
    MemberId OrderedById,
    Role OrderedAs,
    DateTimeOffset OrderedAt,
    DateTimeOffset? FinishedAt,
    IReadOnlyDictionary<ErasedKind, int> Keys,
    ProofLine? Order)
{
    public int KeyCount => Keys.Values.Sum();
}

/// <summary>One line of the trail with what places it in the tree; see docs/trail.md.</summary>
/// <param name="Place">Null until the line is sealed, seconds later; so is the hash.</param>
/// <param name="LeafHash">Hexadecimal.</param>
/// <param name="Writes">Root over the rows that the order wrote, hexadecimal; null in a line from before the trail vouched for rows.</param>
public sealed record ProofLine(long Sequence, Guid Id, DateTimeOffset At, string Action, string? Subject, string? Detail, long? Place, string? LeafHash, string? Writes);

public sealed class GetErasureHandler(ICaseTrackerDb db, Trail trail) : IRequestHandler<GetErasure, Result<ErasureReceipt>>
{
    public async Task<Result<ErasureReceipt>> Handle(GetErasure request, CancellationToken cancellationToken)
    {
        trail.Of(request.Id.Value.ToString("N"));
        var erasure = await db.Erasures.AsNoTracking().Include(e => e.Keys).SingleOrDefaultAsync(e => e.Id == request.Id, cancellationToken);
        if (erasure is null)
        {
            return SharedErrors.NotFound;
        }

        var (action, subject) = (ActionOf(erasure.What), erasure.Subject);

        var lines = db.Trail.AsNoTracking().Where(e => e.Action == action && e.Subject == subject && e.Outcome == AuditOutcome.Done);
        if (erasure.What == ErasedKind.Intervention)
        {
            // One release is tracked more than once; of anything else there is one order.
            var which = erasure.Detail!;
            lines = lines.Where(e => e.Detail!.StartsWith(which));
        }

        var line = await lines.OrderBy(e => e.Sequence).FirstOrDefaultAsync(cancellationToken);
        var names = await db.Members.NamesAsync([erasure.OrderedBy], cancellationToken);
        return new ErasureReceipt(
            erasure.Id,
            erasure.What,
            erasure.Number,
            erasure.Pseudonym,
            erasure.Ground,
            names.Of(erasure.OrderedBy),
            erasure.OrderedBy,
            erasure.OrderedAs,
            erasure.CreatedAt,
            erasure.FinishedAt,
            erasure.Keys.GroupBy(k => k.Kind).ToDictionary(g => g.Key, g => g.Count()),
            line is null ? null : new ProofLine(line.Sequence, line.Id, line.At, line.Action, line.Subject, line.Detail, line.TreeIndex, Hex(line.LeafHash), Hex(line.Writes)));
    }

    private static string ActionOf(ErasedKind what) => what switch
    {
        ErasedKind.Person => nameof(ErasePerson),
        ErasedKind.Campaign => nameof(EraseCampaign),
        ErasedKind.Intervention => nameof(EraseTracking),
        _ => nameof(EraseIncident),
    };

    private static string? Hex(byte[]? hash) => hash is null ? null : Convert.ToHexStringLower(hash);
}
