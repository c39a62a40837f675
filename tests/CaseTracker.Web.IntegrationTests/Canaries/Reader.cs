using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CaseTracker.Domain.Access;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Canaries;

/// <summary>Somebody at their browser, without scripts.</summary>
internal sealed class Reader
{
    /// <summary>Everybody comes from an address of it, which is nowhere else in the world.</summary>
    public const string Network = "2001:db8:7a5e:d0b3";

    private readonly Recorder _recorder;
    private long _lastStep;

    public Reader(string name, Uri site, List<Exchange> exchanges)
    {
        Name = name;
        _recorder = new Recorder(name, exchanges);
        Http = new HttpClient(_recorder) { BaseAddress = site };

        // As a proxy on the same machine tells it.
        Http.DefaultRequestHeaders.Add("X-Forwarded-For", $"{Network}::{name.Length:x}");
        Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
    }

    public string Name { get; }

    public HttpClient Http { get; }

    public string Email { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>Of the authenticator app.</summary>
    public byte[]? Key { get; set; }

    /// <summary>One that was not used yet; the site takes those of half a minute before and after, each once.</summary>
    public string NextCode()
    {
        var now = OneTimeCode.StepAt(TimeProvider.System.GetUtcNow());
        _lastStep = Math.Max(_lastStep + 1, now - 1);
        return OneTimeCode.At(Key, _lastStep);
    }

    public void LoseSession() => _recorder.Forget("__Host-CaseTracker");

    public async Task<(HttpResponseMessage Answer, IHtmlDocument Page)> OpenAsync(string address)
    {
        var answer = await Http.GetAsync(address);
        return (answer, await ParseAsync(answer));
    }

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    public async Task<HttpResponseMessage> SendAsync(FormOnPage form, Target target, List<KeyValuePair<string, string>> fields)
    {
        if (target.Button is { } button)
        {
            fields.Add(button);
        }

        if (form.IsGet)
        {
            using var query = new FormUrlEncodedContent(fields);
            return await Http.GetAsync($"{target.Address.Split('?')[0]}?{await query.ReadAsStringAsync()}");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, target.Address) { Content = new FormUrlEncodedContent(fields) };
        if (target.IsScript)
        {
            request.Headers.Add("HX-Request", "true");
        }

        return await Http.SendAsync(request);
    }

    /// <summary>Reads the key of an app from the page that offers one.</summary>
    public void ReadKey(IHtmlDocument page)
    {
        if (page.QuerySelector("[data-key]")?.GetAttribute("data-key") is { } letters)
        {
            Key = WebApp.KeyIn(letters);
        }
    }
}
