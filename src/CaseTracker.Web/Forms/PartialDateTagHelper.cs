using System.Globalization;
using CaseTracker.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Forms;

/// <summary>Day, month and year of a <see cref="PartialDateInput"/>, each of which may be left empty, and whether they are approximate.</summary>
[HtmlTargetElement("ct-date", Attributes = "for")]
public sealed class PartialDateTagHelper(IStringLocalizer<SharedText> text) : QuestionTagHelper(text)
{
    /// <summary>Set to false where "about" makes no sense, such as a hearing.</summary>
    public bool Approximate { get; set; } = true;

    protected override IEnumerable<string> AnsweredNames => [Name, $"{Name}.Day", $"{Name}.Month", $"{Name}.Year"];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Hint ??= Text["Form.DateHint"];
        var date = For.Model as PartialDateInput;
        Begin(output);
        var fieldset = Element("fieldset", "date-group");
        fieldset.Attributes["id"] = Id;
        fieldset.Attributes["tabindex"] = "-1";
        fieldset.Attributes["aria-describedby"] = DescribedBy;
        fieldset.InnerHtml.AppendHtml(LabelText("legend", "field-label"));
        AppendHintAndErrors(fieldset.InnerHtml);

        var parts = Element("div", "date-parts");
        parts.InnerHtml.AppendHtml(Part("Day", Number("Day", date?.Day, 2)));
        parts.InnerHtml.AppendHtml(Part("Month", Months(date?.Month)));
        parts.InnerHtml.AppendHtml(Part("Year", Number("Year", date?.Year, 4)));
        if (Approximate)
        {
            var on = Typed($"{Name}.Approximate", date?.Approximate)?.StartsWith("true", StringComparison.OrdinalIgnoreCase) == true;
            var box = ChoiceMarkup.Input("checkbox", IdOf($"{Name}.Approximate"), $"{Name}.Approximate", "true", on);
            parts.InnerHtml.AppendHtml(ChoiceMarkup.Choice(box, Text["Form.Approximate"]));
        }

        fieldset.InnerHtml.AppendHtml(parts);
        output.Content.AppendHtml(fieldset);
    }

    private TagBuilder Part(string part, TagBuilder control)
    {
        control.Attributes["id"] = IdOf($"{Name}.{part}");
        control.Attributes["name"] = $"{Name}.{part}";
        if (Errors.Count > 0)
        {
            control.Attributes["aria-invalid"] = "true";
        }

        var label = Element("label", "date-part-label", Text[$"Form.{part}"]);
        label.Attributes["for"] = control.Attributes["id"];
        var cell = Element("div");
        cell.InnerHtml.AppendHtml(label).AppendHtml(control);
        return cell;
    }

    private TagBuilder Number(string part, string? value, int digits)
    {
        var input = Element("input", $"form-control digits-{Written(digits)}");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = "text";
        input.Attributes["inputmode"] = "numeric";
        input.Attributes["maxlength"] = Written(digits);
        input.Attributes["autocomplete"] = "off";
        input.Attributes["value"] = Typed($"{Name}.{part}", value) ?? "";
        return input;
    }

    private TagBuilder Months(string? value)
    {
        var chosen = Typed($"{Name}.Month", value) ?? "";
        var select = Element("select", "form-select");
        var names = CultureInfo.CurrentUICulture.DateTimeFormat.MonthNames;
        for (var month = 0; month <= 12; month++)
        {
            var option = Element("option", words: month == 0 ? Text["Form.MonthUnknown"] : names[month - 1]);
            var number = month == 0 ? "" : Written(month)!;
            option.Attributes["value"] = number;
            if (number == chosen)
            {
                option.Attributes["selected"] = "selected";
            }

            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }
}
