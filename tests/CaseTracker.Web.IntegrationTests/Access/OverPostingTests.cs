using System.Globalization;
using System.Net;
using System.Reflection;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseTracker.Application.Access;
using CaseTracker.Domain.Shared;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.Access;

/// <summary>
/// Every form of the site, sent as it stands and then once more with fields that it does not show, named after every property
/// of the domain's classes and of the pages' forms: what is stored afterwards knows nothing of them.
/// </summary>
public sealed class OverPostingTests(Cast cast) : IClassFixture<Cast>
{
    private const string Text = "overposted";
    private const string Number = "987654321";
    private const string Date = "1999-12-31";

    /// <summary>Nobody's to type. None of the forms, sent as it stands, changes one of them of a record that was there before.</summary>
    private static readonly HashSet<string> Protected =
    [
        "OwnerId", "TeamId", "Number", "LoggedBy", "CreatedAt", "CreatedBy", "IsDemonstration", "HighestStage", "LowestStage", "LastInvestigated", "Verification", "Workflow",
        "Circle", "Role", "IsActive", "Email", "MemberId", "ExpiresAt", "GivenBy", "ProposedBy", "Pseudonym",
    ];

    /// <summary>One request each: a site reads only so many fields of one.</summary>
    private static readonly string[] Prefixes = ["", "Form."];

    private static IReadOnlyList<(string Name, Type Type)> Properties { get; } =
    [
        .. typeof(IAggregateRoot).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsPublic: true } && !t.IsAssignableTo(typeof(IDomainEvent)))
            .Concat(typeof(Program).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(PageModel)) || t.Name.EndsWith("Form", StringComparison.Ordinal)))
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(p => p.CanWrite)
            .Select(p => (p.Name, Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType))
            .Append(("IsAdmin", typeof(bool)))
            .DistinctBy(p => p.Item1),
    ];

    [Theory]
    [InlineData(Reader.Owner)]
    [InlineData(Reader.SupervisorOfTheTeam)]
    [InlineData(Reader.AdministratorOfTheTeam)]
    public async Task No_form_sets_what_it_does_not_show(Reader reader)
    {
        var somebody = await cast.PlayAsync(reader);
        var wrong = new List<string>();
        var (sent, accepted) = (0, 0);
        foreach (var route in (await cast.RoutesAsync()).Where(r => r.IsPage && r.PostHandlers.Count > 0 && Enum.TryParse<Permission>(r.Policy, out var needed) && somebody.Actor.May(needed)))
        {
            var url = cast.Fill(route, cast.Number);
            for (var form = 0; await FormAsync(somebody, url, form) is not null; form++)
            {
                foreach (var prefix in Prefixes)
                {
                    // Opened anew each time: the one before may have changed what the form was filled from.
                    if (await FormAsync(somebody, url, form) is not { } shown)
                    {
                        break;
                    }

                    var before = await cast.StoredAsync(Snapshot.OfAsync);
                    var action = new Uri(new Uri(somebody.Browser.Http.BaseAddress!, url), shown.GetAttribute("action") ?? url);
                    using var answer = await somebody.Browser.Http.PostAsync(action, new FormUrlEncodedContent(FieldsOf(shown, prefix)));
                    var after = await cast.StoredAsync(Snapshot.OfAsync);
                    sent++;
                    accepted += answer.StatusCode == HttpStatusCode.Redirect ? 1 : 0;
                    if ((int)answer.StatusCode is 400 or >= 500)
                    {
                        wrong.Add($"POST {action.PathAndQuery}: {(int)answer.StatusCode}");
                    }

                    wrong.AddRange(after.Except(before).Where(IsMarked).Select(l => $"POST {action.PathAndQuery} stored {Readable(l)}"));
                    wrong.AddRange(before.Except(after).Where(l => IsProtected(l) && !IsAsked(shown, route, l)).Select(l => $"POST {action.PathAndQuery} changed {Readable(l)}"));
                }
            }
        }

        Expect.None(wrong);
        Assert.True(sent > (reader == Reader.AdministratorOfTheTeam ? 6 : 30) && accepted > (reader == Reader.AdministratorOfTheTeam ? 2 : 10), $"{sent} sent, {accepted} accepted.");
        Assert.True(Properties.Count > 150, $"Only {Properties.Count} properties were found.");
    }

    /// <summary>A page of that kind that is new has to be sent here too. The one that says what went wrong has no form of its own.</summary>
    [Fact]
    public async Task No_form_that_is_open_to_anybody_sets_what_it_does_not_show()
    {
        var open = (await cast.RoutesAsync()).Where(r => r is { IsPage: true, Policy: Route.Anonymous, PostHandlers.Count: > 0 }).Select(r => r.Pattern);
        Assert.Equal(["/account/set-up", "/errors/{code:int}", "/first-run", "/sign-in", "/sign-in/second-step"], open);
        foreach (var prefix in Prefixes)
        {
            var somebody = await cast.ExpectedAsync();
            var link = (await cast.SendAsync(Actor.System(), new InviteAgain(somebody.Actor.Id!.Value))).Value.Path;
            await SentAsync(cast, link, prefix, [new("Form.Password", WebApp.Password), new("Form.Repeated", WebApp.Password)]);
            var browser = cast.Visitor();
            using var first = await browser.PasswordAsync(somebody.Email);
            await SentAsync(cast, browser, await Browser.ReadAsync(first), "/sign-in", prefix, [new("Form.Code", cast.CodeOf(somebody.App.Key))]);
            await SentAsync(cast, "/sign-in", prefix, [new("Form.Email", (await cast.ExpectedAsync(withApp: false)).Email), new("Form.Password", WebApp.Password)]);

            var empty = new WebApp();
            await empty.InitializeAsync();
            await using var scope = empty.Services.CreateAsyncScope();
            await SentAsync(empty, (await scope.ServiceProvider.GetRequiredService<IFirstRun>().OfferAsync(default))!, prefix, [new("Form.DisplayName", "First"), new("Form.Email", "first@example.org")]);
            await ((IAsyncLifetime)empty).DisposeAsync();
        }
    }

    private static async Task SentAsync(WebApp site, string url, string prefix, KeyValuePair<string, string>[] typed)
    {
        var browser = site.Visitor();
        await SentAsync(site, browser, await browser.OpenAsync(url), url, prefix, typed);
    }

    private static async Task SentAsync(WebApp site, Browser browser, IHtmlDocument page, string url, string prefix, KeyValuePair<string, string>[] typed)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("main form").First(f => typed.All(t => f.QuerySelector($"[name='{t.Key}']") is not null));
        var (before, signIns) = (await StoredAsync(site, Snapshot.OfAsync), await StoredAsync(site, Snapshot.OfSignInsAsync));
        var names = typed.Select(t => t.Key).ToHashSet();
        var fields = FieldsOf(form, prefix).Where(f => !names.Contains(f.Key)).Concat(typed);
        using var answer = await browser.Http.PostAsync(new Uri(new Uri(browser.Http.BaseAddress!, url), form.GetAttribute("action") ?? url), new FormUrlEncodedContent(fields));
        var (after, now) = (await StoredAsync(site, Snapshot.OfAsync), await StoredAsync(site, Snapshot.OfSignInsAsync));

        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{url}: {(int)answer.StatusCode}");
        Expect.None(after.Except(before).Concat(now.Except(signIns)).Where(IsMarked).Concat(before.Except(after).Where(IsProtected)).Concat(signIns.Except(now)).Select(l => $"{url}: {Readable(l)}"));
    }

    private static async Task<SortedSet<string>> StoredAsync(WebApp site, Func<CaseTrackerDbContext, Task<SortedSet<string>>> read)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        return await read(scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>());
    }

    [Fact]
    public void Sees_a_value_that_was_slipped_in()
    {
        Assert.True(IsMarked(Line("Incidents", "Number", Text)));
        Assert.True(IsProtected(Line("Members", "Role", "1")));
        Assert.False(IsProtected(Line("Incidents", "Version", "1")));
    }

    private static async Task<IHtmlFormElement?> FormAsync(SignedIn somebody, string url, int number)
    {
        using var shown = await somebody.Browser.GetAsync(url);
        return shown.StatusCode == HttpStatusCode.OK
            ? (await Browser.ReadAsync(shown)).QuerySelectorAll<IHtmlFormElement>("main form").Where(f => f.Method.Equals("post", StringComparison.OrdinalIgnoreCase)).ElementAtOrDefault(number)
            : null;
    }

    /// <summary>The form as it stands, what is empty filled in so that it is accepted where it can be, and then everything else.</summary>
    private static List<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form, string prefix)
    {
        var own = form.Elements.Select(e => (Element: e, Name: e.GetAttribute("name"))).Where(e => !string.IsNullOrEmpty(e.Name)).ToList();
        var names = own.Select(e => e.Name!.Split('[')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var chosen = own.Where(e => e.Element is IHtmlInputElement { Type: "radio", IsChecked: true }).Select(e => e.Name).ToHashSet();
        var standing = own.Select(e => e.Element switch
        {
            IHtmlInputElement { Type: "checkbox", IsChecked: false } => null,
            IHtmlInputElement { Type: "radio", IsChecked: false } when !chosen.Add(e.Name) => null,
            IHtmlInputElement { Type: "password" } or IHtmlButtonElement => null,
            IHtmlInputElement input => KeyValuePair.Create(e.Name!, input.Value.Length > 0 ? input.Value : Filling(e.Name!, input.Type)),
            IHtmlTextAreaElement area => KeyValuePair.Create(e.Name!, area.Value.Length > 0 ? area.Value : "Filled in"),
            IHtmlSelectElement select => KeyValuePair.Create(e.Name!, select.Value is { Length: > 0 } value ? value : select.Options.Select(o => o.Value).FirstOrDefault(v => v.Length > 0) ?? ""),
            _ => (KeyValuePair<string, string>?)null,
        }).OfType<KeyValuePair<string, string>>();
        var extra = from property in Properties
                    let name = prefix + property.Name
                    where !names.Contains(name) && !names.Any(n => n.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase))
                    where !IsAnswerOf(form, name)
                    select KeyValuePair.Create(name, ValueOf(property.Type));
        return [.. standing, .. extra];
    }

    /// <summary>What a form of the same page asks for may be typed by a person: it is an answer, and not slipped in.</summary>
    private static bool IsAnswerOf(IHtmlFormElement form, string name) =>
        form.Owner!.QuerySelectorAll("main form [name]").Any(e => string.Equals(e.GetAttribute("name")!.Split('[')[0], name, StringComparison.OrdinalIgnoreCase)
            || e.GetAttribute("name")!.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase));

    private static string Filling(string name, string type) =>
        type == "date" ? "2026-03-20"
        : name.EndsWith(".Day", StringComparison.Ordinal) ? "10"
        : name.EndsWith(".Month", StringComparison.Ordinal) ? "3"
        : name.EndsWith(".Year", StringComparison.Ordinal) ? "2026"
        : type == "email" ? "filled@example.org"
        : "Filled in";

    /// <summary>The form shows a field for it, or is about nothing else.</summary>
    private static bool IsAsked(IHtmlFormElement form, Route route, string line)
    {
        var column = line.Split('\u0001')[2];
        return form.QuerySelectorAll("[name]").Select(e => e.GetAttribute("name")!.Split('.')[^1]).Any(n => n.Length > 3 && column.Contains(n, StringComparison.OrdinalIgnoreCase))
            || (column is "HighestStage" or "LowestStage" or "LastInvestigated" or "FurthestRung" && route.Pattern.Contains("/justice/", StringComparison.Ordinal))
            || (column == "OwnerId" && route.Pattern.EndsWith("/hand-over", StringComparison.Ordinal));
    }

    private static string ValueOf(Type type) =>
        type == typeof(bool) ? "true"
        : type.IsEnum ? Enum.GetNames(type)[^1]
        : type == typeof(int) || type == typeof(long) || type == typeof(double) ? Number
        : type == typeof(DateOnly) ? Date
        : type == typeof(DateTimeOffset) || type == typeof(DateTime) ? Date + "T00:00:00Z"
        : type == typeof(Guid) || type.IsAssignableTo(typeof(IStronglyTypedId)) ? Cast.NoSuchId
        : Text;

    private static bool IsMarked(string line) =>
        line.Contains(Text, StringComparison.OrdinalIgnoreCase)
        || line.EndsWith('\u0001' + Number, StringComparison.Ordinal)
        || line.Contains(Date, StringComparison.Ordinal)
        || line.Contains(Cast.NoSuchId, StringComparison.OrdinalIgnoreCase)
        || line.EndsWith("\u0001" + new DateTimeOffset(1999, 12, 31, 0, 0, 0, TimeSpan.Zero).UtcTicks.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static bool IsProtected(string line) => line.Split('\u0001') is [_, _, var column, _] && Protected.Contains(column);

    private static string Line(string table, string column, string value) => string.Join('\u0001', table, "key", column, value);

    private static string Readable(string line) => line.Replace('\u0001', ' ');
}
