using Microsoft.AspNetCore.Mvc.Rendering;

namespace CaseTracker.Web.Forms;

/// <summary>A box or button to tick with its words, the words being part of what can be pressed.</summary>
internal static class ChoiceMarkup
{
    public static TagBuilder Input(string type, string id, string name, string value, bool on)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("form-check-input");
        input.Attributes["type"] = type;
        input.Attributes["id"] = id;
        input.Attributes["name"] = name;
        input.Attributes["value"] = value;
        if (on)
        {
            input.Attributes["checked"] = "checked";
        }

        return input;
    }

    public static TagBuilder Choice(TagBuilder input, string words)
    {
        var label = new TagBuilder("label");
        label.AddCssClass("form-check");
        var span = new TagBuilder("span");
        span.AddCssClass("form-check-label");
        span.InnerHtml.Append(words);
        label.InnerHtml.AppendHtml(input).AppendHtml(span);
        return label;
    }
}
