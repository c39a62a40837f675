using System.Globalization;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Accountability;
using CaseTracker.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Pages.Admin;

/// <summary>Model of <c>_AuthorityFields</c>.</summary>
public sealed record AuthorityFields(AuthorityForm Form);

/// <summary>An authority as the administrator types it. What cannot be a kind or a number becomes one that does not exist, and is refused as such.</summary>
public sealed class AuthorityForm
{
    public int Version { get; set; }

    public string? English { get; set; }

    public string? Spanish { get; set; }

    public string? Kind { get; set; }

    public string? State { get; set; }

    public string? StalledAfterDays { get; set; } = Authority.StalledAfterDefault.ToString(CultureInfo.InvariantCulture);

    public bool IsActive { get; set; }

    public AuthorityDetails ToDetails(bool isNew) => new(
        English,
        Spanish,
        Enum.TryParse<AuthorityKind>(Kind, out var kind) && kind.ToString() == Kind ? kind : default,
        State,
        int.TryParse(StalledAfterDays, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null,
        isNew || IsActive);

    public static AuthorityForm Of(AuthorityToChange stored) => new()
    {
        Version = stored.Version,
        English = stored.Details.English,
        Spanish = stored.Details.Spanish,
        Kind = stored.Details.Kind.ToString(),
        State = stored.Details.State,
        StalledAfterDays = stored.Details.StalledAfterDays?.ToString(CultureInfo.InvariantCulture),
        IsActive = stored.Details.IsActive,
    };

    public static IEnumerable<SelectListItem> Kinds(IStringLocalizer<AuthorityText> text) =>
        Enum.GetNames<AuthorityKind>().Select(kind => new SelectListItem(text[$"Kind.{kind}"], kind));
}
