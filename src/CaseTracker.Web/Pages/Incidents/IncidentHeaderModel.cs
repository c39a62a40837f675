using CaseTracker.Application.Incidents;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Model of <c>_IncidentHeader</c>, which stands with its tabs above every page of an incident.</summary>
/// <param name="Active">One of <see cref="Tabs"/>; null on a form's own page.</param>
public sealed record IncidentHeaderModel(IncidentHeader Header, string? Active)
{
    /// <summary>Name in the texts, and last part of the address.</summary>
    public static readonly IReadOnlyList<(string Name, string Path)> Tabs =
    [
        ("Summary", ""),
        ("Timeline", "/timeline"),
        ("Justice", "/justice"),
        ("Interventions", "/interventions"),
        ("Protection", "/protection"),
        ("People", "/people"),
        ("FollowUps", "/follow-ups"),
        ("Context", "/context"),
        ("Access", "/access"),
        ("History", "/history"),
    ];
}
