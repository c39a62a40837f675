using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace CaseTracker.Web.Pages.Shared;

/// <param name="Text">Key of the shared texts.</param>
/// <param name="Policy">Name of the permission that the page behind it asks for.</param>
public sealed record NavigationLink(string Text, string Href, string Policy)
{
    public bool IsPrimary => Href == "/incidents/log";

    public bool IsCurrent(PathString path) => IsPrimary
        ? path.Equals(Href, StringComparison.OrdinalIgnoreCase)
        : path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase) && !path.StartsWithSegments("/incidents/log", StringComparison.OrdinalIgnoreCase);
}

public static class Navigation
{
    private static readonly NavigationLink[] All =
    [
        new("Nav.Today", "/today", "SeeToday"),
        new("Nav.Incidents", "/incidents", "SeeIncidents"),
        new("Nav.People", "/people", "SeeIncidents"),
        new("Nav.Campaigns", "/campaigns", "SeeCampaigns"),
        new("Nav.Stalled", "/stalled", "SeeIncidents"),
        new("Nav.FollowUps", "/follow-ups", "SeeFollowUps"),
        new("Nav.Interventions", "/interventions", "SeeIncidents"),
        new("Nav.Statistics", "/statistics", "SeeStatistics"),
        new("Nav.Reference", "/reference", "SeeReference"),
        new("Nav.Erasures", "/erasures", "SeeErasures"),
        new("Nav.Audit", "/audit", "SeeAudit"),
        new("Nav.Administration", "/admin", "ManageUsers"),
        new("Nav.Log", "/incidents/log", "LogIncident"),
    ];

    /// <summary>Only what the reader may open: a link that answers "no" teaches nothing.</summary>
    public static async Task<IReadOnlyList<NavigationLink>> ForAsync(ClaimsPrincipal user, IAuthorizationService authorization)
    {
        var links = new List<NavigationLink>();
        foreach (var link in All)
        {
            if ((await authorization.AuthorizeAsync(user, link.Policy)).Succeeded)
            {
                links.Add(link);
            }
        }

        return links;
    }
}
