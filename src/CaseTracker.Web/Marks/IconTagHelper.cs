using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CaseTracker.Web.Marks;

/// <summary><c>&lt;ct-icon name="search" /&gt;</c>: an icon named in Assets/icons.txt, always beside words.</summary>
[HtmlTargetElement("ct-icon")]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Sprite.Use(View, Name, "icon"));
    }
}
