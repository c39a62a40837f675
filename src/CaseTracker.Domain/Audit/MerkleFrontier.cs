namespace CaseTracker.Domain.Audit;

/// <summary>
/// The roots of the complete subtrees on the right edge of an RFC 6962 tree: all that is needed to append to it and to tell
/// its root, however many leaves it has.
/// </summary>
public sealed class MerkleFrontier
{
    /// <summary>One for each bit of a size.</summary>
    public const int MostBytes = 63 * MerkleTree.HashLength;

    private readonly List<byte[]> _peaks = [];

    public long Size { get; private set; }

    public byte[] Root
    {
        get
        {
            if (_peaks.Count == 0)
            {
                return MerkleTree.EmptyRoot;
            }

            var root = _peaks[^1];
            for (var i = _peaks.Count - 2; i >= 0; i--)
            {
                root = MerkleTree.Node(_peaks[i], root);
            }

            return root;
        }
    }

    /// <exception cref="ArgumentException">These are not the peaks of a tree of that size.</exception>
    public static MerkleFrontier Read(long size, ReadOnlySpan<byte> peaks)
    {
        if (size < 0 || peaks.Length != System.Numerics.BitOperations.PopCount((ulong)size) * MerkleTree.HashLength)
        {
            throw new ArgumentException("Not the peaks of a tree of this size.", nameof(peaks));
        }

        var frontier = new MerkleFrontier { Size = size };
        for (var at = 0; at < peaks.Length; at += MerkleTree.HashLength)
        {
            frontier._peaks.Add(peaks.Slice(at, MerkleTree.HashLength).ToArray());
        }

        return frontier;
    }

    public byte[] Write() => [.. _peaks.SelectMany(p => p)];

    public void Append(byte[] leafHash)
    {
        _peaks.Add(leafHash);

        // Each one bit at the end of the old size is a subtree that the new leaf completes.
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            var right = _peaks[^1];
            _peaks.RemoveAt(_peaks.Count - 1);
            _peaks[^1] = MerkleTree.Node(_peaks[^1], right);
        }

        Size++;
    }
}
