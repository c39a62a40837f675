using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CaseTracker.Web.IntegrationTests.Canaries;

/// <summary>Where a form may be sent: one of its buttons, or an address that a script on the page sends it to.</summary>
internal sealed record Target(string Address, KeyValuePair<string, string>? Button, bool IsScript)
{
    public string Name => Routes.WithHandler(Address) + (Button is { } button ? $" [{button.Key}={button.Value}]" : "");
}

/// <summary>A form as a person finds it on a page.</summary>
internal sealed class FormOnPage(string page, IHtmlFormElement form)
{
    private static readonly string[] TextTypes = ["text", "search", "email", "tel", "url", "password"];

    /// <summary>Only asked of some answers, and wrong with the others.</summary>
    private static readonly string[] LeftOpen = ["Form.NotReportedReason", "Form.Corrects", "Form.OrderedOn", "Form.Change", "Form.Since"];

    private static readonly string LastYear = (TimeProvider.System.GetUtcNow().Year - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public string Page { get; } = Routes.Of(page);

    public bool IsGet => !form.Method.Equals("post", StringComparison.OrdinalIgnoreCase);

    /// <summary>Names of what takes any text. The parts of a date are texts too, but take only digits.</summary>
    public IReadOnlyList<string> Texts { get; } = [.. Named(form).Where(e => IsText(e.Element) && !IsPartOfDate(e.Name)).Select(e => e.Name).Distinct()];

    public IReadOnlyList<Target> Targets
    {
        get
        {
            var own = form.GetAttribute("action") ?? page;
            var buttons = form.QuerySelectorAll<IHtmlButtonElement>("button").Where(b => b.Type == "submit")
                .Select(b => new Target(b.GetAttribute("formaction") ?? own, b.GetAttribute("name") is { Length: > 0 } name ? KeyValuePair.Create(name, b.GetAttribute("value") ?? "") : null, IsScript: false));
            var scripts = form.QuerySelectorAll("[hx-post]").Select(e => e.GetAttribute("hx-post")!).Append(form.GetAttribute("data-autosave")).OfType<string>()
                .Select(address => new Target(address, Button: null, IsScript: true));

            // What a script does while somebody types comes before they press anything.
            return [.. scripts.Concat(buttons).DefaultIfEmpty(new Target(own, null, false)).DistinctBy(t => t.Name)];
        }
    }

    /// <summary>Those with something to type into, and then the others.</summary>
    public static IEnumerable<FormOnPage> In(string page, IDocument document) =>
        document.QuerySelectorAll<IHtmlFormElement>("form").Select(f => new FormOnPage(page, f)).OrderByDescending(f => f.Texts.Count > 0);

    /// <summary>Every text typed, and the rest answered as it must be for the form to be taken.</summary>
    /// <param name="type">What to type into a field.</param>
    /// <param name="answer">What to answer a question of this name; null to take the first choice. Boxes are asked for as name=value, and ticked if there is an answer.</param>
    public List<KeyValuePair<string, string>> Fill(Func<string, IElement, string> type, Func<string, string?> answer)
    {
        var filled = new List<KeyValuePair<string, string>>();
        var radios = Named(form).Where(e => e.Element is IHtmlInputElement { Type: "radio", IsChecked: true }).Select(e => e.Name).ToHashSet();
        foreach (var (element, name) in Named(form).Where(e => e.Element is not IHtmlButtonElement))
        {
            var said = answer(name);
            var value = element switch
            {
                IHtmlInputElement { Type: "hidden" } hidden => hidden.Value,
                IHtmlInputElement { Type: "checkbox" } box => box.IsChecked || answer($"{name}={box.Value}") is not null ? box.Value : null,
                IHtmlInputElement { Type: "radio" } radio => radio.IsChecked || radios.Add(name) ? radio.Value : null,
                IHtmlSelectElement select => said ?? (select.Value is { Length: > 0 } || LeftOpen.Any(l => name.StartsWith(l, StringComparison.Ordinal)) ? select.Value : select.Options.Select(o => o.Value).FirstOrDefault(v => v.Length > 0)),
                _ when said is not null => said,
                _ when IsPartOfDate(name) => LeftOpen.Any(l => name.StartsWith(l, StringComparison.Ordinal)) ? "" : name.EndsWith(".Day", StringComparison.Ordinal) ? "1" : LastYear,
                _ when IsText(element) => type(name, element),
                IHtmlInputElement other => other.Value,
                _ => null,
            };
            if (value is not null)
            {
                filled.Add(new(name, value));
            }
        }

        return filled;
    }

    /// <summary>Every text typed, those of dates too, and nothing chosen: what most forms must refuse.</summary>
    public List<KeyValuePair<string, string>> FillTextsAlone(Func<string, IElement, string> type) =>
    [
        .. Named(form).Select(e => (e.Name, Value: e.Element switch
        {
            IHtmlInputElement { Type: "hidden" } hidden => hidden.Value,
            IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
            IHtmlInputElement or IHtmlTextAreaElement => type(e.Name, e.Element),
            IHtmlSelectElement => "",
            _ => null,
        })).Where(e => e.Value is not null).Select(e => KeyValuePair.Create(e.Name, e.Value!)),
    ];

    /// <summary>Whether there is anything to be answered that any text is not the answer to.</summary>
    public bool HasQuestions => Named(form).Any(e => e.Element is IHtmlSelectElement or IHtmlInputElement { Type: "date" or "radio" or "password" } || IsPartOfDate(e.Name));

    private static IEnumerable<(IElement Element, string Name)> Named(IHtmlFormElement form) =>
        form.Elements.Select(e => ((IElement)e, e.GetAttribute("name") ?? "")).Where(e => e.Item2.Length > 0 && !e.Item1.HasAttribute("disabled"));

    private static bool IsText(IElement element) => element is IHtmlTextAreaElement || (element is IHtmlInputElement input && TextTypes.Contains(input.Type));

    private static bool IsPartOfDate(string name) => name.EndsWith(".Day", StringComparison.Ordinal) || name.EndsWith(".Year", StringComparison.Ordinal);
}
