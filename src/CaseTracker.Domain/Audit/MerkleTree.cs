using System.Numerics;
using System.Security.Cryptography;

namespace CaseTracker.Domain.Audit;

/// <summary>
/// The hash tree of RFC 6962, section 2.1, over leaf hashes: its root, and proofs that a leaf is in it (audit paths) or that
/// it continues an earlier one (consistency proofs). Verification follows RFC 9162, sections 2.1.3.2 and 2.1.4.2.
/// </summary>
public static class MerkleTree
{
    public const int HashLength = SHA256.HashSizeInBytes;

    public static byte[] EmptyRoot => SHA256.HashData([]);

    public static byte[] Leaf(ReadOnlySpan<byte> data) => SHA256.HashData([0x00, .. data]);

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * HashLength)];
        bytes[0] = 0x01;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + HashLength)..]);
        return SHA256.HashData(bytes);
    }

    public static byte[] Root(ReadOnlySpan<byte[]> leaves) => leaves.Length switch
    {
        0 => EmptyRoot,
        1 => leaves[0],
        _ => Node(Root(leaves[..Split(leaves.Length)]), Root(leaves[Split(leaves.Length)..])),
    };

    /// <returns>The neighbours on the way from the leaf to the root, the lowest first.</returns>
    public static IReadOnlyList<byte[]> InclusionProof(int index, ReadOnlySpan<byte[]> leaves)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Length);
        if (leaves.Length == 1)
        {
            return [];
        }

        var left = Split(leaves.Length);
        return index < left
            ? [.. InclusionProof(index, leaves[..left]), Root(leaves[left..])]
            : [.. InclusionProof(index - left, leaves[left..]), Root(leaves[..left])];
    }

    public static bool IsIncluded(ReadOnlySpan<byte> leafHash, long index, long size, IReadOnlyList<byte[]> proof, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (place, last) = (index, size - 1);
        var hash = leafHash.ToArray();
        foreach (var neighbour in proof)
        {
            if (last == 0)
            {
                return false;
            }

            if ((place & 1) == 1 || place == last)
            {
                hash = Node(neighbour, hash);
                (place, last) = UpToRight(place, last);
            }
            else
            {
                hash = Node(hash, neighbour);
            }

            place >>= 1;
            last >>= 1;
        }

        return last == 0 && root.SequenceEqual(hash);
    }

    /// <returns>What is needed to get from the root over the first leaves to the root over all of them.</returns>
    public static IReadOnlyList<byte[]> ConsistencyProof(int first, ReadOnlySpan<byte[]> leaves)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, leaves.Length);
        return Consistency(first, leaves, whole: true);
    }

    public static bool IsContinued(long first, ReadOnlySpan<byte> firstRoot, long second, ReadOnlySpan<byte> secondRoot, IReadOnlyList<byte[]> proof)
    {
        if (first < 1 || first > second)
        {
            return false;
        }

        if (first == second)
        {
            return proof.Count == 0 && firstRoot.SequenceEqual(secondRoot);
        }

        List<byte[]> path = BitOperations.IsPow2(first) ? [firstRoot.ToArray(), .. proof] : [.. proof];
        if (path.Count == 0)
        {
            return false;
        }

        var (place, last) = (first - 1, second - 1);
        while ((place & 1) == 1)
        {
            place >>= 1;
            last >>= 1;
        }

        var (former, latter) = (path[0], path[0]);
        foreach (var neighbour in path.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((place & 1) == 1 || place == last)
            {
                former = Node(neighbour, former);
                latter = Node(neighbour, latter);
                (place, last) = UpToRight(place, last);
            }
            else
            {
                latter = Node(latter, neighbour);
            }

            place >>= 1;
            last >>= 1;
        }

        return last == 0 && firstRoot.SequenceEqual(former) && secondRoot.SequenceEqual(latter);
    }

    private static IReadOnlyList<byte[]> Consistency(int first, ReadOnlySpan<byte[]> leaves, bool whole)
    {
        if (first == leaves.Length)
        {
            return whole ? [] : [Root(leaves)];
        }

        var left = Split(leaves.Length);
        return first <= left
            ? [.. Consistency(first, leaves[..left], whole), Root(leaves[left..])]
            : [.. Consistency(first - left, leaves[left..], whole: false), Root(leaves[..left])];
    }

    /// <summary>Past the levels on which a node without a right neighbour is simply carried up.</summary>
    private static (long Place, long Last) UpToRight(long place, long last)
    {
        while ((place & 1) == 0 && place != 0)
        {
            place >>= 1;
            last >>= 1;
        }

        return (place, last);
    }

    /// <summary>The largest power of two smaller than the number of leaves.</summary>
    private static int Split(int count) => (int)BitOperations.RoundUpToPowerOf2((uint)count) >> 1;
}
