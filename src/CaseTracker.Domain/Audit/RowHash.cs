using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CaseTracker.Domain.Audit;

/// <summary>
/// SHA-256 over a row in one form that every database gives back alike: its table, and each column that holds something, in
/// the order of their names. What is empty (null, or zero where there is no null) is left out, so that a column which a
/// later version adds changes no hash of before. Of what is sealed it holds the hash alone: destroying keys changes nothing.
/// See docs/trail.md.
/// </summary>
public sealed class RowHash
{
    public const int Length = SHA256.HashSizeInBytes;

    private const byte EncodingVersion = 1;

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    private enum Kind : byte
    {
        Number = 1,
        Text = 2,
        Instant = 3,
        Day = 4,
        Id = 5,
        Bytes = 6,
        Real = 7,
    }

    public RowHash Of(string table)
    {
        _bytes.ResetWrittenCount();
        Write(EncodingVersion);
        Write(table);
        return this;
    }

    public void Number(string column, long value)
    {
        Begin(column, Kind.Number);
        Write(value);
    }

    public void Text(string column, string value)
    {
        Begin(column, Kind.Text);
        Write(value);
    }

    public void Instant(string column, DateTimeOffset value)
    {
        Begin(column, Kind.Instant);
        Write(Micros.Of(value));
    }

    public void Day(string column, DateOnly value)
    {
        Begin(column, Kind.Day);
        Write(value.DayNumber);
    }

    public void Id(string column, Guid value)
    {
        Begin(column, Kind.Id);
        value.TryWriteBytes(_bytes.GetSpan(16), bigEndian: true, out var written);
        _bytes.Advance(written);
    }

    public void Bytes(string column, ReadOnlySpan<byte> value)
    {
        Begin(column, Kind.Bytes);
        SHA256.HashData(value, _bytes.GetSpan(Length));
        _bytes.Advance(Length);
    }

    public void Real(string column, double value)
    {
        Begin(column, Kind.Real);
        Write(BitConverter.DoubleToInt64Bits(value));
    }

    public byte[] Finish() => SHA256.HashData(_bytes.WrittenSpan);

    private void Begin(string column, Kind kind)
    {
        Write(column);
        Write((byte)kind);
    }

    private void Write(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    private void Write(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
    }

    private void Write(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(sizeof(int)), length);
        _bytes.Advance(sizeof(int));
        Encoding.UTF8.GetBytes(text, _bytes.GetSpan(length));
        _bytes.Advance(length);
    }
}
