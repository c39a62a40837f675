using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Campaigns;

namespace CaseTracker.Application.Campaigns;

public static class CampaignTrail
{
    /// <summary>Names the campaign in the trail. What cannot be a number is not repeated there.</summary>
    public static void OfCampaign(this Trail trail, string number, string? codes = null)
    {
        if (number.Length <= Campaign.NumberLimit)
        {
            trail.Of(number, codes);
        }
    }
}
