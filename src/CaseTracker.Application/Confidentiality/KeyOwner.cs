using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;

namespace CaseTracker.Application.Confidentiality;

public enum KeyKind
{
    Incident = 1,
    Person = 2,
    Draft = 3,
    Campaign = 4,

    /// <summary>Interventions that are about no incident.</summary>
    Intervention = 5,

    /// <summary>Secrets of the product itself (<see cref="ISecretBox"/>).</summary>
    Secrets = 8,

    /// <summary>Keys under which words are blinded for searching.</summary>
    Index = 9,
}

/// <summary>Whose data key: one for each incident, each person, each draft and each campaign, so that each can be destroyed alone.</summary>
public readonly record struct KeyOwner(KeyKind Kind, Guid Id)
{
    public static KeyOwner Of(IncidentId incident) => new(KeyKind.Incident, incident.Value);

    /// <summary>What is about an incident goes with it when it is erased.</summary>
    public static KeyOwner Of(Intervention intervention) =>
        intervention.IncidentId is { } incident ? Of(incident) : Of(intervention.Id);

    public static KeyOwner Of(PersonId person) => new(KeyKind.Person, person.Value);

    /// <summary>Of one that is about no incident.</summary>
    public static KeyOwner Of(InterventionId tracking) => new(KeyKind.Intervention, tracking.Value);

    public static KeyOwner Of(CampaignId campaign) => new(KeyKind.Campaign, campaign.Value);

    public static KeyOwner Of(ErasedRecord record) => new(
        record.Kind switch
        {
            ErasedKind.Incident => KeyKind.Incident,
            ErasedKind.Person => KeyKind.Person,
            ErasedKind.Draft => KeyKind.Draft,
            ErasedKind.Campaign => KeyKind.Campaign,
            ErasedKind.Intervention => KeyKind.Intervention,
            _ => throw new ArgumentOutOfRangeException(nameof(record)),
        },
        record.Id);

    public static KeyOwner Of(ErasedKey key) => Of(new ErasedRecord(key.Kind, key.RecordId));

    public static KeyOwner OfDraft(Guid draft) => new(KeyKind.Draft, draft);

    public override string ToString() => $"{Kind}/{Id:N}";
}
