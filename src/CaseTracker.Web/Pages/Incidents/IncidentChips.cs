using CaseTracker.Application.Incidents;
using CaseTracker.Application.Paging;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Web.Http;
using CaseTracker.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Pages.Incidents;

/// <param name="Href">The same list without it.</param>
public sealed record Chip(string Text, string Href);

/// <summary>What a list was narrowed to, in words, each part to be taken away again.</summary>
public sealed class IncidentChips(IStringLocalizer<IncidentListText> text, ILabels labels, DateText dates, FilterChoices choices)
{
    private static readonly Dictionary<string, string> CodeLists = new()
    {
        ["act"] = Lists.Acts,
        ["stage"] = Lists.Stages,
        ["minStage"] = Lists.Stages,
        ["reached"] = Lists.Stages,
        ["verified"] = Lists.Verification,
        ["workflow"] = Lists.Workflow,
        ["priority"] = Lists.Priorities,
        ["profile"] = Lists.Profiles,
        ["perpetrator"] = Lists.Perpetrators,
    };

    public IEnumerable<Chip> Of(ListQuery query) => query.Asked.Select(name => new Chip(Words(name, query[name]!), query.With((name, null))));

    private string Words(string name, string value)
    {
        // Some values read better as a sentence of their own: "no path recorded" rather than "path: no".
        var own = text[$"Chip.{name}.{value}"];
        return own.ResourceNotFound ? text["Chip", text[$"Part.{char.ToUpperInvariant(name[0])}{name[1..]}"], Value(name, value)] : own.Value;
    }

    /// <summary>What one part asks for, in words; as it stands in the address where there are none.</summary>
    public string Value(string name, string? value) => value is null ? "" : name switch
    {
        "state" => labels.OfArea(value),
        "owner" => choices.Members.FirstOrDefault(m => m.Id.Value.ToString("N") == value)?.Name ?? text["Somebody"],
        "team" => choices.Teams.FirstOrDefault(t => t.Id.Value.ToString("N") == value)?.Name ?? text["SomeTeam"],
        "person" => choices.Person ?? text["NotSeen"],
        "release" => choices.Releases.FirstOrDefault(r => r.Key == value) is { } release ? release.Title.Read() : value,
        "from" or "to" or "asOf" => new FilterReading().Date(value, name) is { } date ? dates.Of(date) : value,
        "verified" when value.Split('-') is [var lowest, var highest] => $"{lowest}–{highest}",
        _ when CodeLists.TryGetValue(name, out var list) => labels.Of(list, value),
        _ => value,
    };
}
