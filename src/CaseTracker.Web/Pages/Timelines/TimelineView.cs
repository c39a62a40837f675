using CaseTracker.Application.Timelines;
using CaseTracker.Web.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseTracker.Web.Pages.Timelines;

/// <summary>Model of <c>_Timeline</c>: the one timeline of incidents, people and whatever else has one.</summary>
/// <param name="Address">Of the page that it is on.</param>
/// <param name="NamesIncidents">Each entry says of which incident it is, and leads there.</param>
public sealed record TimelineView(Timeline Told, TimelineAsked Asked, string Address, bool NamesIncidents)
{
    public bool IsWhole => Asked.At == TimelineAsked.Everything;

    /// <summary>The same classes at another place; null if there is no such page.</summary>
    public string? At(string? cursor) => cursor is null ? null : With((ListQuery.Page, cursor));

    public string FirstPage => With();

    public string Whole => With((ListQuery.Page, TimelineAsked.Everything));

    /// <param name="show">Names of <see cref="TimelineClass"/>; what is none of them is passed over, so that an old link still works.</param>
    /// <param name="page">Cursor, as the address has it.</param>
    public static TimelineAsked Read(IEnumerable<string> show, string? page) =>
        new([.. show.Select(name => Enum.TryParse<TimelineClass>(name, ignoreCase: true, out var one) && Enum.IsDefined(one) ? one : default).Where(one => one != default).Distinct()], page);

    public static string Css(TimelineClass of) => of == TimelineClass.FollowUp ? "is-follow-up" : $"is-{of.ToString().ToLowerInvariant()}";

    private string With(params (string Name, string Value)[] more) =>
        QueryHelpers.AddQueryString(Address, [.. Asked.Classes.Select(c => KeyValuePair.Create("show", (string?)c.ToString())), .. more.Select(m => KeyValuePair.Create(m.Name, (string?)m.Value))]);
}
