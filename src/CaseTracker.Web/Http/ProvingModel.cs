using CaseTracker.Domain.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Http;

/// <summary>A page on which somebody proves who they are, and that leads on to where they were, with what they had typed.</summary>
public abstract class ProvingModel(KeptFormSeal seal) : PageModel
{
    /// <summary>Sealed form of whoever was stopped on the way; see <see cref="KeptForm"/>.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public PasskeyAnswer Passkey { get; set; } = new();

    /// <summary>What was typed before, once its writer has proved who they are.</summary>
    public KeptForm? Continued { get; private set; }

    protected void Carry() => Kept = HttpContext.Features.Get<FormToCarry>() is { } carried ? seal.Close(carried.Form) : null;

    protected IActionResult Arrive(MemberId member)
    {
        if (seal.Open(Kept) is { } form && form.MayBeShownTo(member.Value))
        {
            Continued = form;
            return Page();
        }

        return LocalRedirect(Landing.LocalOr(ReturnUrl, "~/"));
    }
}

/// <summary>What the script of the page puts into its form.</summary>
public sealed class PasskeyAnswer
{
    public string? State { get; set; }

    public string? Credential { get; set; }
}
