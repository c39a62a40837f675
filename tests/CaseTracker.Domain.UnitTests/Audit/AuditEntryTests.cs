using System.Security.Cryptography;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;

namespace CaseTracker.Domain.UnitTests.Audit;

public class AuditEntryTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 16, 15, 0, 0, TimeSpan.Zero);
    private static readonly MemberId Actor = new(Guid.Parse("01234567-89ab-7def-8123-456789abcdef"));
    private static readonly TrailKey Key = new(SHA256.HashData("key"u8));

    /// <summary>The form that docs/trail.md describes: whoever reads it there must be able to rely on it for as long as a trail is kept.</summary>
    [Fact]
    public void Is_written_in_the_documented_form()
    {
        var entry = AuditEntry.Of(At, Actor, "MoveIncident", AuditOutcome.Done, "CT-2026-00001", null);

        Assert.Equal(
            "01" + entry.Id.ToString("N")
            + "00064d2579089c00"
            + "01" + "0123456789ab7def8123456789abcdef"
            + "01" + "0000000c" + Convert.ToHexStringLower("MoveIncident"u8)
            + "01"
            + "01" + "0000000d" + Convert.ToHexStringLower("CT-2026-00001"u8)
            + "00",
            Convert.ToHexStringLower(entry.Canonical()));
    }

    [Fact]
    public void No_two_lines_read_alike()
    {
        AuditEntry[] lines =
        [
            Line("A", "B", "C"), Line("A", "BC", null), Line("A", null, "BC"), Line("AB", "C", ""), Line("AB", "C", null), Line("A", "", "BC"),
            AuditEntry.Of(At, null, "A", AuditOutcome.Done, "B", "C"), AuditEntry.Of(At, Actor, "A", AuditOutcome.Denied, "B", "C"),
            AuditEntry.Of(At.AddMicroseconds(1), Actor, "A", AuditOutcome.Done, "B", "C"),
        ];

        Assert.Equal(lines.Length, lines.Select(l => Convert.ToHexString(l.Canonical()[17..])).Distinct().Count());
        Assert.NotEqual(Line("A", "B", "C").Id, Line("A", "B", "C").Id);
    }

    [Fact]
    public void A_line_that_vouches_for_rows_ends_with_the_root_over_them_in_version_2()
    {
        var plain = Line("A", "B", null);
        var before = plain.Canonical();
        var root = SHA256.HashData([1]);

        var vouching = plain.Vouch(root, Key);

        Assert.Equal([2, .. before[1..], .. root], vouching.Canonical());
        Assert.Equal(Key.OfEntry(vouching.Canonical()), vouching.Mac);
    }

    [Fact]
    public void Keeps_no_more_of_the_time_than_every_database_gives_back() =>
        Assert.Equal(At, AuditEntry.Of(At.AddTicks(7), null, "A", AuditOutcome.Done, null, null).At);

    [Fact]
    public void Another_key_and_another_use_give_another_mac()
    {
        var canonical = Line("A", "B", "C").Canonical();
        var leaf = MerkleTree.Leaf(canonical);
        byte[][] macs = [Key.OfEntry(canonical), Key.OfTree(canonical), new TrailKey(SHA256.HashData("other"u8)).OfEntry(canonical), Key.OfPlace(0, leaf), Key.OfPlace(1, leaf)];

        Assert.Equal(macs.Length, macs.Select(Convert.ToHexString).Distinct().Count());
        Assert.Throws<ArgumentException>(() => new TrailKey(new byte[31]));
    }

    [Fact]
    public void A_tree_that_somebody_changed_is_not_built_upon()
    {
        var tree = TrailTree.Plant(Key);
        tree.Seal([Line("A", "B", "C")], At, Key);
        Assert.True(tree.IsIntact(Key));

        typeof(TrailTree).GetProperty(nameof(TrailTree.Size))!.SetValue(tree, 0L);

        Assert.False(tree.IsIntact(Key));
        Assert.Throws<TrailTreeException>(() => tree.Seal([Line("A", "B", "C")], At, Key));
        Assert.Throws<TrailTreeException>(() => tree.NoteCheckpoint(At, Key));
        Assert.Throws<TrailTreeException>(() => tree.NoteVerified(At, null, Key));
    }

    private static AuditEntry Line(string action, string? subject, string? detail) => AuditEntry.Of(At, Actor, action, AuditOutcome.Done, subject, detail);
}
