namespace CaseTracker.Application.Campaigns;

/// <summary>What an installation can set about campaigns.</summary>
/// <param name="SuggestionDays">How far from a campaign an incident may lie and still be suggested.</param>
public sealed record CampaignRules(int SuggestionDays)
{
    private const int Longest = 3650;

    public int SuggestionDays { get; } = SuggestionDays is >= 1 and <= Longest ? SuggestionDays : throw new ArgumentOutOfRangeException(nameof(SuggestionDays));
}
