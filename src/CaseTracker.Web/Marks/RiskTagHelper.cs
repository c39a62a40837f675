using CaseTracker.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Marks;

/// <summary><c>&lt;ct-risk level="3" /&gt;</c>: one to four bars, with the word; 0 or null reads "not assessed".</summary>
[HtmlTargetElement("ct-risk")]
public sealed class RiskTagHelper(IStringLocalizer<SharedText> text) : TagHelper
{
    public int? Level { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var level = Math.Clamp(Level ?? 0, 0, 4);
        Mark.Begin(output, level >= 3 ? $"risk risk-{level}" : "risk", text["Risk.Label"]);
        output.Content.AppendHtml(Sprite.Use(View, $"risk-{level}", "mark-picture"));
        output.Content.AppendHtml(Mark.Words(null, text[$"Risk.{level}"]));
    }
}
