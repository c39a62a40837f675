using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace CaseTracker.Web.Pages.Shared;

/// <param name="Text">Key of the shared texts.</param>
/// <param name="Policy">Name of the permission that the page behind it asks for.</param>
/// <param name="Group">Key of the shared text under which it stands with others; null when it stands by itself.</param>
public sealed record NavigationLink(string Text, string Href, string Policy, string? Group = null)
{
    public bool IsPrimary => Href == "/incidents/log";

    public bool IsCurrent(PathString path) => IsPrimary
        ? path.Equals(Href, StringComparison.OrdinalIgnoreCase)
        : path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase) && !path.StartsWithSegments("/incidents/log", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Links that stand together in the navigation.</summary>
/// <param name="Text">Key of the shared text over them; null for a link that stands by itself.</param>
public sealed record NavigationGroup(string? Text, IReadOnlyList<NavigationLink> Links)
{
    public bool IsCurrent(PathString path) => Links.Any(l => l.IsCurrent(path));
}

public static class Navigation
{
    private const string Accountability = "Nav.Accountability";
    private const string Who = "Nav.Who";

    private static readonly NavigationLink[] All =
    [
        new("Nav.Today", "/today", "SeeToday"),
        new("Nav.Incidents", "/incidents", "SeeIncidents"),
        new("Nav.FollowUps", "/follow-ups", "SeeFollowUps"),
        new("Nav.Stalled", "/stalled", "SeeIncidents", Accountability),
        new("Nav.Interventions", "/interventions", "SeeIncidents", Accountability),
        new("Nav.Protection", "/protection", "SeeIncidents", Accountability),
        new("Nav.People", "/people", "SeeIncidents", Who),
        new("Nav.Campaigns", "/campaigns", "SeeCampaigns", Who),
        new("Nav.Statistics", "/statistics", "SeeStatistics"),
        new("Nav.Reference", "/reference", "SeeReference"),
        new("Nav.Erasures", "/erasures", "SeeErasures"),
        new("Nav.Audit", "/audit", "SeeAudit"),
        new("Nav.Administration", "/admin", "ManageUsers"),
        new("Nav.Log", "/incidents/log", "LogIncident"),
    ];

    /// <summary>Only what the reader may open: a link that answers "no" teaches nothing, and a group of one is the link itself.</summary>
    public static async Task<IReadOnlyList<NavigationGroup>> ForAsync(ClaimsPrincipal user, IAuthorizationService authorization)
    {
        var links = new List<NavigationLink>();
        foreach (var link in All)
        {
            if ((await authorization.AuthorizeAsync(user, link.Policy)).Succeeded)
            {
                links.Add(link);
            }
        }

        return [.. links.GroupBy(l => l.Group ?? l.Text).Select(g => g.Count() > 1 ? new NavigationGroup(g.Key, [.. g]) : new NavigationGroup(null, [.. g]))];
    }
}
