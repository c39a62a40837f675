using CaseTracker.Domain.Audit;

namespace CaseTracker.Application.Audit;

/// <summary>Seals the trail, signs where it stands, and finds out whether anybody changed it. See docs/trail.md.</summary>
public interface ITrailProof
{
    /// <summary>Takes every committed line that is not yet in the tree into it, in order. Any number of nodes may ask at once.</summary>
    /// <returns>How many were taken in.</returns>
    /// <exception cref="InvalidOperationException">The state of the tree was changed in the database: nothing is built upon it.</exception>
    Task<int> SealAsync(CancellationToken cancellationToken);

    Task<TrailState> StateAsync(CancellationToken cancellationToken);

    /// <summary>How many a verification takes: each line is read once, and what it wrote to each record twice.</summary>
    Task<long> StepsAsync(CancellationToken cancellationToken);

    /// <summary>Seals, and signs the size and root of the tree.</summary>
    /// <returns>The text of a <see cref="Checkpoint"/>.</returns>
    /// <exception cref="InvalidOperationException">The state of the tree was changed in the database.</exception>
    Task<string> CheckpointAsync(CancellationToken cancellationToken);

    /// <summary>Reads the whole trail, line by line, the checkpoints that this node keeps, and every row that the trail vouches for.</summary>
    /// <param name="kept">Checkpoints that were kept elsewhere.</param>
    /// <param name="progress">Told how many of <see cref="StepsAsync"/> are done.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<TrailVerdict> VerifyAsync(IReadOnlyCollection<Checkpoint> kept, IProgress<int>? progress, CancellationToken cancellationToken);
}

/// <param name="IsIntact">False if the state itself was changed in the database, and says nothing.</param>
/// <param name="Fault">What the last verification found first; null when nothing was wrong.</param>
public sealed record TrailState(
    bool IsIntact,
    long Entries,
    long Sealed,
    DateTimeOffset? SealedAt,
    DateTimeOffset? CheckpointAt,
    long? CheckpointSize,
    DateTimeOffset? VerifiedAt,
    TrailFault? Fault);

/// <param name="Sealed">Lines in the tree that were verified.</param>
/// <param name="Waiting">Lines that were verified and are not in the tree yet.</param>
/// <param name="Rows">Rows of records that hold what the trail says was last written to them.</param>
/// <param name="Checkpoints">Kept checkpoints that the trail was compared with.</param>
/// <param name="Fault">Null if nothing is wrong.</param>
public sealed record TrailVerdict(long Sealed, long Waiting, long Rows, int Checkpoints, TrailFault? Fault);

/// <summary>The audit key is missing, or is not the one that the trail was written with: nothing may be written or verified with another.</summary>
public sealed class AuditKeyException(string sentence) : InvalidOperationException(sentence);
