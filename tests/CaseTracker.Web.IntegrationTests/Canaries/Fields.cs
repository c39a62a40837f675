using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CaseTracker.Web.IntegrationTests.Canaries;

/// <summary>What each field takes. A field that is not named here holds what nobody but those who see the incident may read.</summary>
internal static class Fields
{
    private const string Anywhere = "";

    /// <summary>The only texts that may lie in clear, and why.</summary>
    public static readonly IReadOnlyList<(string Page, string Field, CanaryKind Kind, string Reason)> InClear =
    [
        ("/admin/authorities/add", "Form.English", CanaryKind.Member, "authorities are offices, on a list that everybody chooses from"),
        ("/admin/authorities/add", "Form.Spanish", CanaryKind.Member, "authorities are offices, on a list that everybody chooses from"),
        ("/admin/authorities/{authority:guid}", "Form.English", CanaryKind.Member, "authorities are offices, on a list that everybody chooses from"),
        ("/admin/authorities/{authority:guid}", "Form.Spanish", CanaryKind.Member, "authorities are offices, on a list that everybody chooses from"),
        ("/incidents/{number}/justice/{proceeding:guid}/stage", "Form.Unit", CanaryKind.Clear, "the desk of an office, not a person"),
        ("/incidents/{number}/justice/{proceeding:guid}/details", "Form.Unit", CanaryKind.Clear, "the desk of an office, not a person"),
        ("/incidents/{number}/justice/open", "Form.Unit", CanaryKind.Clear, "the desk of an office before which a path runs, not a person; the page on security says that it lies in clear"),
        ("/reference/{key}/asks/{ask}", "Form.Reason", CanaryKind.Clear, "what became of a published recommendation is about an authority, and belongs to no incident"),
        ("/first-run", "Form.DisplayName", CanaryKind.Member, "members know each other by name"),
        ("/account", "Form.DisplayName", CanaryKind.Member, "members know each other by name"),
        ("/admin/users/invite", "Form.DisplayName", CanaryKind.Member, "members know each other by name"),
        ("/admin/users/{id:guid}", "Form.DisplayName", CanaryKind.Member, "members know each other by name"),
        ("/admin/users", "Form.Name", CanaryKind.Member, "teams are shown to those who choose one"),
        ("/account/second-factor/passkey", "Form.Name", CanaryKind.Member, "tells its owner which of their keys it is"),
        ("/first-run", "Form.Email", CanaryKind.Address, "members sign in with it, and letters go there"),
        ("/admin/users/invite", "Form.Email", CanaryKind.Address, "members sign in with it, and letters go there"),
    ];

    private static readonly (string Page, string Field, CanaryKind Kind)[] Others =
    [
        (Anywhere, ".Name", CanaryKind.Identity),
        (Anywhere, ".Aliases", CanaryKind.Identity),
        (Anywhere, ".Contact", CanaryKind.Identity),
        ("/reference/{key}/asks/{ask}/track", "Form.Summary", CanaryKind.Shared),
        ("/reference/{key}/asks/{ask}/track", "Form.DueReason", CanaryKind.Shared),
        ("/sign-in", "Form.Email", CanaryKind.Search),
        ("/incidents", "text", CanaryKind.Search),
        ("/incidents", "from", CanaryKind.Search),
        ("/incidents", "to", CanaryKind.Search),
        ("/audit", "subject", CanaryKind.Search),
        ("/audit", "from", CanaryKind.Search),
        ("/audit", "to", CanaryKind.Search),
        ("/campaigns", "from", CanaryKind.Search),
        ("/campaigns", "to", CanaryKind.Search),
        ("/people", "text", CanaryKind.Search),
    ];

    public static CanaryKind KindOf(FormOnPage form, string field, IElement element) =>
        element is IHtmlInputElement { Type: "password" } ? CanaryKind.Secret
        : form.IsGet ? CanaryKind.Search
        : form.Page.StartsWith("/interventions/", StringComparison.Ordinal) && element.Owner!.QuerySelector(".page-head .number") is null ? CanaryKind.Shared

        // An outlet is no person.
        : field.Contains(".Outlets[", StringComparison.Ordinal) ? CanaryKind.Story
        : InClear.Where(c => c.Page == form.Page && c.Field == field).Select(c => (CanaryKind?)c.Kind).FirstOrDefault()
        ?? Others.Where(o => o.Page is Anywhere ? field.EndsWith(o.Field, StringComparison.Ordinal) : o.Page == form.Page && o.Field == field).Select(o => (CanaryKind?)o.Kind).FirstOrDefault()
        ?? CanaryKind.Story;

    public static string Text(Canary canary, IElement element) => (canary.Kind, element) switch
    {
        (CanaryKind.Address, _) or (_, IHtmlInputElement { Type: "email" }) => $"{CanaryBook.Plain(canary.Word)}@example.org",
        (_, IHtmlInputElement { Type: "url" }) => $"https://archive.example/{canary.Word}",
        (CanaryKind.Secret, _) => $"{canary.Word} larga y propia",
        (_, IHtmlTextAreaElement) => $"{canary.Word} llamó al {canary.Digits}.\r\nLuego {canary.Word.ToUpperInvariant()} volvió.",
        _ => canary.Word,
    };

    /// <summary>Asks for a day or a part of one, so that no other text is kept.</summary>
    public static bool IsDate(string field) =>
        new[] { ".Day", ".Year", ".Until", ".DueOn", ".LastDay", ".ReachOn", ".ArchivedOn", ".AssessedOn", ".ValidUntil", ".NextHearing" }.Any(d => field.EndsWith(d, StringComparison.Ordinal));

    /// <summary>Without the number of a row.</summary>
    public static string Plain(string field) => System.Text.RegularExpressions.Regex.Replace(field, @"\[[0-9a-z]+\]", "[]");
}
