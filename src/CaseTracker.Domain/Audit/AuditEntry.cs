using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using CaseTracker.Domain.Access;

namespace CaseTracker.Domain.Audit;

/// <summary>
/// One line of the trail: who did what to which record, when. Holds ids, pseudonyms and codes, never content, so that what is
/// erased from a case needs no change here. See docs/trail.md for what is authenticated and how.
/// </summary>
public sealed class AuditEntry
{
    public const int ActionLimit = 60;
    public const int SubjectLimit = 60;
    public const int DetailLimit = 200;

    private const byte EncodingVersion = 1;

    /// <summary>Of a line that holds <see cref="Writes"/>.</summary>
    private const byte VouchingVersion = 2;

    private AuditEntry()
    {
    }

    /// <summary>Given by the database. Numbers that a rolled-back write had taken stay unused on some databases, so a gap alone proves nothing.</summary>
    public long Sequence { get; private init; }

    /// <summary>Authenticated with the rest, so that a line cannot be entered a second time under another number.</summary>
    public Guid Id { get; private init; }

    /// <summary>In whole microseconds, the most that every database keeps.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Null for what nobody signed in did (a job, a refused sign-in).</summary>
    public MemberId? ActorId { get; private init; }

    /// <summary>Name of the operation, e.g. <c>LogIncident</c>.</summary>
    public string Action { get; private init; } = "";

    public AuditOutcome Outcome { get; private init; }

    /// <summary>Number or id of the record concerned, e.g. <c>CT-2026-00042</c>.</summary>
    public string? Subject { get; private init; }

    /// <summary>Codes only, e.g. <c>J1&gt;J2</c>.</summary>
    public string? Detail { get; private init; }

    /// <summary>Root over the <see cref="TrailWrite"/>s of what was stored together with this line; null if it wrote to no row that the trail vouches for.</summary>
    public byte[]? Writes { get; private set; }

    /// <summary>Of <see cref="Canonical"/> under a key that is not in the database; a line without one is not stored.</summary>
    public byte[] Mac { get; private set; } = null!;

    /// <summary>Place in the tree, from 0 and without gaps; null until the sequencer has sealed the line.</summary>
    public long? TreeIndex { get; private set; }

    public byte[]? LeafHash { get; private set; }

    /// <summary>Binds the leaf to its place, so that lines that are moved or renumbered can be named.</summary>
    public byte[]? PlaceMac { get; private set; }

    public static AuditEntry Of(DateTimeOffset at, MemberId? actor, string action, AuditOutcome outcome, string? subject, string? detail) => new()
    {
        Id = Guid.CreateVersion7(at),
        At = Micros.Truncate(at),
        ActorId = actor,
        Action = action,
        Outcome = outcome,
        Subject = subject,
        Detail = detail,
    };

    /// <summary>Before it is stored: whatever is changed in it afterwards no longer matches.</summary>
    public AuditEntry Authenticate(TrailKey key)
    {
        Mac = key.OfEntry(Canonical());
        return this;
    }

    /// <summary>Before it is stored, like <see cref="Authenticate"/>.</summary>
    /// <param name="writes">See <see cref="TrailWrite.RootOf"/>.</param>
    public AuditEntry Vouch(byte[] writes, TrailKey key)
    {
        Writes = writes;
        return Authenticate(key);
    }

    public void Seal(long index, TrailKey key)
    {
        TreeIndex = index;
        LeafHash = MerkleTree.Leaf(Canonical());
        PlaceMac = key.OfPlace(index, LeafHash);
    }

    /// <summary>What is authenticated and hashed: every field but the database's own number, in one form that reads in one way only.</summary>
    public byte[] Canonical()
    {
        var bytes = new ArrayBufferWriter<byte>(128);
        bytes.Write([Writes is null ? EncodingVersion : VouchingVersion]);
        Write(bytes, Id);
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(sizeof(long)), Micros.Of(At));
        bytes.Advance(sizeof(long));
        bytes.Write([ActorId is null ? (byte)0 : (byte)1]);
        if (ActorId is { } actor)
        {
            Write(bytes, actor.Value);
        }

        Write(bytes, Action);
        bytes.Write([(byte)Outcome]);
        Write(bytes, Subject);
        Write(bytes, Detail);
        bytes.Write(Writes);
        return bytes.WrittenSpan.ToArray();
    }

    private static void Write(ArrayBufferWriter<byte> bytes, Guid id)
    {
        id.TryWriteBytes(bytes.GetSpan(16), bigEndian: true, out var written);
        bytes.Advance(written);
    }

    private static void Write(ArrayBufferWriter<byte> bytes, string? text)
    {
        bytes.Write([text is null ? (byte)0 : (byte)1]);
        if (text is not null)
        {
            var encoded = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), encoded.Length);
            bytes.Advance(sizeof(int));
            bytes.Write(encoded);
        }
    }
}

public enum AuditOutcome
{
    Done = 1,
    Refused = 2,
    Denied = 3,

    /// <summary>A record or a list was read, and nothing changed.</summary>
    Seen = 4,
}
