using CaseTracker.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Forms;

/// <summary>A list to choose one from. Items with a <see cref="SelectListItem.Group"/> are grouped, in the order given.</summary>
[HtmlTargetElement("ct-select", Attributes = "for,items")]
public sealed class SelectTagHelper(IStringLocalizer<SharedText> text) : ControlTagHelper(text)
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>Words of the empty choice; "Choose…" if left out, no empty choice if set to an empty text.</summary>
    public string? Empty { get; set; }

    protected override TagBuilder Control()
    {
        var select = Element("select", "form-select");
        var chosen = Typed(Name, For.Model) ?? "";
        if (Empty != "")
        {
            select.InnerHtml.AppendHtml(Option("", Empty ?? Text[Optional ? "Form.None" : "Form.Choose"], chosen));
        }

        SelectListGroup? open = null;
        TagBuilder? group = null;
        foreach (var item in Items)
        {
            if (item.Group is not null && item.Group.Name != open?.Name)
            {
                group = Element("optgroup");
                group.Attributes["label"] = item.Group.Name;
                select.InnerHtml.AppendHtml(group);
            }

            open = item.Group;
            (open is null ? select : group!).InnerHtml.AppendHtml(Option(item.Value ?? item.Text, item.Text, chosen));
        }

        return select;
    }

    private TagBuilder Option(string value, string words, string chosen)
    {
        var option = Element("option", words: words);
        option.Attributes["value"] = value;
        if (value == chosen)
        {
            option.Attributes["selected"] = "selected";
        }

        return option;
    }
}
