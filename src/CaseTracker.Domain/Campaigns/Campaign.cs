using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.Campaigns;

/// <summary>Incidents that belong together: what was said of defenders, through which outlets, by whom, and since when.</summary>
public sealed partial class Campaign : AggregateRoot<CampaignId>
{
    public const int NumberLimit = 20;
    public const int TitleLimit = 160;
    public const int DescriptionLimit = 10_000;
    public const int ReasonLimit = 1000;
    public const int OutletsLimit = 50;
    public const int SpeakersLimit = 50;
    public const int AddressesLimit = 100;
    public const int IncidentsLimit = 300;

    private readonly List<CampaignNarrative> _narratives = [];
    private readonly List<CampaignOutlet> _outlets = [];
    private readonly List<CampaignSpeaker> _speakers = [];
    private readonly List<CampaignAddress> _addresses = [];
    private readonly List<CampaignIncident> _incidents = [];

    private Campaign()
    {
    }

    /// <summary>What people call it, e.g. <c>CP-2026-00007</c>.</summary>
    public string Number { get; private init; } = "";

    public Sealed<string> Title { get; private set; } = null!;

    public Sealed<string>? Description { get; private set; }

    public PartialDate FirstSeen { get; private set; } = PartialDate.Unknown;

    /// <summary>First day that it can have been seen, for ordering; <see cref="DateOnly.MinValue"/> when unknown.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>How many it reached, in <see cref="ReachUnitCode"/>; null while that is not known.</summary>
    public long? Reach { get; private set; }

    public string? ReachUnitCode { get; private set; }

    /// <summary>The day on which that was counted.</summary>
    public DateOnly? ReachOn { get; private set; }

    public MemberId OwnerId { get; private init; }

    public TeamId TeamId { get; private init; }

    public bool IsDemonstration { get; private init; }

    public IReadOnlyList<CampaignNarrative> Narratives => _narratives;

    public IReadOnlyList<CampaignOutlet> Outlets => _outlets;

    public IReadOnlyList<CampaignSpeaker> Speakers => _speakers;

    public IReadOnlyList<CampaignAddress> Addresses => _addresses;

    /// <summary>Those that belong and those that no longer do, whoever may see them.</summary>
    public IReadOnlyList<CampaignIncident> Incidents => _incidents;

    /// <summary>The only way in. Refuses with every reason at once.</summary>
    public static Result<Campaign> Start(CampaignId id, string number, CampaignFacts facts, TeamId team, ITerms terms, DateOnly today, Stamp stamp, bool demonstration = false)
    {
        var campaign = new Campaign { Id = id, Number = number, OwnerId = stamp.By, TeamId = team, CreatedAt = stamp.At, IsDemonstration = demonstration };
        var refusals = campaign.Apply(facts, terms, today);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        campaign.Created(stamp.At);
        return campaign;
    }

    public Result Change(CampaignFacts facts, ITerms terms, DateOnly today, Stamp stamp)
    {
        var refusals = Apply(facts, terms, today);
        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        Changed(stamp.At);
        return Result.Success;
    }

    /// <summary>Leaves the version alone: a colleague may be writing, and must not learn that an incident was added which they do not see.</summary>
    public Result Add(IncidentId incident, string? reason, Stamp stamp)
    {
        var clean = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        var refusals = clean.Refusals.ToList();
        if (_incidents.Exists(i => i.IncidentId == incident && i.Belongs))
        {
            refusals.Add(CampaignErrors.AlreadyIn);
        }
        else if (_incidents.Count >= IncidentsLimit)
        {
            refusals.Add(CampaignErrors.Full);
        }

        if (refusals.Count == 0)
        {
            _incidents.Add(new CampaignIncident(_incidents.Count + 1, incident, Sealed<string>.Of(clean.Value!), stamp));
        }

        return Result.Of(refusals);
    }

    /// <summary>It stays on record that it belonged, with both reasons.</summary>
    public Result Remove(IncidentId incident, string? reason, Stamp stamp)
    {
        if (_incidents.Find(i => i.IncidentId == incident && i.Belongs) is not { } member)
        {
            return SharedErrors.NotFound;
        }

        var clean = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        if (!clean.IsSuccess)
        {
            return Result.Of(clean.Refusals);
        }

        member.Remove(Sealed<string>.Of(clean.Value!), stamp);
        return Result.Success;
    }
}
