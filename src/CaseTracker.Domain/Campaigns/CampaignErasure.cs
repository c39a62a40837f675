using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Campaigns;

/// <summary>What is left of a campaign whose content was erased: codes, dates, which incidents belonged, and the fact.</summary>
public sealed partial class Campaign
{
    /// <summary>When its content was erased; null while it stands.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <remarks>Its incidents have to be loaded: why they belong is sealed under their keys, which stay, and speaks of the campaign too.</remarks>
    public Result Erase(Stamp stamp)
    {
        if (ErasedAt is not null)
        {
            return ErasureErrors.CampaignErased;
        }

        ErasedAt = stamp.At;
        EraseReasons();
        Changed(stamp.At);
        return Result.Success;
    }

    /// <summary>Also of an incident that somebody was adding while the order was given.</summary>
    public void EraseReasons() => _incidents.ForEach(i => i.EraseReasons());
}
