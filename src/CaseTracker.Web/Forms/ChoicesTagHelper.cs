using CaseTracker.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Forms;

/// <summary>A list to tick any of (<c>ct-checks</c>) or one of (<c>ct-radios</c>), under one question.</summary>
[HtmlTargetElement("ct-checks", Attributes = "for,items")]
[HtmlTargetElement("ct-radios", Attributes = "for,items")]
public sealed class ChoicesTagHelper(IStringLocalizer<SharedText> text) : QuestionTagHelper(text)
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var one = context.TagName == "ct-radios";
        var chosen = one ? [Typed(Name, For.Model) ?? ""] : TypedMany(For.Model);
        Begin(output);
        var fieldset = Element("fieldset");
        fieldset.Attributes["id"] = Id;
        fieldset.Attributes["tabindex"] = "-1";
        if (DescribedBy is { } described)
        {
            fieldset.Attributes["aria-describedby"] = described;
        }

        if (one)
        {
            // Of several boxes each can be wrong; of buttons to choose one from only the whole.
            fieldset.Attributes["role"] = "radiogroup";
            Mark(fieldset);
        }

        fieldset.InnerHtml.AppendHtml(LabelText("legend", "field-label"));
        AppendHintAndErrors(fieldset.InnerHtml);
        var list = Element("div", one ? "choices choices-one" : "choices");
        string? group = null;
        var number = 0;
        foreach (var item in Items)
        {
            if (item.Group?.Name != group)
            {
                group = item.Group?.Name;
                list.InnerHtml.AppendHtml(Element("p", "choices-group", group));
            }

            var value = item.Value ?? item.Text;
            var input = ChoiceMarkup.Input(one ? "radio" : "checkbox", $"{Id}-{number++}", Name, value, chosen.Contains(value));
            if (!one && Errors.Count > 0)
            {
                input.Attributes["aria-invalid"] = "true";
            }

            if (item.Disabled)
            {
                input.Attributes["disabled"] = "disabled";
            }

            list.InnerHtml.AppendHtml(ChoiceMarkup.Choice(input, item.Text));
        }

        fieldset.InnerHtml.AppendHtml(list);
        output.Content.AppendHtml(fieldset);
    }
}
