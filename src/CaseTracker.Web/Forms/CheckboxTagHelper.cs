using CaseTracker.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Forms;

/// <summary>One yes-or-no.</summary>
[HtmlTargetElement("ct-checkbox", Attributes = "for")]
public sealed class CheckboxTagHelper(IStringLocalizer<SharedText> text) : QuestionTagHelper(text)
{
    protected override string? Named => null;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Begin(output);
        var on = Typed(Name, For.Model)?.StartsWith("true", StringComparison.OrdinalIgnoreCase) == true;
        var box = ChoiceMarkup.Input("checkbox", Id, Name, "true", on);
        if (DescribedBy is { } described)
        {
            box.Attributes["aria-describedby"] = described;
        }

        if (Errors.Count > 0)
        {
            box.Attributes["aria-invalid"] = "true";
        }

        // An unticked box sends nothing; the hidden twin says "false", so that a default of true can be unticked.
        var twin = Element("input");
        twin.TagRenderMode = TagRenderMode.SelfClosing;
        twin.Attributes["type"] = "hidden";
        twin.Attributes["name"] = Name;
        twin.Attributes["value"] = "false";
        output.Content.AppendHtml(ChoiceMarkup.Choice(box, Label)).AppendHtml(twin);
        AppendHintAndErrors(output.Content);
    }
}
