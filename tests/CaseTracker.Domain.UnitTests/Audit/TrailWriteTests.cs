using System.Security.Cryptography;
using System.Text;
using CaseTracker.Domain.Audit;

namespace CaseTracker.Domain.UnitTests.Audit;

public sealed class TrailWriteTests
{
    private static readonly Guid Entry = Guid.Parse("01234567-89ab-7def-8123-456789abcdef");
    private static readonly Guid Record = Guid.Parse("01928374-5566-7788-99aa-bbccddeeff00");
    private static readonly byte[] One = SHA256.HashData([1]);
    private static readonly byte[] Two = SHA256.HashData([2]);

    [Fact]
    public void Gives_back_what_was_written_in_tables_and_rows()
    {
        RowWrite[] rows = [new("Incidents", "", One, Two), new("IncidentVictims", "1", null, One), new("IncidentVictims", "2", Two, null)];

        var read = TrailWrite.Of(Entry, 0, Record, rows).Read();

        Assert.Equal(rows.Select(Written), read.Select(Written));
    }

    [Fact]
    public void Has_the_documented_form()
    {
        var write = TrailWrite.Of(Entry, 0, Record, [new("Teams", "", null, One), new("Teams", "7", Two, null)]);

        byte[] expected = [5, .. "Teams"u8, 0, 0, 0, 2, 0, 2, .. One, 1, (byte)'7', 1, .. Two];
        Assert.Equal(expected, write.Rows);
        Assert.Equal(MerkleTree.Leaf([.. Record.ToByteArray(bigEndian: true), .. expected]), write.Leaf());
    }

    [Fact]
    public void The_root_of_a_line_is_that_of_a_tree_over_its_writes()
    {
        TrailWrite[] writes = [.. Enumerable.Range(0, 3).Select(n => TrailWrite.Of(Entry, n, Guid.NewGuid(), [new("Teams", "", null, One)]))];

        Assert.Equal(MerkleTree.Root([.. writes.Select(w => w.Leaf())]), TrailWrite.RootOf(writes));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(40)]
    public void What_was_cut_off_is_refused(int length)
    {
        var whole = TrailWrite.Of(Entry, 0, Record, [new("Teams", "", null, One)]);
        var cut = TrailWrite.Of(Entry, 0, Record, []);
        typeof(TrailWrite).GetProperty(nameof(TrailWrite.Rows))!.SetValue(cut, whole.Rows[..length]);

        Assert.Throws<FormatException>(cut.Read);
    }

    [Fact]
    public void The_hash_of_a_row_has_the_documented_form()
    {
        var hash = new RowHash().Of("Teams");
        hash.Text("Name", "Ñ");
        hash.Number("Version", 3);

        byte[] expected = [1, 0, 0, 0, 5, .. "Teams"u8, 0, 0, 0, 4, .. "Name"u8, 2, 0, 0, 0, 2, .. Encoding.UTF8.GetBytes("Ñ"), 0, 0, 0, 7, .. "Version"u8, 1, 0, 0, 0, 0, 0, 0, 0, 3];
        Assert.Equal(SHA256.HashData(expected), hash.Finish());
    }

    private static string Written(RowWrite row) => $"{row.Table}/{row.Key} {(row.Before is null ? "" : Convert.ToHexString(row.Before))}>{(row.After is null ? "" : Convert.ToHexString(row.After))}";
}
