using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CaseTracker.Web.Marks;

/// <summary>What the three marks share: a picture for the eye, and words that say the same to everybody.</summary>
internal static class Mark
{
    /// <param name="name">What the mark measures, for those who cannot see which mark it is.</param>
    public static void Begin(TagHelperOutput output, string kind, string name)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"ct-mark {kind}");
        output.Content.AppendHtml(Hidden($"{name}: "));
    }

    public static IHtmlContent Words(string? code, string words)
    {
        var span = Span("mark-words");
        if (code is not null)
        {
            var element = Span("mark-code");
            element.InnerHtml.Append(code);
            span.InnerHtml.AppendHtml(element).Append(" ");
        }

        span.InnerHtml.Append(words);
        return span;
    }

    public static TagBuilder Hidden(string words)
    {
        var span = Span("visually-hidden");
        span.InnerHtml.Append(words);
        return span;
    }

    public static TagBuilder Span(string cssClass)
    {
        var span = new TagBuilder("span");
        span.AddCssClass(cssClass);
        return span;
    }
}
