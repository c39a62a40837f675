using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace CaseTracker.Web.Localization;

/// <summary>An e-mail address that may break after its at sign, so that a narrow column does not cut it in the middle of a word.</summary>
public static class BreakableAddress
{
    public static IHtmlContent Of(string address)
    {
        var at = address.IndexOf('@') + 1;
        return new HtmlString($"{HtmlEncoder.Default.Encode(address[..at])}<wbr>{HtmlEncoder.Default.Encode(address[at..])}");
    }
}
