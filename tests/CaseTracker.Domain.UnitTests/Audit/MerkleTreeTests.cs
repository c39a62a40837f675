using CaseTracker.Domain.Audit;
using FsCheck;
using FsCheck.Fluent;

namespace CaseTracker.Domain.UnitTests.Audit;

public class MerkleTreeTests
{
    /// <summary>The leaves that implementations of RFC 6962 have been compared with since the first of them.</summary>
    private static readonly byte[][] Leaves =
        [.. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }.Select(d => MerkleTree.Leaf(Convert.FromHexString(d)))];

    /// <summary>A tree of 1 to 130 leaves, an earlier size of it, and a place in it.</summary>
    private static readonly Arbitrary<(byte[][] Tree, int Earlier, int Place)> Trees =
        (from size in Gen.Choose(1, 130)
         from earlier in Gen.Choose(1, size)
         from place in Gen.Choose(0, size - 1)
         select (Tree(size), earlier, place)).ToArbitrary();

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Has_the_roots_of_the_known_trees(int size, string root)
    {
        Assert.Equal(root, Convert.ToHexStringLower(MerkleTree.Root(Leaves.AsSpan(0, size))));
        Assert.Equal(root, Convert.ToHexStringLower(Frontier(Leaves[..size]).Root));
    }

    [Fact]
    public void Has_the_proofs_of_the_known_tree()
    {
        string[] first =
        [
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ];
        Assert.Equal(first, MerkleTree.InclusionProof(0, Leaves).Select(Convert.ToHexStringLower));
        Assert.Equal(first, MerkleTree.ConsistencyProof(1, Leaves).Select(Convert.ToHexStringLower));
    }

    [Fact]
    public void Proves_of_every_leaf_that_it_is_there() => Prop.ForAll(Trees, t =>
        MerkleTree.IsIncluded(t.Tree[t.Place], t.Place, t.Tree.Length, MerkleTree.InclusionProof(t.Place, t.Tree), MerkleTree.Root(t.Tree))).QuickCheckThrowOnFailure();

    [Fact]
    public void Proves_no_other_leaf_place_size_or_root() => Prop.ForAll(Trees, t =>
    {
        var (proof, root, size) = (MerkleTree.InclusionProof(t.Place, t.Tree), MerkleTree.Root(t.Tree), t.Tree.Length);
        return !MerkleTree.IsIncluded(MerkleTree.Leaf([9]), t.Place, size, proof, root)
            && !MerkleTree.IsIncluded(t.Tree[t.Place], t.Place + 1, size, proof, root)
            && !MerkleTree.IsIncluded(t.Tree[t.Place], t.Place, size, [.. proof, root], root)
            && !MerkleTree.IsIncluded(t.Tree[t.Place], t.Place, size, proof, MerkleTree.Leaf([9]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Proves_of_every_earlier_tree_that_it_was_continued() => Prop.ForAll(Trees, t =>
        MerkleTree.IsContinued(t.Earlier, MerkleTree.Root(t.Tree.AsSpan(0, t.Earlier)), t.Tree.Length, MerkleTree.Root(t.Tree), MerkleTree.ConsistencyProof(t.Earlier, t.Tree)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Proves_nothing_of_a_tree_that_was_rewritten() => Prop.ForAll(Trees, t =>
    {
        var rewritten = t.Tree.ToArray();
        rewritten[t.Place % t.Earlier] = MerkleTree.Leaf([9]);
        var earlier = MerkleTree.Root(t.Tree.AsSpan(0, t.Earlier));
        return !MerkleTree.IsContinued(t.Earlier, earlier, t.Tree.Length, MerkleTree.Root(rewritten), MerkleTree.ConsistencyProof(t.Earlier, rewritten));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Grows_from_its_edge_alone() => Prop.ForAll(Trees, t =>
    {
        var half = Frontier(t.Tree[..t.Earlier]);
        var again = MerkleFrontier.Read(half.Size, half.Write());
        foreach (var leaf in t.Tree[t.Earlier..])
        {
            again.Append(leaf);
        }

        return again.Size == t.Tree.Length && again.Root.SequenceEqual(MerkleTree.Root(t.Tree));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(3, 32)]
    [InlineData(4, 64)]
    [InlineData(-1, 0)]
    public void Refuses_an_edge_that_does_not_belong_to_the_size(long size, int bytes) =>
        Assert.Throws<ArgumentException>(() => MerkleFrontier.Read(size, new byte[bytes]));

    private static byte[][] Tree(int size) => [.. Enumerable.Range(0, size).Select(i => MerkleTree.Leaf(BitConverter.GetBytes(i)))];

    private static MerkleFrontier Frontier(byte[][] leaves)
    {
        var frontier = new MerkleFrontier();
        foreach (var leaf in leaves)
        {
            frontier.Append(leaf);
        }

        return frontier;
    }
}
