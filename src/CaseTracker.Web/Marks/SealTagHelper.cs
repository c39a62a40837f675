using CaseTracker.Domain.Vocabularies;
using CaseTracker.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Marks;

/// <summary><c>&lt;ct-seal state="V2" /&gt;</c>: how far the facts are established. The picture fills from outline to full; the code and word stand beside it.</summary>
[HtmlTargetElement("ct-seal")]
public sealed class SealTagHelper(ILabels labels, IStringLocalizer<SharedText> text) : TagHelper
{
    public string? State { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var known = !string.IsNullOrEmpty(State);
        var words = known ? labels.Of(Lists.Verification, State) : text["Seal.None"].Value;
        Mark.Begin(output, "seal", text["Seal.Label"]);
        output.Content.AppendHtml(Sprite.Use(View, $"seal-{(known ? State!.ToLowerInvariant() : "v0")}", "mark-picture"));
        output.Content.AppendHtml(Mark.Words(known ? State : null, words));
    }
}
