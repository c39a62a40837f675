using CaseTracker.Application.Audit;
using CaseTracker.Domain.Audit;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Audit;

/// <summary>Recomputes everything that the trail claims, a part at a time, and stops at the first thing that is wrong.</summary>
internal sealed class TrailVerifier(CaseTrackerDbContext db, TrailKeys keys, DatabaseOptions options)
{
    private const int Part = 1000;

    private readonly MerkleFrontier _tree = new();
    private long _waiting;
    private long _rows;
    private int _steps;

    public async Task<TrailVerdict> VerifyAsync(IReadOnlyCollection<Checkpoint> kept, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        TrailFault? fault;
        try
        {
            fault = await FindAsync(kept, progress, cancellationToken);
        }
        catch (UnreadableLineException unreadable)
        {
            fault = new(TrailFaultKind.LineUnreadable, unreadable.Sequence);
        }
        catch (UnreadableRowException unreadable)
        {
            fault = new(TrailFaultKind.RowAltered, Row: unreadable.Table);
        }

        return new TrailVerdict(_tree.Size, _waiting, _rows, kept.Count, fault);
    }

    private async Task<TrailFault?> FindAsync(IReadOnlyCollection<Checkpoint> kept, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var signer = Checkpoint.NameOf(keys.Signing.ExportSubjectPublicKeyInfo());
        if (kept.Any(c => c.KeyName != signer))
        {
            return new(TrailFaultKind.ForeignCheckpoint);
        }

        if (await db.TrailTree.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } tree)
        {
            return new(TrailFaultKind.TreeMissing);
        }

        if (!tree.IsIntact(keys.Trail))
        {
            return new(TrailFaultKind.TreeAltered);
        }

        return await FindInTreeAsync(tree, kept, progress, cancellationToken)
            ?? await FindBeyondTreeAsync(cancellationToken)
            ?? await FindWaitingAsync(progress, cancellationToken)
            ?? await FindRepeatedAsync(cancellationToken)
            ?? await FindMissingNumberAsync(cancellationToken)
            ?? await FindInWritesAsync(progress, cancellationToken);
    }

    private async Task<TrailFault?> FindInWritesAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        _steps = (int)(_tree.Size + _waiting);
        var writes = new WritesVerifier(db, done => progress?.Report(_steps += done));
        var fault = await writes.FindAsync(cancellationToken);
        _rows = writes.Rows;
        return fault;
    }

    private async Task<TrailFault?> FindInTreeAsync(TrailTree tree, IReadOnlyCollection<Checkpoint> kept, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var checkpoints = kept.ToLookup(c => c.Size);
        if (FindDifferent(checkpoints) is { } atStart)
        {
            return atStart;
        }

        long last = -1;
        List<AuditEntry> part;
        do
        {
            var after = last;
            part = await ReadAsync(
                db.Trail.Where(e => e.TreeIndex > after && e.TreeIndex < tree.Size).OrderBy(e => e.TreeIndex).ThenBy(e => e.Sequence),
                cancellationToken);
            foreach (var entry in part)
            {
                if (FindInLine(entry) is { } wrong)
                {
                    return wrong;
                }

                last = entry.TreeIndex!.Value;
                _tree.Append(entry.LeafHash!);
                if (FindDifferent(checkpoints) is { } different)
                {
                    return different;
                }
            }

            progress?.Report((int)_tree.Size);
        }
        while (part.Count == Part);
        return _tree.Size < tree.Size ? new(TrailFaultKind.CutOff, Place: _tree.Size, Count: tree.Size - _tree.Size)
            : !_tree.Root.AsSpan().SequenceEqual(tree.Root) ? new(TrailFaultKind.RootDiffers)
            : kept.Any(c => c.Size > tree.Size) ? new(TrailFaultKind.ShorterThanCheckpoint, Count: kept.Max(c => c.Size) - tree.Size)
            : null;
    }

    private static async Task<List<AuditEntry>> ReadAsync(IQueryable<AuditEntry> lines, CancellationToken cancellationToken)
    {
        var part = lines.AsNoTracking().Take(Part);
        try
        {
            return await part.ToListAsync(cancellationToken);
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            foreach (var sequence in await part.Select(e => e.Sequence).ToListAsync(cancellationToken))
            {
                await ExpectReadableAsync(lines.AsNoTracking().Where(e => e.Sequence == sequence), sequence, cancellationToken);
            }

            throw;
        }
    }

    private static async Task ExpectReadableAsync(IQueryable<AuditEntry> line, long sequence, CancellationToken cancellationToken)
    {
        try
        {
            await line.LoadAsync(cancellationToken);
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            throw new UnreadableLineException(sequence);
        }
    }

    private static bool IsUnreadable(Exception fault) => fault is FormatException or InvalidCastException or InvalidOperationException or ArgumentException or OverflowException;

    private TrailFault? FindInLine(AuditEntry entry)
    {
        var place = entry.TreeIndex!.Value;
        if (place != _tree.Size)
        {
            return place < _tree.Size ? new(TrailFaultKind.PlaceTaken, entry.Sequence, place) : new(TrailFaultKind.LineMissing, Place: _tree.Size);
        }

        var canonical = entry.Canonical();
        return !TrailKey.Same(keys.Trail.OfEntry(canonical), entry.Mac) ? new(TrailFaultKind.LineAltered, entry.Sequence, place)
            : entry.LeafHash is null || !TrailKey.Same(MerkleTree.Leaf(canonical), entry.LeafHash) ? new(TrailFaultKind.LeafReplaced, entry.Sequence, place)
            : entry.PlaceMac is null || !TrailKey.Same(keys.Trail.OfPlace(place, entry.LeafHash), entry.PlaceMac) ? new(TrailFaultKind.LineMoved, entry.Sequence, place)
            : null;
    }

    private TrailFault? FindDifferent(ILookup<long, Checkpoint> checkpoints) =>
        checkpoints[_tree.Size].Any(c => !_tree.Root.AsSpan().SequenceEqual(c.Root)) ? new(TrailFaultKind.CheckpointDiffers, Count: _tree.Size) : null;

    /// <summary>Lines that claim a place which the sequencer never gave would be passed over by it.</summary>
    private async Task<TrailFault?> FindBeyondTreeAsync(CancellationToken cancellationToken)
    {
        var highest = await db.Trail.AsNoTracking().Where(e => e.TreeIndex != null).OrderByDescending(e => e.TreeIndex)
            .Select(e => new { e.Sequence, e.TreeIndex }).FirstOrDefaultAsync(cancellationToken);
        var lowest = await db.Trail.AsNoTracking().Where(e => e.TreeIndex < 0).Select(e => new { e.Sequence, e.TreeIndex }).FirstOrDefaultAsync(cancellationToken);

        // Read after the lines: what was sealed in between is within it.
        var size = await db.TrailTree.AsNoTracking().Select(t => t.Size).SingleAsync(cancellationToken);
        return lowest is not null ? new(TrailFaultKind.BeyondTree, lowest.Sequence, lowest.TreeIndex)
            : highest?.TreeIndex >= size ? new(TrailFaultKind.BeyondTree, highest.Sequence, highest.TreeIndex)
            : null;
    }

    private async Task<TrailFault?> FindWaitingAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        long last = 0;
        List<AuditEntry> part;
        do
        {
            var after = last;
            part = await ReadAsync(db.Trail.Where(e => e.TreeIndex == null && e.Sequence > after).OrderBy(e => e.Sequence), cancellationToken);
            foreach (var entry in part)
            {
                last = entry.Sequence;
                if (!TrailKey.Same(keys.Trail.OfEntry(entry.Canonical()), entry.Mac))
                {
                    return new(TrailFaultKind.LineAltered, entry.Sequence);
                }

                _waiting++;
            }

            progress?.Report((int)(_tree.Size + _waiting));
        }
        while (part.Count == Part);
        return null;
    }

    private async Task<TrailFault?> FindRepeatedAsync(CancellationToken cancellationToken)
    {
        var repeated = await db.Trail.AsNoTracking().GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => (long?)g.Max(e => e.Sequence)).MinAsync(cancellationToken);
        return repeated is { } sequence ? new(TrailFaultKind.LineRepeated, sequence) : null;
    }

    /// <summary>SQLite gives back the number of a write that was rolled back, so there a gap is a line that was taken out.</summary>
    private async Task<TrailFault?> FindMissingNumberAsync(CancellationToken cancellationToken)
    {
        if (options.Provider != DatabaseProvider.Sqlite)
        {
            return null;
        }

        var given = await db.Database.SqlQuery<long?>($"""SELECT MAX(seq) AS "Value" FROM sqlite_sequence WHERE name = 'Trail'""").SingleAsync(cancellationToken) ?? 0;
        var unbroken = await db.Trail.AsNoTracking().AnyAsync(e => e.Sequence == 1, cancellationToken)
            ? await db.Trail.AsNoTracking().Where(e => !db.Trail.Any(next => next.Sequence == e.Sequence + 1)).MinAsync(e => e.Sequence, cancellationToken)
            : 0;
        return unbroken < given ? new(TrailFaultKind.NumberMissing, unbroken + 1) : null;
    }

    private sealed class UnreadableLineException(long sequence) : Exception
    {
        public long Sequence { get; } = sequence;
    }
}
