using CaseTracker.Domain.Audit;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Audit;

/// <summary>
/// Compares what the lines say that they wrote with the roots that they hold, and every guarded row with what was last
/// written to it: some records at a time, however many there are. Comes after the lines themselves were verified.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="done">Told how many writes have been read in each of the two passes.</param>
internal sealed class WritesVerifier(CaseTrackerDbContext db, Action<int> done)
{
    private const int LinesAtOnce = 100;
    private const int RecordsAtOnce = 500;

    /// <summary>A site that goes on working can write between two looks; what is wrong stays wrong.</summary>
    private const int Looks = 4;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <summary>Rows that hold what was last written to them.</summary>
    public long Rows { get; private set; }

    public async Task<TrailFault?> FindAsync(CancellationToken cancellationToken) =>
        await FindInWritesAsync(cancellationToken) ?? await FindAddedAsync(cancellationToken) ?? await FindInRowsAsync(cancellationToken);

    private async Task<TrailFault?> FindInWritesAsync(CancellationToken cancellationToken)
    {
        long last = 0;
        List<Line> part;
        do
        {
            var after = last;
            part = await db.Trail.AsNoTracking().Where(e => e.Writes != null && e.Sequence > after).OrderBy(e => e.Sequence).Take(LinesAtOnce)
                .Select(e => new Line(e.Id, e.Sequence, e.Writes!)).ToListAsync(cancellationToken);
            if (await FindInLinesAsync(part, cancellationToken) is { } wrong)
            {
                return wrong;
            }

            last = part.Count > 0 ? part[^1].Sequence : last;
        }
        while (part.Count == LinesAtOnce);
        return null;
    }

    private async Task<TrailFault?> FindInLinesAsync(List<Line> lines, CancellationToken cancellationToken)
    {
        var trees = lines.ToDictionary(l => l.Id, _ => new MerkleFrontier());
        var ids = lines.ConvertAll(l => l.Id);
        await foreach (var write in db.TrailWrites.AsNoTracking().Where(w => ids.Contains(w.EntryId)).OrderBy(w => w.EntryId).ThenBy(w => w.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            trees[write.EntryId].Append(write.Leaf());
            done(1);
        }

        return lines.Find(l => !trees[l.Id].Root.AsSpan().SequenceEqual(l.Root)) is { } wrong ? new(TrailFaultKind.WritesAltered, wrong.Sequence) : null;
    }

    private async Task<TrailFault?> FindAddedAsync(CancellationToken cancellationToken) =>
        await db.TrailWrites.AnyAsync(w => !db.Trail.Any(e => e.Id == w.EntryId && e.Writes != null), cancellationToken) ? new(TrailFaultKind.WritesAdded) : null;

    private async Task<TrailFault?> FindInRowsAsync(CancellationToken cancellationToken)
    {
        Guid? after = null;
        Guid? upTo;
        do
        {
            upTo = await EndAsync(after, cancellationToken);
            for (var look = 1; await FindBetweenAsync(after, upTo, cancellationToken) is { } wrong; look++)
            {
                if (look == Looks)
                {
                    return new(wrong.Kind, wrong.Sequence, Row: wrong.Row.ToString(), Record: await NumberAsync(wrong.Row.Record, cancellationToken) ?? await SubjectAsync(wrong.Sequence, cancellationToken));
                }

                await Task.Delay(BetweenLooks, cancellationToken);
            }

            after = upTo;
        }
        while (upTo is not null);
        return null;
    }

    /// <returns>The last record of the next part; null if there is no further one after it.</returns>
    private async Task<Guid?> EndAsync(Guid? after, CancellationToken cancellationToken)
    {
        var records = after is { } from ? db.TrailWrites.Where(w => w.Record > from) : db.TrailWrites;
        return await records.Select(w => w.Record).Distinct().OrderBy(r => r).Skip(RecordsAtOnce - 1).Select(r => (Guid?)r).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<Wrong?> FindBetweenAsync(Guid? after, Guid? upTo, CancellationToken cancellationToken)
    {
        var kept = new Dictionary<RowName, State>();
        var (read, matched) = (0, 0L);
        await foreach (var (record, rows, sequence) in WritesBetweenAsync(after, upTo, cancellationToken))
        {
            read++;
            foreach (var row in rows)
            {
                var name = new RowName(row.Table, record, row.Key);
                if (!Follows(row, kept.GetValueOrDefault(name)?.Hash))
                {
                    return new(TrailFaultKind.RowAlteredBefore, name, sequence);
                }

                kept[name] = new(row.After, sequence);
            }
        }

        foreach (var table in GuardedWrites.TablesOf(db.Model).Values)
        {
            await foreach (var (record, key, hash) in db.ReadAsync(table, after, upTo, cancellationToken))
            {
                var name = new RowName(table.Name, record, key);
                if (!kept.Remove(name, out var state) || state.Hash is null)
                {
                    return new(TrailFaultKind.RowAdded, name, state?.Sequence);
                }

                if (!state.Hash.AsSpan().SequenceEqual(hash))
                {
                    return new(TrailFaultKind.RowAltered, name, state.Sequence);
                }

                matched++;
            }
        }

        if (kept.FirstOrDefault(k => k.Value.Hash is not null) is { Value: { } gone, Key: var missing })
        {
            return new(TrailFaultKind.RowMissing, missing, gone.Sequence);
        }

        Rows += matched;
        done(read);
        return null;
    }

    /// <summary>A row that is written for the first time was not there; any other held what the line before left in it.</summary>
    private static bool Follows(RowWrite row, byte[]? former) =>
        former is null ? row.Before is null : (row.Before ?? row.After).AsSpan().SequenceEqual(former);

    private async IAsyncEnumerable<(Guid Record, IReadOnlyList<RowWrite> Rows, long Sequence)> WritesBetweenAsync(
        Guid? after, Guid? upTo, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var writes = db.TrailWrites.AsNoTracking();
        writes = after is { } from ? writes.Where(w => w.Record > from) : writes;
        writes = upTo is { } to ? writes.Where(w => w.Record <= to) : writes;

        // Lines that are not sealed yet come after all that are: the sequencer keeps the order of the numbers.
        var ordered = writes.Join(db.Trail, w => w.EntryId, e => e.Id, (w, e) => new { Write = w, e.Sequence, e.TreeIndex })
            .OrderBy(w => w.TreeIndex == null).ThenBy(w => w.TreeIndex).ThenBy(w => w.Sequence);
        await foreach (var found in ordered.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return (found.Write.Record, found.Write.Read(), found.Sequence);
        }
    }

    /// <summary>What people call it, where the record is one that has a name.</summary>
    private async Task<string?> NumberAsync(Guid record, CancellationToken cancellationToken)
    {
        var incident = Domain.Incidents.IncidentId.From(record);
        var person = Domain.People.PersonId.From(record);
        var proceeding = Domain.Accountability.ProceedingId.From(record);
        var followUp = Domain.FollowUps.FollowUpId.From(record);
        return await db.Incidents.Where(i => i.Id == incident || i.Proceedings.Any(p => p.Id == proceeding) || db.FollowUps.Any(f => f.Id == followUp && f.IncidentId == i.Id)).Select(i => i.Number).FirstOrDefaultAsync(cancellationToken)
            ?? await db.People.Where(p => p.Id == person).Select(p => p.Pseudonym).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Of a record that is gone, its last line still knows the number.</summary>
    private Task<string?> SubjectAsync(long? line, CancellationToken cancellationToken) =>
        db.Trail.Where(e => e.Sequence == line).Select(e => e.Subject).FirstOrDefaultAsync(cancellationToken);

    private sealed record Line(Guid Id, long Sequence, byte[] Root);

    private sealed record Wrong(TrailFaultKind Kind, RowName Row, long? Sequence);

    private sealed record State(byte[]? Hash, long Sequence);

    private readonly record struct RowName(string Table, Guid Record, string Key)
    {
        public override string ToString() => Key.Length == 0 ? $"{Table} {Record:N}" : $"{Table} {Record:N}/{Key}";
    }
}
