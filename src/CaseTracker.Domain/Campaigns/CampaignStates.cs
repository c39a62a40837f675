using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Campaigns;

public readonly record struct CampaignId(Guid Value) : IStronglyTypedId<CampaignId>
{
    public static CampaignId From(Guid value) => new(value);

    public static CampaignId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

/// <summary>What is typed about a campaign on one screen. Rows in which nothing was typed are left out.</summary>
public sealed record CampaignFacts(
    string? Title,
    string? Description,
    PartialDate FirstSeen,
    IReadOnlyList<string> Narratives,
    IReadOnlyList<OutletToRecord> Outlets,
    IReadOnlyList<SpeakerToRecord> Speakers,
    ReachToRecord Reach,
    IReadOnlyList<AddressToRecord> Addresses);

/// <param name="Kind">Code of <c>outlet-kinds</c>.</param>
public sealed record OutletToRecord(string? Kind, string? Name)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Kind) && string.IsNullOrWhiteSpace(Name);
}

/// <param name="Perpetrator">Code of <c>perpetrators</c>, where one is known.</param>
public sealed record SpeakerToRecord(string? Label, bool IsOfficial, string? Perpetrator)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Label) && string.IsNullOrWhiteSpace(Perpetrator) && !IsOfficial;
}

/// <param name="Number">Null while it is not known.</param>
/// <param name="Unit">Code of <c>reach-units</c>: what was counted.</param>
public sealed record ReachToRecord(long? Number, string? Unit, DateOnly? On);

public sealed record AddressToRecord(string? Url, DateOnly? ArchivedOn)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Url) && ArchivedOn is null;
}
