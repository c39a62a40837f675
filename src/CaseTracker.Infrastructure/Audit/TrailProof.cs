using CaseTracker.Application.Audit;
using CaseTracker.Domain.Audit;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Audit;

internal sealed class TrailProof(CaseTrackerDbContext db, TrailSequencer sequencer, TrailKeys keys, CheckpointFolder folder, DatabaseOptions options, TimeProvider time) : ITrailProof
{
    public Task<int> SealAsync(CancellationToken cancellationToken) => sequencer.RunAsync(cancellationToken);

    public async Task<TrailState> StateAsync(CancellationToken cancellationToken)
    {
        var entries = await db.Trail.LongCountAsync(cancellationToken);
        var tree = await db.TrailTree.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return tree?.IsIntact(keys.Trail) == true
            ? new(true, entries, tree.Size, tree.SealedAt, tree.CheckpointAt, tree.CheckpointSize, tree.VerifiedAt, tree.Fault is { } kind ? new(kind, tree.FaultSequence) : null)
            : new(false, entries, 0, null, null, null, null, null);
    }

    public async Task<long> StepsAsync(CancellationToken cancellationToken) =>
        await db.Trail.LongCountAsync(cancellationToken) + (2 * await db.TrailWrites.LongCountAsync(cancellationToken));

    public async Task<string> CheckpointAsync(CancellationToken cancellationToken)
    {
        await sequencer.RunAsync(cancellationToken);
        return await sequencer.InTurnAsync(
            tree =>
            {
                var now = time.GetUtcNow();
                tree.NoteCheckpoint(now, keys.Trail);
                return Task.FromResult(Checkpoint.Sign(tree.Size, tree.Root, now, keys.Signing));
            },
            cancellationToken);
    }

    public async Task<TrailVerdict> VerifyAsync(IReadOnlyCollection<Checkpoint> kept, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var own = await folder.ReadAsync(cancellationToken);
        if (await CanBuildAsync(cancellationToken))
        {
            await sequencer.RunAsync(cancellationToken);
        }

        var verdict = await new TrailVerifier(db, keys, options).VerifyAsync([.. kept, .. own.Found], progress, cancellationToken);

        // What is wrong with the trail itself comes first: it is what the file may have been altered to hide.
        if (verdict.Fault is null && own.Unreadable > 0)
        {
            verdict = verdict with { Fault = new(TrailFaultKind.CheckpointUnreadable, Count: own.Unreadable) };
        }

        if (await CanBuildAsync(cancellationToken))
        {
            await sequencer.InTurnAsync(
                tree =>
                {
                    tree.NoteVerified(time.GetUtcNow(), verdict.Fault, keys.Trail);
                    return Task.FromResult(true);
                },
                cancellationToken);
        }

        return verdict;
    }

    private async Task<bool> CanBuildAsync(CancellationToken cancellationToken) =>
        (await db.TrailTree.AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.IsIntact(keys.Trail) == true;
}
