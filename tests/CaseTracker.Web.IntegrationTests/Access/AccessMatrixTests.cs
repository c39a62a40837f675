using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CaseTracker.Application.Access;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Access;

/// <summary>Every route that the site has, asked by everybody: what a role may not do is 403, what a reader may not see is 404 as if it did not exist.</summary>
public sealed partial class AccessMatrixTests(Cast cast) : IClassFixture<Cast>
{
    /// <summary>What they open is named in their query; without one there is nothing to open.</summary>
    private static readonly string[] NameNothing = ["/statistics/incidents", "/incidents/log/discard", "/campaigns/{campaign}/incidents/remove"];

    public static TheoryData<Reader> Outsiders => [.. Cast.Outsiders];

    public static TheoryData<Reader> Everybody => [.. Enum.GetValues<Reader>()];

    public static TheoryData<Reader> Insiders => [.. Enum.GetValues<Reader>().Except(Cast.Outsiders)];

    [Theory]
    [MemberData(nameof(Insiders))]
    public async Task Those_who_see_an_incident_open_what_their_role_and_their_part_in_it_permit(Reader reader)
    {
        var somebody = await cast.PlayAsync(reader);
        var wrong = new List<string>();
        foreach (var route in (await cast.RoutesAsync()).Where(r => r.AnswersGet && r.Policy != Route.Anonymous))
        {
            var url = cast.Fill(route, cast.Number);
            using var answer = await somebody.Browser.GetAsync(url);
            var expected = !Permits(somebody, route) || !TakesPart(reader, route) ? "403" : NameNothing.Contains(route.Pattern) || !Cast.SeesCampaign(reader, route) ? "404" : "200";
            Check(wrong, $"GET {url}", expected, answer, redirectIsFine: !route.IsPage);
        }

        Expect.None(wrong);
    }

    [Fact]
    public async Task Who_may_only_read_is_refused_alike_by_every_form_and_changes_nothing()
    {
        var reader = await cast.PlayAsync(Reader.NamedToRead);
        var before = await cast.StoredAsync(Snapshot.OfAsync);
        var wrong = new List<string>();
        foreach (var request in (await cast.RoutesAsync()).Where(r => r.IsOfIncident || r.IsOfPart).SelectMany(Requests).Where(r => r.Handler is not null))
        {
            var url = request.Query(cast.Fill(request.Route, cast.Number));
            var (status, _) = await request.SendAsync(reader.Browser, url, ("Release", Cast.Release), ("Version", "3"), ("HandOver", "1"), ("grant", "1"), ("Form.Reason", "To call"), ("Reason", "Not now"));
            if (status != HttpStatusCode.Forbidden)
            {
                wrong.Add($"POST {url}: {(int)status}");
            }
        }

        Expect.None(wrong);
        Assert.Equal(before, await cast.StoredAsync(Snapshot.OfAsync));
    }

    /// <summary>Numbers on Today, totals, filter choices, figures, notices and releases: nothing changes for somebody when an incident that is not theirs appears.</summary>
    [Theory]
    [MemberData(nameof(Outsiders))]
    public async Task An_invisible_incident_answers_exactly_like_a_missing_one(Reader reader)
    {
        var somebody = await cast.PlayAsync(reader);
        var routes = await cast.RoutesAsync();
        var requests = routes.Where(r => r.IsOfIncident).SelectMany(Requests).ToList();
        var number = await cast.NextNumberAsync();
        var pages = await PagesAsync(somebody, routes);
        List<(Request? Request, string Url)> asked = [.. requests.Select(r => ((Request?)r, r.Url(number, Cast.NoSuchId))), .. pages.Select(p => ((Request?)null, p))];
        var missing = new List<(HttpStatusCode Status, string Body)>();
        foreach (var (request, url) in asked)
        {
            missing.Add(await AskAsync(somebody, request, url));
        }

        Assert.Equal(number, await cast.LogAsync(reader));
        var wrong = new List<string>();
        for (var i = 0; i < asked.Count; i++)
        {
            var (request, url) = asked[i];
            var invisible = await AskAsync(somebody, request, url);
            if (invisible != missing[i] || (request is not null && invisible.Status != (Permits(somebody, request.Route) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden)))
            {
                wrong.Add($"{request?.Verb ?? "GET"} {url}: missing {(int)missing[i].Status}, invisible {(int)invisible.Status}, same body {invisible.Body == missing[i].Body}");
            }
        }

        Expect.None(wrong);
        Assert.True(pages.Count > (somebody.Actor.May(Permission.SeeIncidents) ? 15 : 0));
    }

    [Theory]
    [InlineData(Reader.WorkerOfAnotherTeam)]
    [InlineData(Reader.SupervisorOfAnotherTeam)]
    [InlineData(Reader.NamedUntilYesterday)]
    [InlineData(Reader.NamedNoMore)]
    [InlineData(Reader.TeammateOfARestrictedOne)]
    [InlineData(Reader.SupervisorOfARestrictedOne)]
    public async Task Parts_of_an_invisible_incident_answer_like_parts_that_do_not_exist(Reader reader)
    {
        var somebody = await cast.PlayAsync(reader);
        var number = cast.NumberFor(reader);
        var wrong = new List<string>();
        foreach (var request in (await cast.RoutesAsync()).Where(r => r.IsOfPart).SelectMany(Requests))
        {
            var url = cast.Fill(request.Route, number);
            var (part, none) = cast.PartIn(number, url);
            var real = await request.SendAsync(somebody.Browser, request.Query(url));
            var missing = await request.SendAsync(somebody.Browser, request.Query(url.Replace(part, none, StringComparison.Ordinal)));
            var expected = Permits(somebody, request.Route) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;
            if (real.Status != expected || missing.Status != expected || real.Body.Replace(part, none, StringComparison.Ordinal) != missing.Body)
            {
                wrong.Add($"{request.Verb} {url}: expected {(int)expected}, got {(int)real.Status}, and {(int)missing.Status} for one that does not exist");
            }
        }

        Expect.None(wrong);
    }

    /// <summary>A name that was typed is in no answer to anybody, whatever is asked or posted, but where the identity is opened by who may.</summary>
    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task No_answer_names_somebody_to_anybody_but_where_an_identity_is_opened_by_who_may(Reader reader)
    {
        var somebody = await cast.PlayAsync(reader);
        var wrong = new List<string>();
        var opened = 0;
        foreach (var request in (await cast.RoutesAsync()).Where(r => r.IsPage && r.Pattern != "/account").SelectMany(Requests))
        {
            var url = request.Query(cast.Fill(request.Route, cast.NumberFor(reader)));
            var (_, body) = await request.SendAsync(somebody.Browser, url);
            var names = body.Contains(Cast.Surname, StringComparison.OrdinalIgnoreCase);
            var opens = request.Handler is not null && request.Route.Pattern.EndsWith("/identity", StringComparison.Ordinal) && reader is Reader.Owner or Reader.NamedForIdentities;
            opened += names && opens ? 1 : 0;
            if (names && !opens)
            {
                wrong.Add($"{request.Verb} {url}");
            }

            // The trail names who was looked up by their pseudonym: that is what it is for.
            var isTrail = request.Route.Pattern.StartsWith("/audit", StringComparison.Ordinal);
            if (Cast.Outsiders.Contains(reader) && ((!isTrail && body.Contains(cast.PseudonymFor(reader), StringComparison.OrdinalIgnoreCase)) || (cast.NumberFor(reader) == cast.Number && body.Contains(Cast.Title, StringComparison.OrdinalIgnoreCase))))
            {
                wrong.Add($"{request.Verb} {url} tells of the incident");
            }
        }

        Expect.None(wrong);
        Assert.Equal(reader is Reader.Owner or Reader.NamedForIdentities, opened > 0);
        await AssertAReasonOpensAsync(somebody, reader);
    }

    /// <summary>To those who work on the incident, and to nobody else.</summary>
    private async Task AssertAReasonOpensAsync(SignedIn somebody, Reader reader)
    {
        var route = (await cast.RoutesAsync()).Single(r => r.Pattern.EndsWith("/identity", StringComparison.Ordinal));
        var (status, body) = await new Request(route, "").SendAsync(somebody.Browser, cast.Fill(route, cast.NumberFor(reader)), ("Form.Reason", "To call about the hearing"));

        var may = !Cast.Outsiders.Contains(reader) && reader != Reader.NamedToRead;
        Assert.Equal(may, body.Contains(Cast.Surname, StringComparison.Ordinal));
        Assert.Equal(may ? HttpStatusCode.OK : reader == Reader.NamedToRead || !Permits(somebody, route) ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Nobody_gets_further_than_the_sign_in()
    {
        var visitor = cast.Visitor();
        var wrong = new List<string>();
        foreach (var route in (await cast.RoutesAsync()).Where(r => r.AnswersGet && r.Policy != Route.Anonymous))
        {
            var url = cast.Fill(route, cast.Number);
            using var answer = await visitor.GetAsync(url);
            if (answer.StatusCode != HttpStatusCode.Redirect || !answer.Headers.Location!.ToString().Contains("/sign-in?returnUrl=", StringComparison.Ordinal))
            {
                wrong.Add($"GET {url}: {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        }

        Expect.None(wrong);
    }

    [Theory]
    [InlineData(Reader.Owner)]
    [InlineData(Reader.SupervisorOfTheTeam)]
    public async Task An_empty_post_is_answered_and_breaks_nothing(Reader reader)
    {
        var somebody = await cast.PlayAsync(reader);
        var wrong = new List<string>();
        foreach (var request in (await cast.RoutesAsync()).Where(r => r.IsPage && Permits(somebody, r)).SelectMany(Requests).Where(r => r.Handler is not null))
        {
            var url = request.Query(cast.Fill(request.Route, cast.Number));
            var (status, _) = await request.SendAsync(somebody.Browser, url);
            if ((int)status >= 500)
            {
                wrong.Add($"POST {url}: {(int)status}");
            }
        }

        Expect.None(wrong);
    }

    /// <summary>Reading is not working, and working is not leading.</summary>
    private static bool TakesPart(Reader reader, Route route) => !(route.IsOfIncident || route.IsOfPart)
        || (reader, route.Policy) switch
        {
            (Reader.NamedToRead, nameof(Permission.WorkOnIncidents) or nameof(Permission.AssignIncidents) or nameof(Permission.OpenIdentities)) => false,
            (Reader.Teammate or Reader.NamedToWork or Reader.NamedForIdentities, nameof(Permission.AssignIncidents)) => false,
            _ => true,
        };

    /// <summary>Pages about nothing in particular, with what can be asked of them: searches, filters, and every number that leads to its list.</summary>
    private async Task<IReadOnlyList<string>> PagesAsync(SignedIn somebody, IReadOnlyList<Route> routes)
    {
        var known = (await cast.PlayAsync(Reader.Owner)).Actor.Id!.Value.Value.ToString("N");

        // The trail of what was done is the auditor's to see, and says that something was; a new key is a new one each time.
        List<string> pages = [.. routes.Where(r => r.IsPage && !r.IsOfIncident && !r.Pattern.StartsWith("/audit", StringComparison.Ordinal) && r.Pattern != "/account/second-factor/app" && !NameNothing.Contains(r.Pattern) && Permits(somebody, r)).Select(r => cast.Fill(r, cast.Number))];
        if (somebody.Actor.May(Permission.SeeIncidents))
        {
            pages.AddRange(ListPages.Of(cast, known));
        }

        foreach (var page in pages.Where(p => p is "/today" or "/statistics").ToList())
        {
            var links = (await somebody.Browser.OpenAsync(page)).QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!);
            pages.AddRange(links.Where(l => ListPages.Of(l) || l.StartsWith(NameNothing[0], StringComparison.Ordinal)));
        }

        return [.. pages.Distinct()];
    }

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(SignedIn somebody, Request? request, string url)
    {
        if (request is not null)
        {
            return await request.SendAsync(somebody.Browser, url);
        }

        using var answer = await somebody.Browser.GetAsync(url);

        // Every form has a key of its own.
        return (answer.StatusCode, Ids().Replace(Token().Replace(await answer.Content.ReadAsStringAsync(), "token"), "id"));
    }

    private static bool Permits(SignedIn somebody, Route route) =>
        route.Policy != Route.Anonymous && Enum.TryParse<Permission>(route.Policy, out var permission) && somebody.Actor.May(permission);

    private static void Check(List<string> wrong, string what, string expected, HttpResponseMessage answer, bool redirectIsFine)
    {
        var status = ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (status != expected && !(redirectIsFine && answer.StatusCode == HttpStatusCode.Redirect))
        {
            wrong.Add($"{what}: expected {expected}, got {status}");
        }
    }

    private static IEnumerable<Request> Requests(Route route) =>
        (route.AnswersGet ? new[] { new Request(route, null) } : []).Concat(route.PostHandlers.Select(h => new Request(route, h)));

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex("(?<=name=\"__RequestVerificationToken\" type=\"hidden\" value=\")[^\"]+")]
    private static partial Regex Token();

    /// <param name="Handler">Null for a GET.</param>
    private sealed record Request(Route Route, string? Handler)
    {
        private static readonly ConditionalWeakTable<Browser, string> Tokens = [];

        public string Verb => Handler is null ? "GET" : "POST";

        public string Url(string number, string part) => Query(Cast.Fill(Route, number, part));

        public string Query(string url) => string.IsNullOrEmpty(Handler) ? url : $"{url}?handler={Handler}";

        public async Task<(HttpStatusCode Status, string Body)> SendAsync(Browser browser, string url, params (string Name, string Value)[] fields)
        {
            using var answer = Handler is null ? await browser.GetAsync(url) : await browser.Http.PostAsync(url, new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(browser)), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
            return (answer.StatusCode, Token().Replace(await answer.Content.ReadAsStringAsync(), "token"));
        }

        /// <summary>One token serves every form of a session.</summary>
        private static async Task<string> TokenAsync(Browser browser)
        {
            if (!Tokens.TryGetValue(browser, out var token))
            {
                token = (await browser.OpenAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
                Tokens.Add(browser, token);
            }

            return token;
        }
    }
}
