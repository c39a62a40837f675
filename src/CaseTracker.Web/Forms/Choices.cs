using System.Globalization;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CaseTracker.Web.Forms;

/// <summary>Code lists and places as the items of a select or a list of boxes, in the reader's language.</summary>
public sealed class Choices(ITerms terms, IAreas areas, ILabels labels)
{
    /// <summary>In the list's own order; terms below a group stand under its name.</summary>
    public IReadOnlyList<SelectListItem> Of(string list)
    {
        var groups = terms.All(list).Where(t => t.IsGroup).ToDictionary(t => t.Code, t => new SelectListGroup { Name = labels.Of(list, t.Code) });
        return
        [
            .. terms.All(list).Where(t => !t.IsGroup).Select(t => new SelectListItem(labels.Of(list, t.Code), t.Code)
            {
                Group = t.Parent is null ? null : groups.GetValueOrDefault(t.Parent),
            }),
        ];
    }

    public IReadOnlyList<SelectListItem> Countries() => InAlphabet(areas.Countries);

    public IReadOnlyList<SelectListItem> StatesOf(string country) => InAlphabet(areas.StatesOf(country));

    /// <summary>Those of every country that has any, grouped by it, for a list that must not depend on a script.</summary>
    public IReadOnlyList<SelectListItem> States() =>
    [
        .. Countries().Select(country => (Group: new SelectListGroup { Name = country.Text }, States: StatesOf(country.Value)))
            .SelectMany(c => c.States.Select(s => new SelectListItem(s.Text, s.Value) { Group = c.Group })),
    ];

    private List<SelectListItem> InAlphabet(IEnumerable<Area> places)
    {
        var order = StringComparer.Create(CultureInfo.CurrentUICulture, CompareOptions.IgnoreCase);
        return [.. places.Select(p => new SelectListItem(labels.OfArea(p.Code), p.Code)).OrderBy(i => i.Text, order)];
    }
}
