using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CaseTracker.Web.Marks;

internal static class Sprite
{
    private const string File = "lib/icons.svg";

    /// <summary>A decorative picture of the sprite: whatever it says is said in words next to it.</summary>
    public static TagBuilder Use(ViewContext view, string name, string cssClass)
    {
        var http = view.HttpContext;
        var address = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[File] ?? File;
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{http.Request.PathBase}/{address}#{name}";
        var svg = new TagBuilder("svg");
        svg.AddCssClass(cssClass);
        svg.Attributes["aria-hidden"] = "true";
        svg.Attributes["focusable"] = "false";
        svg.InnerHtml.AppendHtml(use);
        return svg;
    }
}
