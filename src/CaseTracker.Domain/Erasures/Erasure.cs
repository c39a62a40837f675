using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Erasures;

public readonly record struct ErasureId(Guid Value) : IStronglyTypedId<ErasureId>
{
    public static ErasureId From(Guid value) => new(value);

    public static ErasureId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

/// <summary>Why something was erased. A list and no text: what is written here outlives everybody whom it could name.</summary>
public enum ErasureGround
{
    /// <summary>The person concerned asked for it.</summary>
    Request = 1,

    /// <summary>That it exists puts somebody in danger.</summary>
    Danger = 2,

    CourtOrder = 3,

    /// <summary>It should never have been recorded.</summary>
    Error = 4,
}

public enum ErasedKind
{
    Incident = 1,
    Person = 2,
    Draft = 3,
}

/// <summary>A record whose data key is to be destroyed.</summary>
public readonly record struct ErasedRecord(ErasedKind Kind, Guid Id)
{
    public static ErasedRecord Of(IncidentId incident) => new(ErasedKind.Incident, incident.Value);

    public static ErasedRecord Of(PersonId person) => new(ErasedKind.Person, person.Value);

    /// <summary>What was typed before the incident was logged: its draft has the incident's id.</summary>
    public static ErasedRecord DraftOf(IncidentId incident) => new(ErasedKind.Draft, incident.Value);
}

/// <summary>
/// The order to erase an incident or one person, and what became of it. Stored before the first key is destroyed and marked
/// finished after the last, so that one which was interrupted is carried on; the receipt says what it says.
/// </summary>
public sealed class Erasure : AggregateRoot<ErasureId>
{
    private readonly List<ErasedKey> _keys = [];

    private Erasure()
    {
    }

    /// <summary>The incident that was erased, or the one from which the person was.</summary>
    public IncidentId IncidentId { get; private init; }

    public string Number { get; private init; } = "";

    /// <summary>Null where the whole incident was erased; so is the pseudonym.</summary>
    public PersonId? PersonId { get; private init; }

    public string? Pseudonym { get; private init; }

    public ErasureGround Ground { get; private init; }

    public MemberId OrderedBy { get; private init; }

    /// <summary>As they were when they ordered it.</summary>
    public Role OrderedAs { get; private init; }

    /// <summary>When every key was destroyed and the write-ahead logs were emptied; null while that is still to be done.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    public IReadOnlyList<ErasedKey> Keys => _keys;

    /// <summary>As the trail names what was erased.</summary>
    public string Subject => Pseudonym ?? Number;

    /// <param name="keys">The records that have a key now.</param>
    public static Result<Erasure> Order(ErasureId id, IncidentId incident, string number, (PersonId Id, string Pseudonym)? person, ErasureGround? ground, IEnumerable<ErasedRecord> keys, Role role, Stamp stamp)
    {
        if (ground is null)
        {
            return SharedErrors.Required.On(nameof(Ground));
        }

        if (!Enum.IsDefined(ground.Value))
        {
            return SharedErrors.UnknownTerm.On(nameof(Ground));
        }

        var erasure = new Erasure
        {
            Id = id,
            IncidentId = incident,
            Number = number,
            PersonId = person?.Id,
            Pseudonym = person?.Pseudonym,
            Ground = ground.Value,
            OrderedBy = stamp.By,
            OrderedAs = role,
            CreatedAt = stamp.At,
        };
        erasure._keys.AddRange(keys.Distinct().Select((record, i) => new ErasedKey(i + 1, record)));
        erasure.Created(stamp.At);
        return erasure;
    }

    /// <summary>Carried on twice, it was finished the first time.</summary>
    public void Finish(DateTimeOffset at)
    {
        if (FinishedAt is null)
        {
            FinishedAt = at;
            Changed(at);
        }
    }
}

public sealed class ErasedKey
{
    private ErasedKey()
    {
    }

    internal ErasedKey(int sequence, ErasedRecord record)
    {
        Sequence = sequence;
        Kind = record.Kind;
        RecordId = record.Id;
    }

    public int Sequence { get; private init; }

    public ErasedKind Kind { get; private init; }

    public Guid RecordId { get; private init; }
}

public static class ErasureErrors
{
    /// <summary>The one answer to every attempt to work on what was erased.</summary>
    public static readonly Refusal IncidentErased = new("erasure.incident_erased", RefusalKind.Gone);

    public static readonly Refusal PersonErased = new("erasure.person_erased", Field: "Person");
    public static readonly Refusal PersonAlreadyErased = new("erasure.person_already_erased", RefusalKind.Gone);
    public static readonly Refusal NumberDiffers = new("erasure.number_differs", Field: "Confirmation");
    public static readonly Refusal PseudonymDiffers = new("erasure.pseudonym_differs", Field: "Confirmation");
    public static readonly Refusal NotUnderstood = new("erasure.not_understood", Field: "Understood");
}
