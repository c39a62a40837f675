using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Web.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Marks;

/// <summary>
/// <c>&lt;ct-ladder highest="J4" lowest="J1" /&gt;</c>: how far the paths towards accountability have come. Add <c>compact</c> in lists.
/// No <c>highest</c> reads "no path recorded", which is not the same as J0, "not reported".
/// </summary>
[HtmlTargetElement("ct-ladder")]
public sealed class LadderTagHelper(ILabels labels, IStringLocalizer<SharedText> text) : TagHelper
{
    public string? Highest { get; set; }

    /// <summary>Left out, there is one path, or all stand alike.</summary>
    public string? Lowest { get; set; }

    public bool Compact { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var highest = Parse(Highest);
        var lowest = Parse(Lowest) ?? highest;
        Mark.Begin(output, Compact ? "ladder ladder-compact" : "ladder", text["Ladder.Label"]);
        output.Content.AppendHtml(new HtmlString(LadderDrawing.Svg(highest, lowest, aligned: Compact)));
        var words = Mark.Span("ladder-words");
        if (highest is not { } best || lowest is not { } worst)
        {
            words.InnerHtml.AppendHtml(Mark.Words(null, text["Ladder.None"]));
        }
        else if (best == worst)
        {
            words.InnerHtml.AppendHtml(Standing(null, best));
        }
        else
        {
            words.InnerHtml.AppendHtml(Standing("Ladder.Highest", best)).Append(" ").AppendHtml(Standing("Ladder.Lowest", worst));
        }

        output.Content.AppendHtml(words);
    }

    private static Stage? Parse(string? code) => StageRules.TryParse(code, out var stage) ? stage : null;

    private TagBuilder Standing(string? which, Stage stage)
    {
        var span = Mark.Span(which == "Ladder.Lowest" ? "ladder-low" : "ladder-high");
        if (which is not null)
        {
            var label = Mark.Span("ladder-which");
            label.InnerHtml.Append(text[which]);
            span.InnerHtml.AppendHtml(label).Append(" ");
        }

        span.InnerHtml.AppendHtml(Mark.Words(stage.ToString(), labels.Of(Lists.Stages, stage.ToString())));
        if (stage.IsExit())
        {
            span.InnerHtml.AppendHtml(Mark.Hidden($" ({text["Ladder.Exit"].Value})"));
        }

        return span;
    }
}
