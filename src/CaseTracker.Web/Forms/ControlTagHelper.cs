using CaseTracker.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Forms;

/// <summary>A question answered in one control.</summary>
public abstract class ControlTagHelper(IStringLocalizer<SharedText> text) : QuestionTagHelper(text)
{
    /// <summary>Width that fits the answer: <c>short</c>, <c>medium</c>, or the whole line.</summary>
    public string? Width { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = Control();
        foreach (var attribute in output.Attributes.Where(attribute => attribute.Name != "class"))
        {
            control.Attributes[attribute.Name] = attribute.ValueStyle == HtmlAttributeValueStyle.Minimized ? "" : attribute.Value?.ToString();
        }

        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        if (DescribedBy is { } described)
        {
            control.Attributes["aria-describedby"] = described;
        }

        Mark(control);
        if (Width is not null)
        {
            control.AddCssClass($"width-{Width}");
        }

        Begin(output);
        var label = LabelText("label", "field-label");
        label.Attributes["for"] = Id;
        output.Content.AppendHtml(label);
        AppendHintAndErrors(output.Content);
        output.Content.AppendHtml(control);
    }

    protected abstract TagBuilder Control();
}
