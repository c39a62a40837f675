using System.Net;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;
using CaseTracker.Web.IntegrationTests.Access;

namespace CaseTracker.Web.IntegrationTests.Http;

/// <summary>The headers of every answer, written out: a change of one is a decision.</summary>
public sealed class SecurityHeaderTests(Cast cast) : IClassFixture<Cast>
{
    private static readonly (string Name, string Value)[] OnEverything =
    [
        ("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; manifest-src 'self'"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()"),
    ];

    private static readonly string[] Betraying = ["Server", "X-Powered-By", "X-AspNet-Version", "X-AspNetMvc-Version"];

    [Theory]
    [InlineData(Reader.Owner)]
    [InlineData(Reader.AuditorOfTheTeam)]
    [InlineData(Reader.AdministratorOfTheTeam)]
    public async Task Stand_on_every_route(Reader reader)
    {
        var somebody = await cast.PlayAsync(reader);
        var wrong = new List<string>();
        foreach (var route in (await cast.RoutesAsync()).Where(r => r.AnswersGet))
        {
            using var answer = await somebody.Browser.GetAsync(cast.Fill(route, cast.Number));
            wrong.AddRange(WrongOn(answer, stored: false));
        }

        Expect.None(wrong);
    }

    [Fact]
    public async Task Stand_on_what_a_visitor_gets()
    {
        var wrong = new List<string>();
        foreach (var route in (await cast.RoutesAsync()).Where(r => r.AnswersGet))
        {
            using var answer = await cast.Visitor().GetAsync(cast.Fill(route, cast.Number));
            wrong.AddRange(WrongOn(answer, stored: false));
        }

        Expect.None(wrong);
    }

    [Fact]
    public async Task Stand_on_errors()
    {
        var owner = (await cast.PlayAsync(Reader.Owner)).Browser;
        using var content = new FormUrlEncodedContent([new("Form.Title", "x")]);
        (HttpStatusCode Expected, HttpResponseMessage Answer)[] answers =
        [
            (HttpStatusCode.NotFound, await owner.GetAsync("/no-such-page")),
            (HttpStatusCode.NotFound, await owner.GetAsync("/incidents/CT-1999-00001")),
            (HttpStatusCode.Forbidden, await owner.GetAsync("/admin/users")),
            (HttpStatusCode.UnprocessableEntity, await owner.GetAsync("/incidents?act=nonsense")),
            (HttpStatusCode.BadRequest, await owner.Http.PostAsync("/incidents/log", content)),
        ];
        Assert.Equal(answers.Select(a => a.Expected), answers.Select(a => a.Answer.StatusCode));

        Expect.None(answers.SelectMany(a => WrongOn(a.Answer, stored: false)));
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("NONSENSE")]
    public async Task A_verb_that_no_page_has_is_refused_everywhere_and_says_which_there_are(string verb)
    {
        var owner = (await cast.PlayAsync(Reader.Owner)).Browser;
        var wrong = new List<string>();
        foreach (var address in (await cast.RoutesAsync()).Select(r => r.Pattern == "/{*path}" ? "/no-such-page" : cast.Fill(r, cast.Number)).Append("/css/app.css"))
        {
            using var request = new HttpRequestMessage(new HttpMethod(verb), address);
            using var answer = await owner.Http.SendAsync(request);
            wrong.AddRange(WrongOn(answer, stored: false));
            var told = (answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow), (await Browser.ReadAsync(answer)).QuerySelector("h1")?.TextContent);
            if (told != (HttpStatusCode.MethodNotAllowed, "GET, HEAD, POST", "This address does not work that way"))
            {
                wrong.Add($"{verb} {address}: {told}");
            }
        }

        Expect.None(wrong);
    }

    [Fact]
    public async Task Stand_on_what_another_host_is_told()
    {
        await using var site = cast.WithWebHostBuilder(builder => builder.UseSetting("Site:PublicAddress", "https://casos.example.org"));
        using var http = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Host = "evil.example";
        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Expect.None(WrongOn(answer, stored: false));
    }

    [Theory]
    [InlineData("/language", "culture", "es", "__Host-language")]
    [InlineData("/theme", "theme", "dark", "__Host-theme")]
    public async Task What_somebody_chose_to_see_is_kept_in_a_cookie_of_this_host_alone(string address, string field, string value, string cookie)
    {
        var visitor = cast.Visitor();
        using var nothing = await visitor.GetAsync("/no-such-page");
        using var chosen = await visitor.SubmitAsync(await Browser.ReadAsync(nothing), "/no-such-page", [(field, value)]);
        Assert.Equal(address, chosen.RequestMessage!.RequestUri!.AbsolutePath);

        var kept = chosen.Headers.GetValues("Set-Cookie").Single(c => c.Contains(field == "culture" ? "language" : field, StringComparison.Ordinal));
        Assert.StartsWith($"{cookie}=", kept, StringComparison.Ordinal);
        Assert.All(["; secure", "; httponly", "; path=/"], part => Assert.Contains(part, kept, StringComparison.OrdinalIgnoreCase));
        var page = await visitor.OpenAsync("/sign-in");
        Assert.Equal(value, page.DocumentElement.GetAttribute(field == "culture" ? "lang" : "data-bs-theme"));
    }

    [Theory]
    [InlineData("/css/app.css")]
    [InlineData("/img/mark.svg")]
    [InlineData("/js/app.js")]
    public async Task Stand_on_static_files(string file)
    {
        using var answer = await cast.Visitor().GetAsync(file);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Expect.None(WrongOn(answer, stored: true));
    }

    [Fact]
    public async Task Cookies_are_this_hosts_alone_and_out_of_reach_of_scripts()
    {
        var visitor = cast.Visitor();
        var page = await visitor.OpenAsync("/sign-in");
        var member = await cast.JoinAsync("Cookie", "cookie@example.org", Domain.Access.Role.Auditor, []);
        Assert.NotEqual(default, member);

        using var signedIn = await visitor.SubmitAsync(page, "/sign-in", [("Form.Email", "cookie@example.org"), ("Form.Password", WebApp.Password)]);

        var cookies = signedIn.Headers.GetValues("Set-Cookie").Where(c => !c.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Contains(cookies, c => c.StartsWith("__Host-CaseTracker=", StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.StartsWith("__Host-", c, StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Contains("; httponly", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Contains("; samesite=", c, StringComparison.OrdinalIgnoreCase));
    }

    internal static IEnumerable<string> WrongOn(HttpResponseMessage answer, bool stored)
    {
        var where = $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.PathAndQuery} ({(int)answer.StatusCode})";
        foreach (var (name, value) in OnEverything)
        {
            if (Value(answer, name) is var found && found != value)
            {
                yield return $"{where}: {name} is {found}";
            }
        }

        if (!stored && Value(answer, "Cache-Control") is var kept && kept != "no-store")
        {
            yield return $"{where}: Cache-Control is {kept}";
        }

        foreach (var name in Betraying.Where(name => Value(answer, name) is not null))
        {
            yield return $"{where}: says {name}";
        }
    }

    private static string? Value(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(" | ", values) : null;
}
