using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Campaigns;

/// <summary>What defenders are accused of in it (code of <c>narratives</c>); an accusation, never a finding.</summary>
public sealed class CampaignNarrative
{
    private CampaignNarrative()
    {
    }

    internal CampaignNarrative(string code) => Code = code;

    public string Code { get; private init; } = "";
}

/// <summary>A newspaper, a channel, an account through which it was spread.</summary>
public sealed class CampaignOutlet
{
    public const int NameLimit = 200;

    private CampaignOutlet()
    {
    }

    internal CampaignOutlet(int sequence) => Sequence = sequence;

    public int Sequence { get; private init; }

    public string KindCode { get; private set; } = "";

    public Sealed<string> Name { get; private set; } = null!;

    internal void Set(string kind, string name)
    {
        KindCode = kind;
        Name = Sealed<string>.Of(name);
    }
}

/// <summary>Who speaks in it.</summary>
public sealed class CampaignSpeaker
{
    public const int LabelLimit = 200;

    private CampaignSpeaker()
    {
    }

    internal CampaignSpeaker(int sequence) => Sequence = sequence;

    public int Sequence { get; private init; }

    public Sealed<string> Label { get; private set; } = null!;

    /// <summary>Speaks for a public office: what the State says weighs more, and binds it more.</summary>
    public bool IsOfficial { get; private set; }

    public string? PerpetratorCode { get; private set; }

    internal void Set(string label, bool official, string? perpetrator)
    {
        Label = Sealed<string>.Of(label);
        IsOfficial = official;
        PerpetratorCode = string.IsNullOrWhiteSpace(perpetrator) ? null : perpetrator;
    }
}

/// <summary>Where a publication was archived. Never fetched by the product: who asks an outlet's server says that somebody is watching.</summary>
public sealed class CampaignAddress
{
    public const int UrlLimit = 2000;

    private CampaignAddress()
    {
    }

    internal CampaignAddress(int sequence) => Sequence = sequence;

    public int Sequence { get; private init; }

    public Sealed<string> Url { get; private set; } = null!;

    public DateOnly? ArchivedOn { get; private set; }

    internal void Set(string url, DateOnly? archivedOn)
    {
        Url = Sealed<string>.Of(url);
        ArchivedOn = archivedOn;
    }
}

/// <summary>That an incident belongs, who said so and why. The reasons speak of the incident, and are sealed under its key.</summary>
public sealed class CampaignIncident
{
    private CampaignIncident()
    {
    }

    internal CampaignIncident(int sequence, IncidentId incident, Sealed<string> reason, Stamp stamp)
    {
        Sequence = sequence;
        IncidentId = incident;
        Reason = reason;
        AddedBy = stamp.By;
        AddedAt = stamp.At;
    }

    public int Sequence { get; private init; }

    public IncidentId IncidentId { get; private init; }

    /// <summary>Null where the campaign was erased; so is the other reason.</summary>
    public Sealed<string>? Reason { get; private set; }

    public MemberId AddedBy { get; private init; }

    public DateTimeOffset AddedAt { get; private init; }

    public MemberId? RemovedBy { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public Sealed<string>? RemovalReason { get; private set; }

    public bool Belongs => RemovedAt is null;

    internal void Remove(Sealed<string> reason, Stamp stamp)
    {
        RemovalReason = reason;
        RemovedBy = stamp.By;
        RemovedAt = stamp.At;
    }

    internal void EraseReasons() => (Reason, RemovalReason) = (null, null);
}
