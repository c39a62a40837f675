using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Campaigns;

public static class CampaignErrors
{
    /// <summary>Only pages on the web: nothing that a browser would run or a mail program would open.</summary>
    public static readonly Refusal NotAnAddress = new("campaign.not_an_address");
    public static readonly Refusal NegativeReach = new("campaign.negative_reach", Field: "ReachNumber");

    /// <summary>Without a number: the limit also counts those that the actor may not see.</summary>
    public static readonly Refusal Full = new("campaign.full", Field: "Incident");
    public static readonly Refusal AlreadyIn = new("campaign.already_in", Field: "Incident");

    /// <summary>Also for an incident that the actor may not see: the two are never told apart.</summary>
    public static readonly Refusal NoSuchIncident = new("campaign.no_such_incident", Field: "Incident");
    public static readonly Refusal TeamNotYours = new("campaign.team_not_yours", Field: "Team");
}
