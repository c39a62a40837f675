using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CaseTracker.Web.Forms;

/// <summary>Gives a form that holds something to lose an id, and makes it known to the buttons of the header.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper : TagHelper
{
    private readonly PageForm _form = new();

    /// <summary>It carries a whole form of before, whatever else it asks.</summary>
    public bool Carries { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Init(TagHelperContext context) => context.Items[typeof(PageForm)] = _form;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await output.GetChildContentAsync();
        if (Carries || _form.Questions > 0)
        {
            _form.Questions = Carries ? int.MaxValue : _form.Questions;
            _form.Id = output.Attributes["id"]?.Value?.ToString();
            output.Attributes.SetAttribute("id", PageForms.Add(View.HttpContext, _form));
            output.Attributes.SetAttribute("data-again", "");
        }
    }
}
