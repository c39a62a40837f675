using System.Text.Encodings.Web;
using CaseTracker.Web.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Forms;

/// <summary>
/// The errors of a page, each naming its question and leading to it. Written only when the page is sent: by then the
/// questions below it have said what they are called.
/// </summary>
public sealed class ErrorLines(HttpContext http, ModelStateDictionary state, IStringLocalizer<SharedText> text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var (name, label, message) in QuestionLabels.Wrong(http, state))
        {
            var words = label is null ? message : label.EndsWith('?') ? $"{label} {message}" : text["Form.ErrorOf", label, message].Value;
            var line = new TagBuilder("li");
            if (name.Length == 0)
            {
                line.InnerHtml.Append(words);
            }
            else
            {
                var link = new TagBuilder("a");
                link.Attributes["href"] = $"#{TagBuilder.CreateSanitizedId(name, "_")}";
                link.InnerHtml.Append(words);
                line.InnerHtml.AppendHtml(link);
            }

            line.WriteTo(writer, encoder);
        }
    }
}
