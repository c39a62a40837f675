using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CaseTracker.Testing.Web;

/// <summary>What somebody does in a browser without scripts: opens pages, fills in the form that is there, sends it.</summary>
public sealed class Browser(HttpClient http)
{
    public HttpClient Http { get; } = http;

    public Task<HttpResponseMessage> GetAsync(string url) => Http.GetAsync(url);

    public async Task<IHtmlDocument> OpenAsync(string url)
    {
        using var answer = await Http.GetAsync(url);
        return answer.IsSuccessStatusCode
            ? await ReadAsync(answer)
            : throw new InvalidOperationException($"GET {url} answered {(int)answer.StatusCode} {answer.Headers.Location}.");
    }

    /// <summary>Opens the page and sends its form with these fields changed and everything else as it stands, the antiforgery token included.</summary>
    /// <param name="url">Address of the page that shows the form.</param>
    /// <param name="fields">Must be on the form: a field that the page does not show cannot be filled in by a person.</param>
    /// <param name="handler">Name of the page handler to send to, where the page has several forms or a button with its own address.</param>
    public async Task<HttpResponseMessage> PostFormAsync(string url, IReadOnlyList<(string Name, string? Value)> fields, string? handler = null) =>
        await SubmitAsync(await OpenAsync(url), url, fields, handler);

    /// <summary>The same for a page that is open already, e.g. one that came back with what was wrong.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, string url, IReadOnlyList<(string Name, string? Value)> fields, string? handler = null)
    {
        var (form, action) = Find(page, url, fields, handler);
        var changed = fields.Select(f => f.Name).ToHashSet();
        var sent = Standing(form).Where(f => !changed.Contains(f.Key))
            .Concat(fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!)));
        return await Http.PostAsync(new Uri(new Uri(Http.BaseAddress!, url), action), new FormUrlEncodedContent(sent));
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    private static (IHtmlFormElement Form, string Action) Find(IHtmlDocument page, string url, IReadOnlyList<(string Name, string? Value)> fields, string? handler)
    {
        var forms = page.QuerySelectorAll<IHtmlFormElement>("form").Where(f => f.Method.Equals("post", StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var form in forms)
        {
            var names = form.Elements.Select(e => e.GetAttribute("name")).ToHashSet();
            if (!fields.All(f => names.Contains(f.Name)))
            {
                continue;
            }

            var actions = new[] { form.GetAttribute("action") ?? url }.Concat(form.QuerySelectorAll("[formaction]").Select(b => b.GetAttribute("formaction")!));
            var own = actions.FirstOrDefault(a => handler is null || a.Contains($"handler={handler}", StringComparison.OrdinalIgnoreCase));
            if (own is not null && (handler is not null || fields.Count > 0 || form.Closest("main") is not null))
            {
                return (form, own);
            }
        }

        var seen = string.Join("; ", forms.Select(f => $"{f.GetAttribute("action")}: {string.Join(", ", f.Elements.Select(e => e.GetAttribute("name")))}"));
        throw new InvalidOperationException($"{url} has no form with {string.Join(", ", fields.Select(f => f.Name))} (handler {handler ?? "any"}). Forms there: {seen}");
    }

    /// <summary>What a browser would send of an untouched form.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Standing(IHtmlFormElement form)
    {
        foreach (var element in form.Elements.Where(e => !string.IsNullOrEmpty(e.GetAttribute("name")) && !e.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" or "file" }:
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                    break;
                case IHtmlInputElement input:
                    yield return new(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(o => o.IsSelected))
                    {
                        yield return new(name, option.Value);
                    }

                    break;
            }
        }
    }
}
