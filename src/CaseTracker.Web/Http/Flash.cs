using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Http;

/// <summary>What was done, said once on the next page.</summary>
public static class Flash
{
    /// <param name="page">The page that did it.</param>
    /// <param name="address">Local address to go to.</param>
    /// <param name="key">Key of the sentence in the shared texts.</param>
    /// <param name="arguments">Numbers and dates for its placeholders; never a person's name.</param>
    public static LocalRedirectResult RedirectWithFlash(this PageModel page, string address, string key, params string[] arguments)
    {
        page.TempData["Flash"] = key;
        page.TempData["FlashArgs"] = arguments;
        return page.LocalRedirect(address);
    }
}
