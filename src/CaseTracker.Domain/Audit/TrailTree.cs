using System.Buffers.Binary;
using System.Text;

namespace CaseTracker.Domain.Audit;

/// <summary>
/// The one tree over the sealed lines of the trail: its size and peaks, and when it was last checkpointed and verified, all
/// authenticated under the audit key. What does not match any more is never built upon.
/// </summary>
public sealed class TrailTree
{
    public const int TheOnlyId = 1;
    public const int KeyIdLimit = 16;

    private TrailTree()
    {
    }

    public int Id { get; private init; } = TheOnlyId;

    /// <summary>Raised by whoever takes the turn to change the tree: the row stays locked until they are done.</summary>
    public int Turn { get; private init; }

    /// <summary>See <see cref="TrailKey.Id"/>: a node with another key must not write.</summary>
    public string KeyId { get; private init; } = "";

    public long Size { get; private set; }

    /// <summary>See <see cref="MerkleFrontier.Write"/>.</summary>
    public byte[] Peaks { get; private set; } = [];

    public DateTimeOffset? SealedAt { get; private set; }

    public long? CheckpointSize { get; private set; }

    public DateTimeOffset? CheckpointAt { get; private set; }

    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>What the last verification found wrong first; null when it found nothing.</summary>
    public TrailFaultKind? Fault { get; private set; }

    /// <summary>Number of the line that <see cref="Fault"/> is about, where it is about one.</summary>
    public long? FaultSequence { get; private set; }

    public byte[] Mac { get; private set; } = [];

    public byte[] Root => MerkleFrontier.Read(Size, Peaks).Root;

    public static TrailTree Plant(TrailKey key)
    {
        var tree = new TrailTree { KeyId = key.Id };
        tree.Authenticate(key);
        return tree;
    }

    public bool IsIntact(TrailKey key) => TrailKey.Same(key.OfTree(State()), Mac);

    /// <exception cref="TrailTreeException">The stored state was changed by somebody without the key.</exception>
    public void Seal(IEnumerable<AuditEntry> entries, DateTimeOffset at, TrailKey key)
    {
        ExpectIntact(key);
        var frontier = MerkleFrontier.Read(Size, Peaks);
        foreach (var entry in entries)
        {
            entry.Seal(frontier.Size, key);
            frontier.Append(entry.LeafHash!);
        }

        Size = frontier.Size;
        Peaks = frontier.Write();
        SealedAt = Micros.Truncate(at);
        Authenticate(key);
    }

    /// <exception cref="TrailTreeException">The stored state was changed by somebody without the key.</exception>
    public void NoteCheckpoint(DateTimeOffset at, TrailKey key)
    {
        ExpectIntact(key);
        CheckpointSize = Size;
        CheckpointAt = Micros.Truncate(at);
        Authenticate(key);
    }

    /// <exception cref="TrailTreeException">The stored state was changed by somebody without the key.</exception>
    public void NoteVerified(DateTimeOffset at, TrailFault? fault, TrailKey key)
    {
        ExpectIntact(key);
        VerifiedAt = Micros.Truncate(at);
        Fault = fault?.Kind;
        FaultSequence = fault?.Sequence;
        Authenticate(key);
    }

    private void ExpectIntact(TrailKey key)
    {
        if (!IsIntact(key))
        {
            throw new TrailTreeException(TrailFaultKind.TreeAltered, "The state of the trail's tree was changed in the database; run the verb `audit verify`.");
        }
    }

    private void Authenticate(TrailKey key) => Mac = key.OfTree(State());

    private byte[] State()
    {
        long?[] numbers = [Size, Micros(SealedAt), CheckpointSize, Micros(CheckpointAt), Micros(VerifiedAt), (long?)Fault, FaultSequence];
        var state = new List<byte>();
        Span<byte> number = stackalloc byte[sizeof(long)];
        foreach (var value in numbers)
        {
            BinaryPrimitives.WriteInt64BigEndian(number, value ?? 0);
            state.Add(value is null ? (byte)0 : (byte)1);
            state.AddRange(number);
        }

        return [.. state, .. Encoding.ASCII.GetBytes(KeyId), 0, .. Peaks];

        static long? Micros(DateTimeOffset? at) => at is { } known ? Audit.Micros.Of(known) : null;
    }
}
