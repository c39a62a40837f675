using CaseTracker.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Forms;

[HtmlTargetElement("ct-textarea", Attributes = "for")]
public sealed class TextAreaTagHelper(IStringLocalizer<SharedText> text) : ControlTagHelper(text)
{
    public int Rows { get; set; } = 5;

    protected override TagBuilder Control()
    {
        var area = Element("textarea", "form-control");
        area.Attributes["rows"] = Written(Rows);

        // Browsers drop the first line break of a textarea; without this one, a text that starts with a break would lose it.
        area.InnerHtml.AppendHtml("\n").Append(Typed(Name, For.Model) ?? "");
        return area;
    }
}
