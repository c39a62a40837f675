using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Reference;
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
    Campaign = 4,

    /// <summary>What tracks a request of a release; an intervention about an incident goes with the incident.</summary>
    Intervention = 5,
}

/// <summary>A record whose data key is to be destroyed.</summary>
public readonly record struct ErasedRecord(ErasedKind Kind, Guid Id)
{
    public static ErasedRecord Of(IncidentId incident) => new(ErasedKind.Incident, incident.Value);

    public static ErasedRecord Of(PersonId person) => new(ErasedKind.Person, person.Value);

    public static ErasedRecord Of(CampaignId campaign) => new(ErasedKind.Campaign, campaign.Value);

    public static ErasedRecord Of(InterventionId tracking) => new(ErasedKind.Intervention, tracking.Value);

    /// <summary>What was typed before the incident was logged: its draft has the incident's id.</summary>
    public static ErasedRecord DraftOf(IncidentId incident) => new(ErasedKind.Draft, incident.Value);
}

/// <summary>What an order is about, and how the trail and the receipt call it.</summary>
public sealed record ErasureSubject
{
    private ErasureSubject()
    {
    }

    /// <summary>Of the incident or the campaign; the key of the release for what tracks one, which has no number.</summary>
    public required string Number { get; init; }

    public IncidentId? Incident { get; private init; }

    public PersonId? Person { get; private init; }

    public string? Pseudonym { get; private init; }

    public CampaignId? Campaign { get; private init; }

    public InterventionId? Intervention { get; private init; }

    public static ErasureSubject Of(IncidentId incident, string number) => new() { Incident = incident, Number = number };

    /// <param name="incident">The one from which the person is erased.</param>
    public static ErasureSubject Of(PersonId person, string pseudonym, IncidentId incident, string number) =>
        new() { Incident = incident, Number = number, Person = person, Pseudonym = pseudonym };

    public static ErasureSubject Of(CampaignId campaign, string number) => new() { Campaign = campaign, Number = number };

    public static ErasureSubject Of(InterventionId tracking, string release) => new() { Intervention = tracking, Number = release };
}

/// <summary>
/// The order to erase an incident, one person, a campaign or what tracks a release, and what became of it. Stored before the first key is destroyed and marked
/// finished after the last, so that one which was interrupted is carried on; the receipt says what it says.
/// </summary>
public sealed class Erasure : AggregateRoot<ErasureId>
{
    /// <summary>The longest of what may stand as <see cref="Number"/>.</summary>
    public const int NumberLimit = Release.KeyLimit;

    private readonly List<ErasedKey> _keys = [];

    private Erasure()
    {
    }

    /// <summary>The incident that was erased, or the one from which the person was; null for what hangs on none.</summary>
    public IncidentId? IncidentId { get; private init; }

    /// <summary>See <see cref="ErasureSubject.Number"/>.</summary>
    public string Number { get; private init; } = "";

    /// <summary>Null where no single person was erased; so is the pseudonym.</summary>
    public PersonId? PersonId { get; private init; }

    public string? Pseudonym { get; private init; }

    public CampaignId? CampaignId { get; private init; }

    public InterventionId? InterventionId { get; private init; }

    public ErasureGround Ground { get; private init; }

    public MemberId OrderedBy { get; private init; }

    /// <summary>As they were when they ordered it.</summary>
    public Role OrderedAs { get; private init; }

    /// <summary>When every key was destroyed and the write-ahead logs were emptied; null while that is still to be done.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    public IReadOnlyList<ErasedKey> Keys => _keys;

    public ErasedKind What =>
        PersonId is not null ? ErasedKind.Person
        : CampaignId is not null ? ErasedKind.Campaign
        : InterventionId is not null ? ErasedKind.Intervention
        : ErasedKind.Incident;

    /// <summary>As the trail names what was erased.</summary>
    public string Subject => Pseudonym ?? Number;

    /// <summary>What the trail says besides: from which incident a person was erased, and which of those that track one release.</summary>
    public string? Detail => What switch
    {
        ErasedKind.Person => Number,
        ErasedKind.Intervention => InterventionId!.Value.Value.ToString("N"),
        _ => null,
    };

    /// <param name="keys">The records that have a key now.</param>
    public static Result<Erasure> Order(ErasureId id, ErasureSubject about, ErasureGround? ground, IEnumerable<ErasedRecord> keys, Role role, Stamp stamp)
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
            IncidentId = about.Incident,
            Number = about.Number,
            PersonId = about.Person,
            Pseudonym = about.Pseudonym,
            CampaignId = about.Campaign,
            InterventionId = about.Intervention,
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

    public static readonly Refusal CampaignErased = new("erasure.campaign_erased", RefusalKind.Gone);
    public static readonly Refusal InterventionErased = new("erasure.intervention_erased", RefusalKind.Gone);

    /// <summary>An intervention about an incident has no key of its own.</summary>
    public static readonly Refusal GoesWithIncident = new("erasure.goes_with_incident");

    public static readonly Refusal PersonErased = new("erasure.person_erased", Field: "Person");
    public static readonly Refusal PersonAlreadyErased = new("erasure.person_already_erased", RefusalKind.Gone);
    public static readonly Refusal NumberDiffers = new("erasure.number_differs", Field: "Confirmation");
    public static readonly Refusal CampaignNumberDiffers = new("erasure.campaign_number_differs", Field: "Confirmation");
    public static readonly Refusal ReleaseDiffers = new("erasure.release_differs", Field: "Confirmation");
    public static readonly Refusal PseudonymDiffers = new("erasure.pseudonym_differs", Field: "Confirmation");
    public static readonly Refusal NotUnderstood = new("erasure.not_understood", Field: "Understood");
}
