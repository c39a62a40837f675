using System.Globalization;
using CaseTracker.Web.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Forms;

/// <summary>
/// One question of a form: label, hint, error and control, tied together for screen readers, showing again what was typed.
/// Attributes that a field does not know go to its control; <c>class</c> goes to the whole.
/// </summary>
public abstract class QuestionTagHelper(IStringLocalizer<SharedText> text) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>Says so beside the label. What is not optional is required: there are no asterisks.</summary>
    public bool Optional { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    protected IStringLocalizer<SharedText> Text { get; } = text;

    protected string Name => View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => IdOf(Name);

    /// <summary>What an error of it is introduced by in the summary; null where the label is no question and the error says it all.</summary>
    protected virtual string? Named => Label;

    /// <summary>Names whose errors are shown with this question.</summary>
    protected virtual IEnumerable<string> AnsweredNames => [Name];

    protected IReadOnlyList<string> Errors =>
        [.. AnsweredNames.SelectMany(name => View.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.Errors : []).Select(error => error.ErrorMessage).Distinct()];

    /// <summary>Ids of the hint and the error, for <c>aria-describedby</c>; null if there is neither.</summary>
    protected string? DescribedBy =>
        string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", Errors.Count == 0 ? null : $"{Id}-error" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    protected static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    protected string? Typed(string name, object? model) => View.ViewData.ModelState.TryGetValue(name, out var entry) && entry.AttemptedValue is { } typed
        ? typed
        : Written(model);

    protected IReadOnlyCollection<string> TypedMany(object? model) => View.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is { } raw
        ? raw is string[] many ? many : [(string)raw]
        : model is System.Collections.IEnumerable items and not string ? [.. items.Cast<object?>().Select(Written).OfType<string>()] : [];

    protected static string? Written(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    protected TagBuilder Element(string tag, string? cssClass = null, string? words = null)
    {
        var element = new TagBuilder(tag);
        if (cssClass is not null)
        {
            element.AddCssClass(cssClass);
        }

        if (words is not null)
        {
            element.InnerHtml.Append(words);
        }

        return element;
    }

    /// <summary>Asks for something that is never sent back.</summary>
    protected virtual bool IsSecret => false;

    public override void Init(TagHelperContext context)
    {
        if (!IsSecret && context.Items.TryGetValue(typeof(PageForm), out var form))
        {
            ((PageForm)form).Questions++;
        }
    }

    protected void Begin(TagHelperOutput output)
    {
        var own = output.Attributes["class"]?.Value;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        QuestionLabels.Add(View.HttpContext, Name, Named);
        output.Attributes.SetAttribute("class", $"field{(Errors.Count > 0 ? " field-wrong" : "")}{(own is null ? "" : $" {own}")}");
    }

    /// <summary>Says of what is answered that it must be, or that the answer is wrong.</summary>
    protected void Mark(TagBuilder answered)
    {
        if (Errors.Count > 0)
        {
            answered.Attributes["aria-invalid"] = "true";
        }

        if (!Optional)
        {
            answered.Attributes["aria-required"] = "true";
        }
    }

    protected void AppendHintAndErrors(IHtmlContentBuilder content)
    {
        if (Hint is not null)
        {
            var hint = Element("div", "field-hint", Hint);
            hint.Attributes["id"] = $"{Id}-hint";
            content.AppendHtml(hint);
        }

        if (Errors.Count > 0)
        {
            var block = Element("div", "field-error");
            block.Attributes["id"] = $"{Id}-error";
            foreach (var error in Errors)
            {
                var line = Element("p");
                line.InnerHtml.AppendHtml(Element("span", "visually-hidden", Text["Form.Error"])).Append(" ").Append(error);
                block.InnerHtml.AppendHtml(line);
            }

            content.AppendHtml(block);
        }
    }

    protected TagBuilder LabelText(string tag, string cssClass)
    {
        var label = Element(tag, cssClass, Label);
        if (Optional)
        {
            label.InnerHtml.Append(" ").AppendHtml(Element("span", "field-optional", $"({Text["Form.Optional"].Value})"));
        }

        return label;
    }
}
