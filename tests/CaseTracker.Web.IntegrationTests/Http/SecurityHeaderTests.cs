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
        using var wrongVerb = new HttpRequestMessage(HttpMethod.Delete, "/today");
        (HttpStatusCode Expected, HttpResponseMessage Answer)[] answers =
        [
            (HttpStatusCode.NotFound, await owner.GetAsync("/no-such-page")),
            (HttpStatusCode.NotFound, await owner.GetAsync("/incidents/CT-1999-00001")),
            (HttpStatusCode.Forbidden, await owner.GetAsync("/admin/users")),
            (HttpStatusCode.UnprocessableEntity, await owner.GetAsync("/incidents?act=nonsense")),
            (HttpStatusCode.BadRequest, await owner.Http.PostAsync("/incidents/log", content)),
        ];
        Assert.Equal(answers.Select(a => a.Expected), answers.Select(a => a.Answer.StatusCode));
        var refused = await owner.Http.SendAsync(wrongVerb);

        Expect.None(answers.Select(a => a.Answer).Append(refused).SelectMany(a => WrongOn(a, stored: false)));
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
