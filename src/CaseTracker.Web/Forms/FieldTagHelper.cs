using CaseTracker.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Forms;

/// <summary>One line of text, or any other <c>type</c> of input. A password or a file is never sent back.</summary>
[HtmlTargetElement("ct-field", Attributes = "for")]
public sealed class FieldTagHelper(IStringLocalizer<SharedText> text) : ControlTagHelper(text)
{
    public string Type { get; set; } = "text";

    protected override bool IsSecret => Type is "password" or "file";

    protected override TagBuilder Control()
    {
        var input = Element("input", "form-control");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = Type;
        if (!IsSecret && Typed(Name, For.Model) is { Length: > 0 } value)
        {
            input.Attributes["value"] = value;
        }

        return input;
    }
}
