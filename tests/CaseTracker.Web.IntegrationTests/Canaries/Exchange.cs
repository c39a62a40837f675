using System.Net;

namespace CaseTracker.Web.IntegrationTests.Canaries;

/// <param name="Sent">Address and body, as they were sent.</param>
/// <param name="Headers">All of the answer's, those of cookies and redirects included.</param>
public sealed record Exchange(string Reader, string Verb, string Address, string Sent, HttpStatusCode Status, string Headers, byte[] Body);

/// <summary>Keeps cookies as a browser does, also secure ones that a client without TLS would drop, and everything that is said on both sides.</summary>
public sealed class Recorder(string reader, List<Exchange> exchanges) : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
{
    private readonly Dictionary<string, string> _cookies = [];

    public void Forget(string cookie) => Assert.True(_cookies.Remove(cookie), $"There is no cookie {cookie}.");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        var sent = request.RequestUri!.PathAndQuery + "\n" + (request.Content is null ? "" : WebUtility.UrlDecode(await request.Content.ReadAsStringAsync(cancellationToken)));
        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie.Split('=')[0], cookie.Split(';')[0][(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            if (value.Length > 0)
            {
                _cookies[name] = value;
            }
            else
            {
                _cookies.Remove(name);
            }
        }

        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        exchanges.Add(new(reader, request.Method.Method, request.RequestUri.PathAndQuery, sent, answer.StatusCode, $"{answer.Headers}{answer.Content.Headers}", body));
        return answer;
    }
}
