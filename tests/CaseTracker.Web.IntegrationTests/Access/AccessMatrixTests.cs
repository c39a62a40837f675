using System.Net;
using System.Text.RegularExpressions;
using CaseTracker.Application.Access;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Access;

/// <summary>Every route that the site has, asked by everybody: what a role may not do is 403, what a reader may not see is 404 as if it did not exist.</summary>
public sealed partial class AccessMatrixTests(Cast cast) : IClassFixture<Cast>
{
    /// <summary>What they open is named in their query; without one there is nothing to open.</summary>
    private static readonly string[] NameNothing = ["/statistics/incidents", "/incidents/log/discard"];

    [Theory]
    [InlineData(Reader.Owner)]
    [InlineData(Reader.Teammate)]
    [InlineData(Reader.SupervisorOfTheTeam)]
    public async Task Those_who_work_on_an_incident_open_what_their_role_permits(Reader reader)
    {
        var somebody = await cast.PlayAsync(reader);
        var wrong = new List<string>();
        foreach (var route in (await cast.RoutesAsync()).Where(r => r.AnswersGet && r.Policy != Route.Anonymous))
        {
            var url = cast.Fill(route, cast.Number);
            using var answer = await somebody.Browser.GetAsync(url);
            var expected = !Permits(somebody, route) ? "403" : NameNothing.Contains(route.Pattern) ? "404" : "200";
            Check(wrong, $"GET {url}", expected, answer, redirectIsFine: !route.IsPage);
        }

        Expect.None(wrong);
    }

    [Theory]
    [InlineData(Reader.WorkerOfAnotherTeam)]
    [InlineData(Reader.SupervisorOfAnotherTeam)]
    [InlineData(Reader.AuditorOfTheTeam)]
    [InlineData(Reader.AdministratorOfTheTeam)]
    public async Task An_invisible_incident_answers_exactly_like_a_missing_one(Reader reader)
    {
        var somebody = await cast.PlayAsync(reader);
        var requests = (await cast.RoutesAsync()).Where(r => r.IsOfIncident).SelectMany(Requests).ToList();
        var number = await cast.NextNumberAsync();
        var missing = new List<(HttpStatusCode Status, string Body)>();
        foreach (var request in requests)
        {
            missing.Add(await request.SendAsync(somebody.Browser, request.Url(number, Cast.NoSuchId)));
        }

        Assert.Equal(number, await cast.LogAsync());
        var wrong = new List<string>();
        for (var i = 0; i < requests.Count; i++)
        {
            var url = requests[i].Url(number, Cast.NoSuchId);
            var invisible = await requests[i].SendAsync(somebody.Browser, url);
            var expected = Permits(somebody, requests[i].Route) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;
            if (invisible.Status != expected || invisible != missing[i])
            {
                wrong.Add($"{requests[i].Verb} {url}: expected {(int)expected}, missing {(int)missing[i].Status}, invisible {(int)invisible.Status}, same body {invisible.Body == missing[i].Body}");
            }
        }

        Expect.None(wrong);
    }

    [Theory]
    [InlineData(Reader.WorkerOfAnotherTeam)]
    [InlineData(Reader.SupervisorOfAnotherTeam)]
    public async Task Parts_of_an_invisible_incident_answer_like_parts_that_do_not_exist(Reader reader)
    {
        var somebody = await cast.PlayAsync(reader);
        var wrong = new List<string>();
        foreach (var request in (await cast.RoutesAsync()).Where(r => r.IsOfPart).SelectMany(Requests))
        {
            var url = cast.Fill(request.Route, cast.Number);
            var (part, none) = cast.PartIn(url);
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

    [Theory]
    [InlineData(Reader.AuditorOfTheTeam)]
    [InlineData(Reader.AdministratorOfTheTeam)]
    [InlineData(Reader.WorkerOfAnotherTeam)]
    [InlineData(Reader.SupervisorOfAnotherTeam)]
    public async Task No_page_shows_the_incident_to_those_who_do_not_work_on_it(Reader reader)
    {
        var somebody = await cast.PlayAsync(reader);
        var wrong = new List<string>();
        foreach (var route in (await cast.RoutesAsync()).Where(r => r.AnswersGet && Permits(somebody, r)))
        {
            var url = cast.Fill(route, cast.Number);
            using var answer = await somebody.Browser.GetAsync(url);
            var body = await answer.Content.ReadAsStringAsync();
            if (body.Contains(Cast.Title, StringComparison.OrdinalIgnoreCase) || body.Contains(cast.Pseudonym, StringComparison.OrdinalIgnoreCase) || body.Contains(Cast.Surname, StringComparison.OrdinalIgnoreCase))
            {
                wrong.Add(url);
            }
        }

        Expect.None(wrong);
    }

    [Fact]
    public async Task No_page_but_the_one_that_opens_an_identity_shows_a_name_to_those_who_work_on_it()
    {
        var owner = await cast.PlayAsync(Reader.Owner);
        var wrong = new List<string>();
        foreach (var route in (await cast.RoutesAsync()).Where(r => r.AnswersGet && Permits(owner, r)))
        {
            var url = cast.Fill(route, cast.Number);
            using var answer = await owner.Browser.GetAsync(url);
            if ((await answer.Content.ReadAsStringAsync()).Contains(Cast.Surname, StringComparison.OrdinalIgnoreCase) && !route.Pattern.EndsWith("/identity", StringComparison.Ordinal))
            {
                wrong.Add(url);
            }
        }

        Expect.None(wrong);
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

    [GeneratedRegex("(?<=name=\"__RequestVerificationToken\" type=\"hidden\" value=\")[^\"]+")]
    private static partial Regex Token();

    /// <param name="Handler">Null for a GET.</param>
    private sealed record Request(Route Route, string? Handler)
    {
        public string Verb => Handler is null ? "GET" : "POST";

        public string Url(string number, string part) => Query(Cast.Fill(Route, number, part));

        public string Query(string url) => string.IsNullOrEmpty(Handler) ? url : $"{url}?handler={Handler}";

        public async Task<(HttpStatusCode Status, string Body)> SendAsync(Browser browser, string url)
        {
            using var answer = Handler is null ? await browser.GetAsync(url) : await browser.Http.PostAsync(url, new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(browser))]));
            return (answer.StatusCode, Token().Replace(await answer.Content.ReadAsStringAsync(), "token"));
        }

        private static async Task<string> TokenAsync(Browser browser) =>
            (await browser.OpenAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }
}
