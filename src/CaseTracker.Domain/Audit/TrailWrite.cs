using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace CaseTracker.Domain.Audit;

/// <summary>
/// What one line of the trail wrote to one record: hashes of its rows, never what is in them. The line holds the root over
/// all its writes, so none of them can be changed, added or taken out.
/// </summary>
public sealed class TrailWrite
{
    private const byte HasBefore = 1;
    private const byte HasAfter = 2;

    private TrailWrite()
    {
    }

    public Guid EntryId { get; private init; }

    /// <summary>From 0 within the line.</summary>
    public int Number { get; private init; }

    /// <summary>What the keys of all these rows begin with.</summary>
    public Guid Record { get; private init; }

    /// <summary>Table by table; see docs/trail.md.</summary>
    public byte[] Rows { get; private init; } = [];

    public static TrailWrite Of(Guid entry, int number, Guid record, IEnumerable<RowWrite> rows) => new()
    {
        EntryId = entry,
        Number = number,
        Record = record,
        Rows = Write(rows),
    };

    /// <summary>What one line wrote, record by record.</summary>
    public static IReadOnlyList<TrailWrite> Of(Guid entry, IEnumerable<(Guid Record, RowWrite Row)> rows) =>
        [.. rows.GroupBy(r => r.Record, r => r.Row).OrderBy(r => r.Key).Select((record, number) => Of(entry, number, record.Key, record))];

    /// <summary>The root of an RFC 6962 tree over the writes of one line, in the order of their numbers.</summary>
    public static byte[] RootOf(IEnumerable<TrailWrite> writes)
    {
        var tree = new MerkleFrontier();
        foreach (var write in writes)
        {
            tree.Append(write.Leaf());
        }

        return tree.Root;
    }

    public byte[] Leaf() => MerkleTree.Leaf([.. Record.ToByteArray(bigEndian: true), .. Rows]);

    /// <exception cref="FormatException">The bytes are not what was written.</exception>
    public IReadOnlyList<RowWrite> Read()
    {
        try
        {
            return Read(Rows);
        }
        catch (ArgumentOutOfRangeException cut)
        {
            throw new FormatException("The rows of a line cannot be read.", cut);
        }
    }

    private static byte[] Write(IEnumerable<RowWrite> rows)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        foreach (var table in rows.GroupBy(r => r.Table))
        {
            Write(bytes, table.Key);
            BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), table.Count());
            bytes.Advance(sizeof(int));
            foreach (var row in table)
            {
                Write(bytes, row.Key);
                bytes.Write([(byte)((row.Before is null ? 0 : HasBefore) | (row.After is null ? 0 : HasAfter))]);
                bytes.Write(row.Before);
                bytes.Write(row.After);
            }
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static List<RowWrite> Read(ReadOnlySpan<byte> bytes)
    {
        var rows = new List<RowWrite>();
        while (bytes.Length > 0)
        {
            var table = Text(ref bytes);
            for (var left = BinaryPrimitives.ReadInt32BigEndian(Take(ref bytes, sizeof(int))); left > 0; left--)
            {
                var key = Text(ref bytes);
                var holds = Take(ref bytes, 1)[0];
                var before = (holds & HasBefore) == 0 ? null : Take(ref bytes, RowHash.Length).ToArray();
                var after = (holds & HasAfter) == 0 ? null : Take(ref bytes, RowHash.Length).ToArray();
                rows.Add(new(table, key, before, after));
            }
        }

        return rows;
    }

    private static void Write(ArrayBufferWriter<byte> bytes, string text)
    {
        var encoded = Encoding.UTF8.GetBytes(text);
        bytes.Write([checked((byte)encoded.Length)]);
        bytes.Write(encoded);
    }

    private static string Text(ref ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(Take(ref bytes, Take(ref bytes, 1)[0]));

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int length)
    {
        var taken = bytes[..length];
        bytes = bytes[length..];
        return taken;
    }
}
