using CaseTracker.Application.Accountability;
using CaseTracker.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Authorities to choose from, under their kinds, in the order of the reader's language.</summary>
public static class AuthorityChoices
{
    public static IEnumerable<SelectListItem> Of(IEnumerable<AuthorityView> authorities, IStringLocalizer<AuthorityText> text)
    {
        var groups = authorities.Select(a => a.Kind).Distinct().ToDictionary(k => k, k => new SelectListGroup { Name = text[$"Kind.{k}"] });
        return authorities
            .OrderBy(a => a.Kind)
            .ThenBy(a => a.State is not null)
            .ThenBy(a => a.Name.Read(), StringComparer.CurrentCultureIgnoreCase)
            .Select(a => new SelectListItem(a.Name.Read(), a.Code) { Group = groups[a.Kind] });
    }
}
