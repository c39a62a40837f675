namespace CaseTracker.Web.Pages.Campaigns;

/// <summary>Texts of the campaigns' pages.</summary>
public sealed class CampaignText;
