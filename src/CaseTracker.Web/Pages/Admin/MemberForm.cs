using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Pages.Admin;

/// <summary>A member as the administrator types them. What cannot be a role or a team becomes one that does not exist, and is refused as such.</summary>
public sealed class MemberForm
{
    public int Version { get; set; }

    public string? DisplayName { get; set; }

    public string? Email { get; set; }

    public string? Role { get; set; }

    public string? Language { get; set; }

    public List<string> Teams { get; set; } = [];

    public bool IsActive { get; set; }

    public Role ToRole() => Enum.TryParse<Role>(Role, out var role) && role.ToString() == Role ? role : default;

    public IReadOnlyList<TeamId> ToTeams() => [.. Teams.Select(t => Guid.TryParse(t, out var id) ? new TeamId(id) : default)];

    public static MemberForm Of(MemberView member) => new()
    {
        Version = member.Version,
        DisplayName = member.DisplayName,
        Email = member.Email,
        Role = member.Role.ToString(),
        Teams = [.. member.Teams.Select(t => t.Value.ToString())],
        IsActive = member.IsActive,
    };

    public static IEnumerable<SelectListItem> Roles(IStringLocalizer<AdminText> text) =>
        Enum.GetNames<Role>().Select(role => new SelectListItem(text[$"Role.{role}"], role));
}
